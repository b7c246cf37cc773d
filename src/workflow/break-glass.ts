/** PURE: approves a verdict whose approval somebody else holds, with a reason and a second named person. */
import { may, type Caller, type Refusal } from '../domain/access/rules.js';
import { refuseSide } from '../domain/task/side.js';
import { begin, happened, andThen, type Decision } from './change.js';
import type { BreakGlass } from './commands.js';
import { liveTasks, type Docket, type DocketVerdict, type Member } from './docket.js';
import { moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';

/** Two pairs of eyes it still takes, and clashes with related claims are still acknowledged one by one. */
export function breakGlass(
  docket: Docket,
  { id }: DocketVerdict,
  { reason, second: named, event: _event, ...approval }: BreakGlass,
  caller: Caller,
): Decision {
  const second = findSecond(docket, named, caller);
  if ('why' in second) return second;
  const held = liveTasks(docket).find(
    ({ stage, assigneeId }) => stage === 'approval' && assigneeId !== null && assigneeId !== caller.memberId,
  );
  const glass = { secondId: second.id, reason };
  const change = begin(docket);
  return andThen(
    held ? moveTask(change, held.id, { event: 'release', note: reason }, caller) : change,
    (free) => moveClaim(free, { event: 'approve', ...approval, glass }, caller),
    (approved) =>
      happened(approved, caller, {
        type: 'verdict.glass_broken',
        subject: { type: 'verdict', id },
        data: { reason, second: second.ref },
      }),
  );
}

function findSecond(docket: Docket, named: string, caller: Caller): Member | Refusal {
  const second = docket.members[named];
  const refuse = (message: string): Refusal => ({
    kind: 'unprocessable',
    code: 'no_second_person',
    why: 'The second person cannot be this one.',
    faults: [{ pointer: '/second', message }],
  });
  if (!second) return refuse('is no member');
  if (!second.active || !may(second.role, 'check')) return refuse('is not an active checker or editor');
  if (second.id === caller.memberId) return refuse('is you: a second person is needed');
  if (refuseSide(docket, second.id, 'deciding')) {
    return refuse('wrote or edited the verdict, in this round or an earlier one');
  }
  return second;
}
