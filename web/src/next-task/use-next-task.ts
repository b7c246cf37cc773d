/** Takes the next task, begun, and shows it as it was answered. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { isRefusal } from '../api/api.js';
import { useOnce } from '../api/once.js';
import { readAgain, readLater } from '../api/query-client.js';
import { likelyNext, oneTask, takeNext, taskKeys } from '../api/tasks.js';
import { giveDraft } from '../drafts/given-drafts.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { useIsShown } from '../parts/use-is-shown.js';

interface NextTask {
  /** `sent`: what is on its way to the desk, and counts as held until it is there. */
  take: (sent?: Promise<void>) => void;
  busy: boolean;
  error: Error | null;
  /** Nothing came of the last try. */
  isNone: boolean;
}

export function useNextTask(onNone?: () => void): NextTask {
  const words = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const once = useOnce();
  const isShown = useIsShown();
  const ask = () => once('next', takeNext);
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (sent: Promise<void> | undefined) => {
      try {
        return (await ask()) ?? null;
      } catch (refused) {
        if (!sent || !isRefusal(refused) || refused.problem.code !== 'wip_limit_reached') throw refused;
        await sent;
        return (await ask()) ?? null;
      }
    },
    onSuccess: (taken) => {
      void queries.invalidateQueries({ queryKey: likelyNext().queryKey, refetchType: 'none' });
      void (isShown() ? readLater : readAgain)(queries, taskKeys.all);
      if (!taken) return;
      const { draft, draftTag: tag, ...task } = taken;
      giveDraft(task.id, { draft: draft ?? {}, tag });
      queries.setQueryData(oneTask(task.id).queryKey, task);
    },
  });
  return {
    take: (sent) => {
      if (isPending) return;
      mutate(sent, {
        // Whoever went elsewhere meanwhile is left there; the task is among theirs.
        onSuccess: (taken) => {
          if (taken) void navigate({ to: '/tasks/$task', params: { task: taken.id } });
          else {
            announce(words('work.nothingCame'));
            onNone?.();
          }
        },
      });
    },
    busy: isPending,
    error,
    isNone: data === null,
  };
}
