/** Submits a verdict as the draft is at the desk. It is followed from then on; what was written stays until it is recorded. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, isRefusal } from '../api/api.js';
import { isFinal, useOnce } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { claimKeys } from '../api/claims.js';
import { taskKeys, type Task } from '../api/tasks.js';
import { oneVerdict } from '../api/verdicts.js';
import type { SharedDraft } from '../drafts/shared-draft.js';
import { announce } from '../frame/announce.js';
import { useWords } from '../language/words.js';
import { useReason } from '../parts/fault.js';
import { Said } from '../parts/said.js';
import { noteSent, useSentVerdicts } from '../submissions/sent-verdicts.js';
import { prepareSubmission } from './submission.js';

interface Given {
  task: Task;
  member: string;
  draft: SharedDraft;
  /** Where the screen is still there. */
  onSubmitted: () => void;
}

export interface Submitting {
  submit: () => void;
  busy: boolean;
  /** Why it came to nothing, and what that is called. */
  refusal: { what: 'refused' | 'unsent' | 'unknown'; why: string } | undefined;
}

export function useSubmission({ task, member, draft, onSubmitted }: Given): Submitting {
  const words = useWords();
  const reason = useReason();
  const queries = useQueryClient();
  const once = useOnce();
  const before = useSentVerdicts().find((one) => one.task === task.id && one.outcome === 'refused');
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => {
      const prepared = await prepareSubmission(draft);
      if ('why' in prepared) throw new Said(prepared.said ?? words(`hindered.${prepared.why}`));
      const { body, tag: ifMatch } = prepared;
      return once(body, (idempotencyKey) =>
        api.demand('POST /v1/tasks/{id}/verdict', { id: task.id, body }, { idempotencyKey, ifMatch }),
      ).catch(async (refused: unknown) => {
        if (!isRefusal(refused) || refused.status !== 412) throw refused;
        // Somebody wrote in it since: what they wrote is shown first.
        await draft.refresh();
        throw new Said(words('hindered.changed'));
      });
    },
    onError: (lost) => {
      // It may have arrived: what the desk has of the task now says so.
      if (whatBecame(lost) === 'unknown') void readAgain(queries, taskKeys.all);
    },
    onSuccess: (verdict) => {
      announce(words('verdict.accepted'));
      queries.setQueryData(oneVerdict(verdict.id).queryKey, verdict);
      noteSent({ verdict: verdict.id, task: task.id, claim: task.claim.ref, member });
      void readAgain(queries, taskKeys.all, claimKeys.all);
    },
  });
  const isOver = isSuccess && !before;
  return {
    submit: () => {
      if (!isPending && !isOver) mutate(undefined, { onSuccess: onSubmitted });
    },
    busy: isPending || isOver,
    refusal: error
      ? { what: whatBecame(error), why: reason(error) }
      : before?.why !== undefined
        ? { what: 'refused', why: before.why }
        : undefined,
  };
}

const whatBecame = (error: unknown): 'refused' | 'unsent' | 'unknown' =>
  error instanceof Said ? 'unsent' : isFinal(error) ? 'refused' : 'unknown';
