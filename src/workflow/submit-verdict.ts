import type { Caller } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import type { Docket, LiveTask } from './workflow.service.js';
import { moveTask } from './move-task.js';
import { Failure } from '../platform/errors.js';
import { appendEvents } from './events/events.repository.js';
import { writesVerdict } from '../domain/task/lifecycle.js';
import { resolveReferences } from './resolve-references.js';
import { insertVerdict } from './verdict.repository.js';
import type { VerdictInput } from '../resources/verdicts/verdict.schema.js';

/**
 * Takes in a verdict as it was written. From here on it is durable; whether it can be recorded is found out
 * by a worker, because that may mean waiting for others.
 */
export async function submitVerdict(
  tx: Tx,
  docket: Docket,
  task: LiveTask,
  input: VerdictInput,
  caller: Caller,
): Promise<string> {
  if (!writesVerdict(task.stage)) {
    throw new Failure('conflict', `A ${task.stage} task does not end in a verdict.`, {
      code: 'no_verdict_here',
    });
  }
  // Whose task it is comes first: what a verdict cites is nobody else's business.
  await moveTask(tx, docket, task, { event: 'submit', draft: input }, caller);
  const cited = await resolveReferences(tx, docket.id, {
    ...input,
    veracity: input.findings.veracity,
  });
  const id = await insertVerdict(tx, {
    claimId: docket.id,
    taskId: task.id,
    authorId: caller.memberId,
    findings: input.findings,
    rationale: input.rationale,
    validUntil: momentOf(input.validUntil),
    ...cited,
  });
  await appendEvents(tx, caller, [
    {
      type: 'verdict.submitted',
      subject: { type: 'verdict', id },
      claimId: docket.id,
      data: { task: task.id, stage: task.stage, round: task.round },
    },
  ]);
  return id;
}

export const momentOf = (instant: string | null | undefined): Date | null =>
  instant ? new Date(instant) : null;
