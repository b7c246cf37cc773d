/** What recording would say, before it is asked for: what is missing, what is doubtful, what clashes. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { namesAround, type Claim } from '../api/claims.js';
import { verdictPreview } from '../api/tasks.js';
import { Button } from '../parts/button.js';
import { ClaimLink } from '../parts/claim-link.js';
import type { SharedState } from '../drafts/shared-draft.js';
import { useWords } from '../language/words.js';
import { useReason } from '../parts/fault.js';
import { Icon } from '../parts/icon.js';
import { RelationText } from '../parts/relation-text.js';
import { asPreview, missingOf } from './submission.js';

interface Props {
  task: string;
  claim: Pick<Claim, 'id' | 'ref' | 'relations'>;
  state: SharedState;
  /** Nothing is asked: while it is being submitted, and where it is not theirs to submit. */
  paused: boolean;
  /** Leads to where it is recorded that somebody was asked. */
  onAskReply: () => void;
}

export function Checklist({ task, claim, state: { draft, savedIn, tag }, paused, onAskReply }: Props) {
  const words = useWords();
  const reason = useReason();
  const missing = missingOf(draft);
  const isSaved = savedIn === 'desk';
  const preview = useQuery({
    ...verdictPreview(task, { tag, body: asPreview(draft), claims: namesAround(claim) }),
    // Of what is shown, and the desk has exactly that.
    enabled: isSaved && tag !== '' && !paused,
    placeholderData: (before) => before,
  });
  const found = preview.data;
  const isKnown = isSaved && !preview.isPlaceholderData && !preview.isError;
  return (
    <section className="stack checklist" aria-labelledby="checklist">
      <h3 id="checklist">{words('checklist.title')}</h3>
      <ul>
        {/* Until the desk has answered; then it says the same in its own words. */}
        {(found ? missing.filter((what) => what === 'provision' || what === 'tooLong') : missing).map(
          (what) => (
            <Line key={what} is="needed">
              {words(`missing.${what}`)}
            </Line>
          ),
        )}
        {found?.faults.map(({ pointer, code, message }) => (
          <Line key={`${pointer}${code}`} is="needed">
            {message}
          </Line>
        ))}
        {[...new Set(found?.warnings.map(({ code }) => code))].map((code) => (
          <Line key={code} is="doubtful">
            {words.known('warning.', code)}
            {code === 'no_reply_asked' && (
              <Button kind="quiet" onPress={onAskReply}>
                {words('contacts.add')}
              </Button>
            )}
          </Line>
        ))}
        {found?.conflicts.map(({ claim: other, relation }) => (
          <Line key={other.id} is="doubtful">
            {words('checklist.clash')} <ClaimLink of={other.ref} /> <RelationText of={relation} />
          </Line>
        ))}
        {found && found.awaits.length > 0 && (
          <Line is="awaited">{words('checklist.awaits', { count: found.awaits.length })}</Line>
        )}
        {preview.isError && <Line is="unasked">{reason(preview.error)}</Line>}
        {isKnown && missing.length === 0 && found?.faults.length === 0 && (
          <Line is="ready">{words('checklist.ready')}</Line>
        )}
      </ul>
    </section>
  );
}

const icons = {
  needed: 'refutes',
  doubtful: 'attention',
  awaited: 'clock',
  unasked: 'neutral',
  ready: 'supports',
} as const;

/** What kind of line it is stands before it, in a word with its icon. */
function Line({ is, children }: { is: keyof typeof icons; children: ReactNode }) {
  const words = useWords();
  return (
    <li>
      <span className={`checklist-kind ${is}`}>
        <Icon name={icons[is]} />
        {words(`checklist.is.${is}`)}
      </span>
      <span>{children}</span>
    </li>
  );
}
