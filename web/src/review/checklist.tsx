/** What recording would say, before it is asked for: what is missing, what is doubtful, what clashes. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { ClaimLink } from '../parts/claim-link.js';
import type { SharedState } from '../drafts/shared-draft.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { asPreview, missingOf } from './submission.js';

interface Props {
  task: string;
  state: SharedState;
  /** While it is being submitted. */
  paused: boolean;
}

export function Checklist({ task, state: { draft, place, tag }, paused }: Props) {
  const words = useWords();
  const missing = missingOf(draft);
  const isSaved = place === 'desk';
  const preview = useQuery({
    queryKey: ['tasks', task, 'preview', tag],
    queryFn: ({ signal }) =>
      api.demand('POST /v1/tasks/{id}/verdict/preview', { id: task, body: asPreview(draft) }, { signal }),
    // Of what is shown, and the desk has exactly that.
    enabled: isSaved && tag !== '' && !paused,
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  const found = preview.data;
  return (
    <section className="stack checklist" aria-labelledby="checklist">
      <h3 id="checklist">{words('checklist.title')}</h3>
      <ul>
        {/* Until the desk has answered; then it says the same in its own words. */}
        {(found ? missing.filter((what) => what === 'provision') : missing).map((what) => (
          <Line key={what} icon="attention">
            {words(`missing.${what}`)}
          </Line>
        ))}
        {found?.faults.map(({ pointer, code, message }) => (
          <Line key={`${pointer}${code}`} icon="attention">
            {message}
          </Line>
        ))}
        {found?.warnings.map(({ code }) => (
          <Line key={code} icon="attention">
            {words(`warning.${code}`)}
          </Line>
        ))}
        {found && found.awaits.length > 0 && (
          <Line icon="clock">{words('checklist.awaits', { count: found.awaits.length })}</Line>
        )}
        {found?.conflicts.map(({ claim, relation }) => (
          <Line key={claim.id} icon="attention">
            {words('checklist.clash')} <ClaimLink of={claim.ref} />{' '}
            <bdi className="small soft">{relation}</bdi>
          </Line>
        ))}
        {isSaved && !preview.isPlaceholderData && missing.length === 0 && found?.faults.length === 0 && (
          <Line icon="done">{words('checklist.ready')}</Line>
        )}
      </ul>
    </section>
  );
}

const Line = ({ icon, children }: { icon: 'attention' | 'clock' | 'done'; children: ReactNode }) => (
  <li>
    <Icon name={icon} />
    <span>{children}</span>
  </li>
);
