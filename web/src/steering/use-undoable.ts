/** Does something with a task or a claim, and says so, with what takes it back, wherever whoever did it is by then. */
import { useQueryClient } from '@tanstack/react-query';
import { claimKeys } from '../api/claims.js';
import { readAgain } from '../api/query-client.js';
import { taskKeys } from '../api/tasks.js';
import { noteAnswered } from '../live/own-moves.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { useReason } from '../parts/fault.js';
import { isHere, useMe } from '../session/session.js';

type Versioned = Parameters<typeof noteAnswered>[0];
/** Asked for under this key; answered with a claim, or a task of it. */
type Act = (idempotencyKey: string) => Promise<Versioned | { claim: Versioned }>;

/** Whoever did it is not told of it as news. */
const noteDone = (answer: Awaited<ReturnType<Act>>): void => {
  noteAnswered('claim' in answer ? answer.claim : answer);
};

type Undoable = (done: string, act: Act, inverse?: Act) => Promise<void>;

/** What `useUndoable` gives says itself where it came to nothing; what `useUndo` gives takes back what was done by other means. */
export function useUndoable(): Undoable {
  const reason = useReason();
  const queries = useQueryClient();
  const undoing = useUndo();
  return async (done, act, inverse) => {
    try {
      noteDone(await act(crypto.randomUUID()));
      announce(done, inverse && undoing(inverse));
    } catch (error) {
      announce(reason(error));
    }
    await readAgain(queries, taskKeys.all, claimKeys.all);
  };
}

export function useUndo(): (inverse: Act) => () => void {
  const words = useWords();
  const reason = useReason();
  const queries = useQueryClient();
  const { id } = useMe();
  return (inverse) => () => {
    // By the cookie of somebody else it would be theirs.
    if (!isHere(id)) return;
    void inverse(crypto.randomUUID())
      .then(
        (answer) => {
          noteDone(answer);
          announce(words('undone'));
        },
        (error: unknown) => {
          announce(reason(error));
        },
      )
      .then(() => readAgain(queries, taskKeys.all, claimKeys.all));
  };
}
