/** PURE: how long after a failure a delivery is tried again, and when something new is. */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the first failure, the second, … as Standard Webhooks proposes: nine retries, in all three days and a bit. */
export const schedule: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** So much is added to a wait at random, so that those who failed together do not come back together. */
const jitter = 0.1;
/** No event is given up before that, however often it was tried. */
export const patienceMs = 72 * hour;
const longestRetryAfterMs = 24 * hour;

/** After so many failures in a row, of whichever events, it is the receiver that is ill. */
export const illAfter = 3;
/** While it is ill something new is tried only now and then; what failed keeps to the schedule. */
const holdMs = 5 * minute;

export interface Attempted {
  /** Of HTTP; null where there was no answer. */
  status: number | null;
  /** From `Retry-After`. */
  retryAfterMs: number | null;
}

export interface Tries {
  /** With this one. */
  attempts: number;
  /** Since the first. */
  ageMs: number;
}

/** The wait after so many attempts; undefined once it was tried often enough, for long enough. `random` is from 0 to 1. */
export function waitAfter({ attempts, ageMs }: Tries, random: number): number | undefined {
  if (attempts > schedule.length && ageMs >= patienceMs) return undefined;
  return spread(schedule[Math.min(attempts, schedule.length) - 1] ?? 0, random);
}

const spread = (ms: number, random: number): number => Math.round(ms * (1 + jitter * random));

/** How long nothing new is tried after a failure; null: not at all. `failures` counts this one. */
export function holdAfter({ retryAfterMs }: Attempted, failures: number, random: number): number | null {
  const ill = failures >= illAfter ? spread(holdMs, random) : 0;
  return Math.max(ill, retryAfterMs ?? 0) || null;
}

/** `Retry-After` in milliseconds, within a day: seconds or a date; null where it is neither, or over. */
export function readRetryAfter(header: unknown, nowMs: number): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * second : dateOf(text) - nowMs;
  return ms > 0 ? Math.min(ms, longestRetryAfterMs) : null;
}

/** IMF-fixdate, which every date of HTTP is today; NaN for all else. */
const dateOf = (text: string): number =>
  /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) : NaN;
