/** Submits a verdict and follows it until it is recorded or refused. What was written stays until it is recorded. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { useOnce } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { claimKeys } from '../api/claims.js';
import { taskKeys } from '../api/tasks.js';
import type { SharedDraft } from '../drafts/shared-draft.js';
import { announce } from '../frame/announce.js';
import { useWords } from '../language/words.js';
import { prepareSubmission } from './submission.js';

interface Given {
  task: string;
  draft: SharedDraft;
  /** Where the screen is still there. */
  onRecorded: () => void;
}

export interface Submitting {
  submit: () => void;
  busy: boolean;
  /** Why it came to nothing. */
  refusal: string | undefined;
}

/** Seconds that one request waits for the record. */
const waitSeconds = 20;

export function useSubmission({ task, draft, onRecorded }: Given): Submitting {
  const words = useWords();
  const queries = useQueryClient();
  const once = useOnce();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const prepared = await prepareSubmission(draft);
      if ('why' in prepared) throw new Error(prepared.said ?? words(`hindered.${prepared.why}`));
      const { body } = prepared;
      return once(body, (idempotencyKey) =>
        api.demand('POST /v1/tasks/{id}/verdict', { id: task, body }, { idempotencyKey, wait: waitSeconds }),
      );
    },
    onSuccess: async ({ status }) => {
      announce(words(status === 'submitted' ? 'verdict.accepted' : 'verdict.recorded'));
      await draft.forget();
      void readAgain(queries, taskKeys.all, claimKeys.all);
    },
  });
  return {
    submit: () => {
      if (!isPending) mutate(undefined, { onSuccess: onRecorded });
    },
    busy: isPending,
    refusal: error?.message,
  };
}
