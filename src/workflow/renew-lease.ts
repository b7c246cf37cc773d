/** PURE: whoever works on a claim keeps its task: with everything that shows that its holder is at work. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import { leaseEnd } from '../domain/task/clock.js';
import { setTask, type Change } from './change.js';
import { liveTasks } from './docket-facts.js';

/** What it is moved by at least: each move is a change of an index, and drafts are saved every few seconds. */
const stepMs = (leaseMinutes: number): number => Math.min(60_000, leaseMinutes * 6_000);

/** Moves on the lease of what this member holds of the claim, unless it stands still. */
export function renewLease(change: Change, actor: Actor): Change {
  if (isSystem(actor)) return change;
  const { memberId } = actor;
  const { now, policy } = change.docket;
  const end = leaseEnd(now, policy.leaseMinutes);
  const isBehind = (leaseUntil: Date): boolean =>
    Math.abs(end.getTime() - leaseUntil.getTime()) >= stepMs(policy.leaseMinutes);
  return liveTasks(change.docket)
    .filter(({ assigneeId, leaseUntil, pausedAt }) => {
      const holds = assigneeId === memberId && leaseUntil && !pausedAt;
      return holds && isBehind(leaseUntil);
    })
    .reduce((so, { id }) => setTask(so, id, { leaseUntil: end }), change);
}
