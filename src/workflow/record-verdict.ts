import { system } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { findConflicts } from './coherence.js';
import type { Docket } from './workflow.service.js';
import { moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';
import { appendEvents } from './events/events.repository.js';
import { longestWaitMs } from '../domain/evidence/capture.js';
import { findFaults, problemOf } from './check-verdict.js';
import { pinCaptures, waitsForCaptures } from './cited-evidence.repository.js';
import type { Incompleteness } from '../domain/verdict/rules.js';
import { readVerdict, refuseVerdict, type VerdictRow } from './verdict.repository.js';

/**
 * What a worker does with a submitted verdict, on the locked docket: records it, which asks for approval, or
 * refuses it, which gives the task back to its holder with the text as draft. Done twice, it does nothing.
 * While nobody has looked at evidence that it cites it waits, though not for long: the end of the capture asks
 * for the verdict again, and so does the sweep.
 */
export async function recordVerdict(tx: Tx, docket: Docket, verdictId: string): Promise<void> {
  const verdict = await readVerdict(tx, verdictId);
  if (verdict?.status !== 'submitted') return;
  const task = docket.tasks.find(({ id }) => id === verdict.taskId);
  if (task?.status !== 'submitted') {
    await refuse(tx, verdict, [
      { code: 'task_not_held', pointer: '', message: 'the task ended before the verdict could be recorded' },
    ]);
    return;
  }
  const faults = findFaults(verdict);
  if (faults.length > 0) {
    await refuse(tx, verdict, faults);
    await moveTask(tx, docket, task, { event: 'resume' }, system);
    return;
  }
  if (await waitsForCaptures(tx, verdictId, longestWaitMs)) return;
  await pinCaptures(tx, verdictId);
  const conflicts = await findConflicts(tx, { claim: docket, rating: verdict.rating });
  await moveClaim(
    tx,
    docket,
    { event: 'record', conflicts: conflicts.map(({ id, ...conflict }) => conflict) },
    system,
  );
}

async function refuse(tx: Tx, { id, claimId }: VerdictRow, reasons: Incompleteness[]): Promise<void> {
  const detail = 'The verdict cannot be recorded as it is. Its text is kept as the draft of the task.';
  const problem = problemOf(reasons, detail);
  await refuseVerdict(tx, id, problem);
  await appendEvents(tx, system, [
    {
      type: 'verdict.refused',
      subject: { type: 'verdict', id },
      claimId,
      data: { reasons: problem.reasons },
    },
  ]);
}
