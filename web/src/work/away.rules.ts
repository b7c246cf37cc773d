/** PURE: until when somebody is away. */

/** The moment, where it lies ahead; undefined for whoever is here. `now`: milliseconds. */
export const awayUntil = (awayEndsAt: string | null, now: number): string | undefined =>
  awayEndsAt !== null && Date.parse(awayEndsAt) > now ? awayEndsAt : undefined;

/** "2026-12-05" → when that day begins where the member is; undefined where it is no day. */
export function startOfDay(day: string): string | undefined {
  const at = new Date(`${day}T00:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
