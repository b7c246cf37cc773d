import { may, type Caller } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import type { Docket } from './workflow.service.js';
import { moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';
import { Failure } from '../platform/errors.js';
import { appendEvents } from './events/events.repository.js';
import { refuseSide } from '../domain/task/side.js';
import { findPerson, type VerdictRow } from './verdict.repository.js';
import type { BreakGlass } from './command.schema.js';

/**
 * Approves a verdict whose approval somebody else holds, with a reason and a second named person. Two pairs
 * of eyes it still takes, and clashes with related claims are still acknowledged one by one.
 */
export async function breakGlass(
  tx: Tx,
  docket: Docket,
  verdict: VerdictRow,
  { reason, second: named, event: _event, ...decision }: BreakGlass,
  caller: Caller,
): Promise<void> {
  const second = await findSecond(tx, named, docket, caller);
  const held = docket.tasks.find(
    ({ stage, assigneeId }) => stage === 'approval' && assigneeId !== null && assigneeId !== caller.memberId,
  );
  if (held) await moveTask(tx, docket, held, { event: 'release', note: reason }, caller);
  const released = docket.tasks.map((task) =>
    task === held ? { ...task, status: 'open' as const, assigneeId: null } : task,
  );
  await moveClaim(
    tx,
    { ...docket, tasks: released },
    { event: 'approve', ...decision, glass: { secondId: second.id, reason } },
    caller,
  );
  await appendEvents(tx, caller, [
    {
      type: 'verdict.glass_broken',
      subject: { type: 'verdict', id: verdict.id },
      claimId: docket.id,
      data: { reason, second: second.ref },
    },
  ]);
}

async function findSecond(tx: Tx, named: string, docket: Docket, caller: Caller) {
  const second = await findPerson(tx, named);
  const fault = (message: string): Failure =>
    new Failure('unprocessable', 'The second person cannot be this one.', {
      code: 'no_second_person',
      faults: [{ in: 'body', pointer: '/second', message }],
    });
  if (!second) throw fault('is no member');
  if (!second.active || !may(second.role, 'check')) throw fault('is not an active checker or editor');
  if (second.id === caller.memberId) throw fault('is you: a second person is needed');
  if (refuseSide(docket, second.id, 'deciding')) {
    throw fault('wrote or edited the verdict, in this round or an earlier one');
  }
  return second;
}
