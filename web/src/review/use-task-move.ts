/** The moves of the task that is looked at. It is given back only with all of its draft at the desk. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { claimKeys } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain, readLater } from '../api/query-client.js';
import { moveTask, taking, taskKeys, type Task } from '../api/tasks.js';
import type { SharedDraft } from '../drafts/shared-draft.js';
import { noteAnswered } from '../live/own-moves.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { UserMessageError } from '../parts/user-message-error.js';
import { useMe } from '../session/session.js';
import { asBeforeReleasing } from '../steering/steering.rules.js';
import { useUndo } from '../steering/use-undoable.js';
import { sendDraft } from './submission.js';
import type { Standing } from './standing.rules.js';

export type TaskEvent = 'extend' | 'release' | 'take' | 'start' | 'pause' | 'unpause';
interface Asked {
  event: TaskEvent;
  /** What is waited for, of a pause. */
  reason: string;
  /** The task as it was when this was asked for: the desk may tell of the move before it answers it. */
  before: Pick<Given, 'task' | 'wasMine'>;
  onMade?: (() => void) | undefined;
}

export interface MovingTask {
  move: (event: TaskEvent) => void;
  /** `onMade`: once the desk has it. */
  pause: (reason: string, onMade: () => void) => void;
  busy: boolean;
  /** Under way: what is written now would stay behind. */
  isGivenBack: boolean;
  error: Error | null;
}

interface Given {
  task: Task;
  standing: Standing;
  /** Whether it was this member's while they looked at it. */
  wasMine: boolean;
  draft: SharedDraft;
  /** It is written by this member from now on. */
  onTaken: () => void;
}

export function useTaskMove({ task, standing, wasMine, draft, onTaken }: Given): MovingTask {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const once = useIdempotentSend();
  const undo = useUndo();
  const { id: me } = useMe();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: async ({ event, reason }: Asked) => {
      // What an editor takes from somebody else is not the editor's to send.
      if (event === 'release' && standing === 'mine') {
        const sent = await sendDraft(draft);
        if ('why' in sent) throw new UserMessageError(sent.said ?? words(`hindered.${sent.why}`));
      }
      const body = event === 'pause' ? { event, reason } : event === 'take' ? taking : { event };
      noteAnswered((await once(body, (key) => moveTask(task.id, body, key))).claim);
      return event;
    },
    onSuccess: (event, { before, onMade }) => {
      onMade?.();
      const back = asBeforeReleasing(before.task, me);
      announce(
        words(event === 'take' && before.wasMine ? 'lease.done.takeAgain' : `lease.done.${event}`),
        event === 'release' ? undo((key) => moveTask(task.id, back, key)) : undefined,
      );
    },
    // A move whose answer was lost may have been made.
    onSettled: () => {
      // What this tab did is no news of the lists: they are asked for anew when they are shown next.
      void readLater(queries, claimKeys.lists);
      return readAgain(queries, taskKeys.all);
    },
  });
  const before = { task, wasMine };
  /** Whoever went elsewhere meanwhile is left there. */
  const onSuccess = (event: TaskEvent): void => {
    if (event === 'release') void navigate({ to: '/work' });
    else if (event === 'take' || event === 'start') onTaken();
  };
  return {
    move: (event) => {
      if (!isPending) mutate({ event, reason: '', before }, { onSuccess });
    },
    pause: (reason, onMade) => {
      if (!isPending) mutate({ event: 'pause', reason, before, onMade });
    },
    busy: isPending,
    isGivenBack: isPending && variables.event === 'release',
    error,
  };
}
