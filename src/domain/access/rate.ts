/**
 * PURE: how much is too much. A window slides over the last minute: of the minute before, so much still counts as
 * lies within it. That needs two numbers per caller, whatever the rate, and has no edge at which twice the
 * quota gets through.
 */

export interface RatePolicy {
  /** As it is called in `RateLimit-Policy`. */
  name: string;
  /** How much one caller may use of it in a window; 0: as much as they like. */
  quota: number;
}

export const windowMs = 60_000;

/** What one caller has used of one policy, in the window that began last and in the one before. */
export interface Usage {
  slot: number;
  used: number;
  before: number;
}

interface Ruling {
  admitted: boolean;
  /** What is left, after this request if it was admitted. */
  remaining: number;
  /** Whole seconds, at least 1: until a new window begins, or where refused, until it is worth asking again. */
  seconds: number;
}

export const slotOf = (now: number): number => Math.floor(now / windowMs);

/** The same usage seen from a later window; usage of two windows ago no longer counts. */
export function rolled(usage: Usage, slot: number): Usage {
  if (slot <= usage.slot) return usage;
  return { slot, used: 0, before: slot === usage.slot + 1 ? usage.used : 0 };
}

/** Who waited exactly as long as they were told is not refused for the last bit of a fraction. */
const rounding = 1e-6;

/** What one thing uses up: never more than the quota, or it would be refused for good. */
export const costWithin = ({ quota }: RatePolicy, cost: number): number => Math.min(cost, quota);

/** Whether so much more fits; what is refused uses nothing up. */
export function judgeRate({ quota }: RatePolicy, usage: Usage, cost: number, now: number): Ruling {
  const { slot, used, before } = rolled(usage, slotOf(now));
  const passed = Math.min(Math.max(now / windowMs - slot, 0), 1);
  const counted = before * (1 - passed) + used;
  const admitted = counted + cost <= quota + rounding;
  const left = Math.max(0, Math.floor(quota - counted - (admitted ? cost : 0)));
  const toNext = (1 - passed) * windowMs;
  const wait = admitted ? toNext : waitFor({ quota: quota - cost, used, before, counted, toNext });
  return { admitted, remaining: left, seconds: Math.max(1, Math.ceil(wait / 1000)) };
}

/** Milliseconds until what counts has shrunk to the quota, if nothing more is used meanwhile. */
function waitFor(of: {
  quota: number;
  used: number;
  before: number;
  counted: number;
  toNext: number;
}): number {
  const excess = of.counted - of.quota;
  if (of.used <= of.quota) return Math.min(of.toNext, (excess / of.before) * windowMs);
  const share = Math.max(of.quota, 0) / of.used;
  return of.toNext + (1 - share) * windowMs;
}
