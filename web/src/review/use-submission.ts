/** Submits a verdict and follows it until it is recorded or refused. What was written stays until it is recorded. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, isRefusal } from '../api/api.js';
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
  onRecorded: () => void;
}

/** Seconds that one request waits for the record. */
const waitSeconds = 20;

export function useSubmission({ task, draft, onRecorded }: Given) {
  const words = useWords();
  const queries = useQueryClient();
  /** One key for one text: a submission whose answer was lost is asked for again, not made twice. */
  const sent = useRef({ body: '', key: '' });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const prepared = await prepareSubmission(draft);
      if ('why' in prepared) throw new Error(prepared.said ?? words(`hindered.${prepared.why}`));
      const { body } = prepared;
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() };
      const verdict = await api.demand(
        'POST /v1/tasks/{id}/verdict',
        { id: task, body },
        { idempotencyKey: sent.current.key, wait: waitSeconds },
      );
      if (verdict.status === 'refused')
        throw new Error(detailOf(verdict.problem) ?? words('verdict.refused'));
      return verdict;
    },
    onSuccess: async (verdict) => {
      announce(words(verdict.status === 'submitted' ? 'verdict.accepted' : 'verdict.recorded'));
      await draft.forget();
      void readAgain(queries, taskKeys.all, claimKeys.all);
      onRecorded();
    },
  });
  return {
    submit: () => {
      if (!isPending) mutate();
    },
    busy: isPending,
    refusal:
      error === null ? undefined : isRefusal(error) || error instanceof Error ? error.message : undefined,
  };
}

const detailOf = (problem: Record<string, unknown> | null | undefined): string | undefined =>
  typeof problem?.['detail'] === 'string' ? problem['detail'] : undefined;
