/** What recording would say, before it is asked for: what is missing, what is doubtful, what clashes. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { ClaimLink } from '../parts/claim-link.js';
import type { Draft } from '../drafts/draft.rules.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { asPreview, missingOf } from './submission.rules.js';

export function Checklist({
  task,
  draft,
  savedAt,
}: {
  task: string;
  draft: Draft;
  savedAt: string | undefined;
}) {
  const words = useWords();
  const missing = missingOf(draft);
  const preview = useQuery({
    queryKey: ['tasks', task, 'preview', savedAt],
    queryFn: ({ signal }) =>
      api.demand('POST /v1/tasks/{id}/verdict/preview', { id: task, body: asPreview(draft) }, { signal }),
    enabled: savedAt !== undefined,
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
        {missing.length === 0 && found?.faults.length === 0 && (
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
