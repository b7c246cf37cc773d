/** PURE: keeps what the holder of a task has written so far. */
import type { Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import { isLive, writesVerdict } from '../domain/task/lifecycle.js';
import { refuseSide } from '../domain/task/side.js';
import { begin, setDraft, type Decision } from './change.js';
import type { Docket } from './docket.js';
import { renewLease } from './renew-lease.js';

/** What a draft says makes its writer a party to the verdict. */
export function saveDraft(docket: Docket, taskId: string, draft: object, caller: Caller): Decision {
  const task = docket.tasks.find(({ id }) => id === taskId);
  if (!task) return moved;
  if (!writesVerdict(task.stage)) {
    return {
      kind: 'conflict',
      code: 'no_verdict_here',
      why: `A task of the stage ${task.stage} has no draft.`,
    };
  }
  if (task.assigneeId !== caller.memberId) {
    const why = 'Only whoever holds the task may write its draft.';
    return { kind: 'forbidden', code: 'not_the_holder', why };
  }
  const { participants } = docket;
  const refusal = refuseSide({ participants, editors: [] }, caller.personId, 'writing');
  if (refusal) return refusal;
  if (!isLive(task.status) || task.status === 'submitted') return moved;
  return renewLease(setDraft(begin(docket), taskId, draft), caller);
}

const moved: Refusal = {
  kind: 'conflict',
  code: 'changed_meanwhile',
  why: 'The task was moved or its draft saved from elsewhere: read it again.',
};
