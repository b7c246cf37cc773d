/** PURE: what a worker does with a submitted verdict. */
import { system } from '../domain/access/rules.js';
import { longestWaitMs } from '../domain/evidence/capture.js';
import { begin, isRefusal, setVerdict, type Decision } from './change.js';
import type { DocketQuery, Docket } from './docket.js';
import type { DocketVerdict } from './docket-verdict.js';
import { moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';
import { endAsRefused, taskEndedFault } from './end-refused-verdict.js';
import { findFaults } from './verdict-faults.js';
import { pinCaptures } from './verdict-references.js';

export const docketForRecording = (verdict: string): DocketQuery => ({ verdict, related: true });

/**
 * Records it, which asks for approval, or refuses it, which gives the task back to its holder with the text as
 * draft. Done twice, it does nothing. While nobody has looked at evidence that it cites it waits, though not for
 * long: the end of the capture asks for the verdict again, and so does the sweep.
 */
export function recordVerdict(docket: Docket, verdictId: string, capturesRun = true): Decision {
  const change = begin(docket);
  const verdict = docket.verdicts.find(({ id }) => id === verdictId);
  if (verdict?.status !== 'submitted') return change;
  const task = docket.tasks.find(({ id }) => id === verdict.taskId);
  if (task?.status !== 'submitted') {
    return endAsRefused(change, verdict, [taskEndedFault]);
  }
  const faults = findFaults(docket, verdict);
  if (faults.length > 0) {
    return moveTask(endAsRefused(change, verdict, faults), task.id, { event: 'give_back' }, system);
  }
  if (waitsForCaptures(docket, verdict, capturesRun)) return change;
  const pinned = setVerdict(change, verdictId, { evidence: pinCaptures(verdict.evidence) });
  const recorded = moveClaim(pinned, { event: 'record' }, system);
  if (!isRefusal(recorded)) return recorded;
  // It would be no other the next time: it ends with the reason, and its holder has the text.
  const { code, why: message } = recorded;
  return moveTask(
    endAsRefused(change, verdict, [{ code, pointer: '', message }]),
    task.id,
    { event: 'give_back' },
    system,
  );
}

/** Whether this verdict, not long submitted, or while no pages are looked at, cites evidence that no worker has looked at yet. */
const waitsForCaptures = (
  { now }: Docket,
  { submittedAt, evidence }: DocketVerdict,
  capturesRun: boolean,
): boolean =>
  (!capturesRun || now.getTime() < submittedAt.getTime() + longestWaitMs) &&
  evidence.some(({ owed }) => owed);
