/** PURE: whoever works on a claim keeps its task: with everything that shows that its holder is at work. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import { leaseEnd } from '../domain/task/clock.js';
import { setTask, type Change } from './change.js';
import { liveTasks } from './docket-facts.js';

/** Moves on the lease of what this member holds of the claim, unless it stands still. */
export function renewLease(change: Change, actor: Actor): Change {
  if (isSystem(actor)) return change;
  const { memberId } = actor;
  const { now, policy } = change.docket;
  return liveTasks(change.docket)
    .filter(({ assigneeId, leaseUntil, pausedAt }) => assigneeId === memberId && leaseUntil && !pausedAt)
    .reduce((so, { id }) => setTask(so, id, { leaseUntil: leaseEnd(now, policy.leaseMinutes) }), change);
}
