import type { Caller } from '../access/access.rules.js';
import type { Tx } from '../db/client.js';
import type { Docket, LiveTask } from '../desk/desk.service.js';
import { moveTask } from '../desk/move-task.js';
import { Failure, type Fault } from '../errors.js';
import { appendEvents } from '../events/events.repository.js';
import { writesVerdict } from '../tasks/task.lifecycle.js';
import { findEvidence, findProvisions, insertVerdict, readScale } from './verdict.repository.js';
import type { VerdictInput } from './verdict.schema.js';

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
      code: 'no-verdict-here',
    });
  }
  // Whose task it is comes first: what a verdict cites is nobody else's business.
  await moveTask(tx, docket, task, { event: 'submit', draft: input }, caller);
  const cited = await resolve(tx, docket.id, input);
  const id = await insertVerdict(tx, {
    claimId: docket.id,
    taskId: task.id,
    authorId: caller.memberId,
    findings: input.findings,
    rationale: input.rationale,
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

/** Everything the verdict refers to, looked up; throws with every name that stands for nothing. */
async function resolve(tx: Tx, claimId: string, input: VerdictInput) {
  const [scale, evidence, provisions] = [
    await readScale(tx),
    await findEvidence(tx, claimId, input.evidence),
    await findProvisions(
      tx,
      input.provisions.map(({ id }) => id),
    ),
  ];
  const faults: Fault[] = [];
  const miss = (pointer: string, message: string) => faults.push({ in: 'body', pointer, message });
  if (!scale?.ratings.some(({ slug }) => slug === input.findings.veracity)) {
    miss('/findings/veracity', 'is not a rating of the current scale');
  }
  for (const [index, id] of input.evidence.entries()) {
    if (!evidence.has(id)) miss(`/evidence/${String(index)}`, 'is not evidence of this claim');
    if (input.evidence.indexOf(id) !== index) miss(`/evidence/${String(index)}`, 'is cited twice');
  }
  const cited = input.provisions.map(({ id, ...act }, index) => {
    const provisionId = provisions.get(id);
    if (provisionId === undefined) miss(`/provisions/${String(index)}/id`, 'is no provision');
    return { provisionId: provisionId ?? '', ...act };
  });
  if (faults.length > 0 || !scale) {
    throw new Failure('unprocessable', 'The verdict refers to things that are not there.', {
      code: 'unknown-reference',
      faults,
    });
  }
  return { scale: scale.version, evidence: input.evidence, provisions: cited };
}
