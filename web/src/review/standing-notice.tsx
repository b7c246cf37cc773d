/** Why nothing is written here, and where it goes on. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { tasksOfClaim, type Task } from '../api/tasks.js';
import type { SharedState } from '../drafts/shared-draft.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useHolder } from '../session/use-holder.js';
import { whyNotWritten, type Standing } from './standing.rules.js';

interface Props {
  task: Task;
  standing: Standing;
  wasMine: boolean;
  state: SharedState;
  /** What can be done about it. */
  children: ReactNode;
}

export function StandingNotice({ task, standing, wasMine, state, children }: Props) {
  const words = useWords();
  // What was read of another end is old: it is not shown as this one's.
  const live = useQuery({ ...tasksOfClaim(task.claim.id), enabled: standing === 'ended', staleTime: 0 }).data;
  const goesOn = live?.items.find(({ id }) => id !== task.id);
  const holder = useHolder(task);
  if (standing === 'mine') return null;
  const isOnlyHere = standing === 'ended' && state.savedIn !== 'desk' && hasText(state);
  return (
    <div className="notice attention" role="alert">
      <p>
        {words(whyNotWritten(standing, { status: task.status, wasMine, hasText: hasText(state) }), {
          name: holder?.name,
        })}{' '}
        {standing === 'others' &&
          holder?.until !== undefined &&
          words('lease.othersUntil', { time: holder.until })}
      </p>
      {isOnlyHere && <p>{words('standing.kept')}</p>}
      <div className="row">
        {children}
        {standing === 'ended' && goesOn && (
          <Link to="/tasks/$task" params={{ task: goesOn.id }} className="button primary">
            {words('standing.goesOn')}
          </Link>
        )}
        {hasText(state) && <CopyDraft state={state} />}
      </div>
    </div>
  );
}

const hasText = ({ draft }: SharedState): boolean => Object.keys(draft.rationale ?? {}).length > 0;

function CopyDraft({ state }: { state: SharedState }) {
  const words = useWords();
  return (
    <Button
      onPress={() => {
        const texts = Object.values(state.draft.rationale ?? {});
        void navigator.clipboard.writeText(texts.join('\n\n')).then(() => {
          announce(words('lease.copied'));
        });
      }}
    >
      {words('lease.copy')}
    </Button>
  );
}
