/** Of a correction: why it was begun, what is published now, and a way to begin with that text. */
import { useQuery } from '@tanstack/react-query';
import { correctionOf } from '../api/claims.js';
import { deskNow } from '../api/desk-clock.js';
import type { Task } from '../api/tasks.js';
import { verdictsOfClaim } from '../api/verdicts.js';
import { joinDrafts } from '../drafts/draft.rules.js';
import type { SharedDraft, SharedState } from '../drafts/shared-draft.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import { draftFrom, mayBeginWith } from './from-verdict.rules.js';

interface Props {
  /** The id of the button that begins it: whoever takes the task is led there. */
  beginId: string;
  task: Task;
  state: SharedState;
  draft: SharedDraft;
  writable: boolean;
  /** Its button goes: writing goes on elsewhere. */
  onBegun: () => void;
}

export function CorrectionStart({ beginId, task, state, draft, writable, onBegun }: Props) {
  const words = useWords();
  const begun = useQuery(correctionOf(task.claim.id));
  const verdicts = useQuery(verdictsOfClaim(task.claim.id));
  const published = verdicts.data?.items.find(({ status }) => status === 'published');
  const mayBegin = published && writable && mayBeginWith(state.draft);
  return (
    <div className="notice stack">
      {begun.data && (
        <>
          <strong>{words('correction.why', { reason: words.known('reason.', begun.data.reason) })}</strong>
          {begun.data.note !== null && <Foreign as="p" text={begun.data.note} />}
        </>
      )}
      {mayBegin && (
        <div className="row">
          <Button
            id={beginId}
            kind="primary"
            onPress={() => {
              const begun = draftFrom(published, new Date(deskNow()));
              // With what was written before.
              draft.edit((now) => joinDrafts({}, now, begun));
              onBegun();
            }}
          >
            {words('correction.begin', { revision: published.revision ?? 1 })}
          </Button>
        </div>
      )}
      <Fault error={begun.error ?? verdicts.error} />
    </div>
  );
}
