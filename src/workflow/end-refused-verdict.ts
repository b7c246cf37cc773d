/** PURE: a submitted verdict that cannot be recorded ends with the reason. */
import { system } from '../domain/access/rules.js';
import { refusedVerdict } from '../domain/verdict/refused-verdict.js';
import type { VerdictRemark } from '../domain/verdict/rules.js';
import { addEvents, setVerdict, type Change } from './change.js';
import type { DocketVerdict } from './docket-verdict.js';

const keptAsDraft = 'The verdict cannot be recorded as it is. Its text is kept as the draft of the task.';

export function endAsRefused(
  change: Change,
  { id }: DocketVerdict,
  reasons: VerdictRemark[],
  detail = keptAsDraft,
): Change {
  const problem = refusedVerdict(reasons, detail);
  return addEvents(setVerdict(change, id, { status: 'refused', problem }), system, {
    type: 'verdict.refused',
    subject: { type: 'verdict', id },
    data: { reasons: problem.reasons },
  });
}

/** Of a task that ends before its verdict was recorded; nobody else's verdict could be submitted meanwhile. */
export function endSubmittedVerdictOf(change: Change, taskId: string): Change {
  const verdict = change.docket.verdicts.find((one) => one.taskId === taskId && one.status === 'submitted');
  return verdict
    ? endAsRefused(change, verdict, [taskEndedFault], 'The verdict was not recorded. Its text stands in it.')
    : change;
}

export const taskEndedFault: VerdictRemark = {
  code: 'task_not_held',
  pointer: '',
  message: 'the task ended before the verdict could be recorded',
};
