/** PURE: how a task stands for whoever looks at it. */
import { isLive, type TaskStatus } from '../../../src/domain/task/lifecycle.js';

export type Standing = 'mine' | 'free' | 'others' | 'submitted' | 'ended';

interface Held {
  status: TaskStatus;
  assignee: { id: string } | null;
}

export function standingOf({ status, assignee }: Held, me: string): Standing {
  if (!isLive(status)) return 'ended';
  if (status === 'submitted') return 'submitted';
  if (!assignee) return 'free';
  return assignee.id === me ? 'mine' : 'others';
}

/** Near its end, while it runs: what is paused stands still. */
export const endsSoon = (left: number | undefined): boolean =>
  left !== undefined && left > 0 && left < soonMs;
const soonMs = 10 * 60_000;

/** How long the lease of this task goes on, in milliseconds; undefined where none runs. */
export const leaseLeft = (
  { leaseEndsAt, paused }: { leaseEndsAt: string | null; paused: object | null },
  now: number,
): number | undefined => (leaseEndsAt === null || paused ? undefined : Date.parse(leaseEndsAt) - now);

/**
 * Writing renews the lease, and no event tells of it: how long it goes on is asked for again now and then while somebody
 * writes, and before they are told that it ends.
 */
export const isLeaseOld = (readAt: number, left: number | undefined, now: number): boolean =>
  endsSoon(left) || now - readAt > 60_000;

interface Looked {
  status: TaskStatus;
  /** It was this member's while they looked at it. */
  wasMine: boolean;
  hasText: boolean;
}

/** Why nothing is written here: the name of its message. */
export function whyNotWritten(standing: Exclude<Standing, 'mine'>, { status, wasMine, hasText }: Looked) {
  if (standing === 'others') return 'lease.others';
  if (standing === 'submitted') return 'standing.submitted';
  if (wasMine && (standing === 'free' || status === 'expired')) return 'lease.ended';
  if (standing === 'free') return hasText ? 'lease.handedOn' : 'lease.nobody';
  return status === 'expired' ? 'standing.expired' : 'standing.ended';
}

/** Whose reservation has just ended goes on writing, on this device. */
export const mayWrite = (standing: Standing, wasMine: boolean): boolean =>
  standing === 'mine' || (standing === 'free' && wasMine);
