/** PURE: how long the reservation of a task goes on, and when its holder is told that it ends soon. */

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
