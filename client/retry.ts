/** PURE: whether a request may be sent again, and when. */

/** A moment that lies further ahead is for the caller to decide on. */
const longestPauseMs = 60_000;
const firstPauseMs = 250;
const longestBackoffMs = 10_000;

export interface Tried {
  /** Undefined: nothing came back, so that nobody knows whether it was done. */
  status: number | undefined;
  /** The header `Retry-After`. */
  retryAfter: string | null;
  /** Whether twice is the same as once. */
  repeatable: boolean;
  /** 1 after the first try. */
  attempt: number;
}

/** A POST needs a key to be known by; a condition that was met once is not met again. */
export const isRepeatable = (
  method: string,
  { ifMatch, idempotencyKey }: { ifMatch?: string | undefined; idempotencyKey?: string | undefined },
): boolean =>
  idempotencyKey !== undefined ||
  (['GET', 'PUT', 'DELETE'].includes(method) && (ifMatch === undefined || ifMatch === '*'));

/** Milliseconds to wait before the next try; undefined: there must be none. `random` is from 0 up to 1. */
export function pauseAfter(
  { status, retryAfter, repeatable, attempt }: Tried,
  { now, random }: { now: number; random: number },
): number | undefined {
  // Too many requests: this one was not looked at, so that any may come again.
  const mayHelp = status === 429 || (repeatable && maySendAgain(status, retryAfter));
  if (!mayHelp) return undefined;
  const backoff = backoffMs(attempt, random);
  const pause = Math.max(backoff, readRetryAfter(retryAfter, now) ?? 0);
  return pause > longestPauseMs ? undefined : pause;
}

/** Nobody there, busy, or the same request still under way. */
const maySendAgain = (status: number | undefined, retryAfter: string | null): boolean =>
  status === undefined || status === 503 || (status === 409 && retryAfter !== null);

/** Twice as long each time, and never for all callers at once. */
export const backoffMs = (attempt: number, random: number): number =>
  Math.min(longestBackoffMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + random / 2);

/** `Retry-After` holds seconds or a date (RFC 9110); milliseconds from now. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
