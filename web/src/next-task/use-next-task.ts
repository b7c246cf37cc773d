/** Takes the next task, begun, and shows it as it was answered. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { isRefusal } from '../api/api.js';
import { claimKeys, oneClaim } from '../api/claims.js';
import { holdReads } from '../api/held-reads.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain, readLater } from '../api/query-client.js';
import { likelyNext, oneTask, takeNext, taskKeys } from '../api/tasks.js';
import { giveDraft } from '../drafts/given-drafts.js';
import { noteAnswered } from '../live/own-moves.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { useIsShown } from '../parts/use-is-shown.js';
import { useMe } from '../session/session.js';

interface NextTask {
  /** `send`: what counts as held until the desk has it; it goes behind the question for the next one. */
  take: (send?: (asked: Promise<unknown>) => Promise<void>) => void;
  busy: boolean;
  error: Error | null;
  /** Nothing came of the last try. */
  isNone: boolean;
}

export function useNextTask(onNone?: () => void): NextTask {
  const words = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const isShown = useIsShown();
  const { id: member } = useMe();
  const ask = () => once('next', takeNext);
  // Known before the next picture: two keys in a row ask once.
  const isUnderWay = useRef(false);
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (send: ((asked: Promise<unknown>) => Promise<void>) | undefined) => {
      const asked = ask();
      const sent = send?.(asked);
      try {
        return (await asked) ?? null;
      } catch (refused) {
        if (!sent || !isRefusal(refused) || refused.problem.code !== 'wip_limit_reached') throw refused;
        await sent;
        return (await ask()) ?? null;
      }
    },
    onSuccess: async (taken) => {
      void queries.invalidateQueries({ queryKey: likelyNext().queryKey, refetchType: 'none' });
      void (isShown() ? readLater : readAgain)(queries, taskKeys.all);
      if (!taken) return;
      // What this tab did is no news of the lists: they are asked for anew when they are shown next.
      void readLater(queries, claimKeys.lists);
      const { draft, draftTag: tag, ...task } = taken;
      const { queryKey } = oneTask(task.id);
      // What was asked of it before is older than this.
      void queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, task);
      noteAnswered(task.claim);
      if (queries.getQueryData(oneClaim(task.claim.id).queryKey)) holdReads();
      await giveDraft({ member, task }, { draft: draft ?? {}, tag });
    },
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  return {
    take: (send) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutate(send, {
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
