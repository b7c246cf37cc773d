/** Submits a verdict as the draft is at the desk. Its writer goes on at once; what was written stays until it is recorded. */
import { useQueryClient } from '@tanstack/react-query';
import { pause } from '../../../client/time-limit.js';
import { api, isRefusal } from '../api/api.js';
import { onceAnswered } from '../api/once.js';
import { readAgain, readLater } from '../api/query-client.js';
import { claimKeys } from '../api/claims.js';
import { myTasks, taskKeys, type Task } from '../api/tasks.js';
import { oneVerdict } from '../api/verdicts.js';
import type { SharedDraft } from '../drafts/shared-draft.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { useReason } from '../parts/fault.js';
import { UserMessageError } from '../parts/user-message-error.js';
import { sendVerdict } from '../submissions/send-verdict.js';
import { useSentVerdicts } from '../submissions/sent-verdicts.js';
import { prepareSubmission } from './submission.js';

/** So long it waits at most for what goes before it. */
const longestAfterMs = 1_000;

interface Given {
  task: Task;
  member: { id: string; ref: string };
  draft: SharedDraft;
}

export interface Submitting {
  /** Resolves once the desk has answered. `after`: what goes before it. */
  submit: (after?: Promise<unknown>) => Promise<void>;
  busy: boolean;
  /** Why it came to nothing, and what that is called. */
  refusal: { what: 'refused' | 'unsent'; why: string } | undefined;
}

export function useSubmission({ task, member, draft }: Given): Submitting {
  const words = useWords();
  const say = useReason();
  const queries = useQueryClient();
  const sent = useSentVerdicts().find((one) => one.task === task.id);
  const isBack = sent?.outcome === 'refused' || sent?.outcome === 'unsent';

  const send = (once: ReturnType<typeof onceAnswered>, after: Promise<unknown>) => async () => {
    await Promise.race([after.catch(() => undefined), pause(longestAfterMs)]);
    const prepared = await prepareSubmission(draft);
    if ('why' in prepared) {
      if (prepared.why === 'unsent' && prepared.said === undefined)
        throw new Error('the desk does not answer');
      throw new UserMessageError(prepared.said ?? words(`hindered.${prepared.why}`));
    }
    const { body, tag: ifMatch } = prepared;
    try {
      const verdict = await once(body, (idempotencyKey) =>
        api.require('POST /v1/tasks/{id}/verdict', { id: task.id, body }, { idempotencyKey, ifMatch }),
      );
      queries.setQueryData(oneVerdict(verdict.id).queryKey, verdict);
      announce(words('verdict.accepted'));
      return verdict;
    } catch (refused) {
      if (!isRefusal(refused) || refused.status !== 412) throw refused;
      // Somebody wrote in it since: what they wrote is shown first.
      await draft.refresh();
      throw new UserMessageError(words('hindered.changed'));
    }
  };
  return {
    submit: async (after = Promise.resolve()) => {
      // Its screen may be left: it is held open until the desk has it.
      const close = draft.open();
      queries.setQueryData(myTasks(member.ref).queryKey, (mine) => mine && withSubmitted(mine, task.id));
      await sendVerdict(
        { task: task.id, claim: task.claim.ref, member: member.id },
        { send: send(onceAnswered(), after), say },
      );
      close();
      // What is on the screen by now is another task, or hears of it.
      const { id, ref } = task.claim;
      void readLater(
        queries,
        taskKeys.all,
        claimKeys.one(id),
        claimKeys.one(ref),
        claimKeys.lists,
        claimKeys.board,
      );
      void readAgain(queries, myTasks(member.ref).queryKey);
    },
    busy: sent !== undefined && !isBack,
    refusal:
      isBack && sent.why !== undefined ? { what: sent.outcome as 'refused', why: sent.why } : undefined,
  };
}

const withSubmitted = <Page extends { items: Task[] }>(page: Page, id: string): Page => ({
  ...page,
  items: page.items.map((one) => (one.id === id ? { ...one, status: 'submitted' } : one)),
});
