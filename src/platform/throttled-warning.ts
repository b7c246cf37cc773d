import type { Log } from './log.js';

export type WarnThrottled = (error: unknown, message: string) => void;

/**
 * Logs trouble that repeats itself (a store that is down, tried again and again) at most once per interval
 * and message, and then says how often it was swallowed. Messages are sentences of ours, so few are kept.
 *
 * Of the error only its code and message are told: the rest of a driver's error can hold what was sent,
 * passwords included, and the stack of a broken connection tells nothing.
 */
export function createThrottledWarning(log: Log, { everyMs = 10_000, now = Date.now } = {}): WarnThrottled {
  const lastWarned = new Map<string, { at: number; swallowed: number }>();
  return (error, message) => {
    const last = lastWarned.get(message);
    if (last && now() - last.at < everyMs) {
      last.swallowed++;
      return;
    }
    lastWarned.set(message, { at: now(), swallowed: 0 });
    log.warn({ reason: reasonOf(error), ...(last?.swallowed && { swallowed: last.swallowed }) }, message);
  };
}

/** What went wrong, in one line, of anything that can be thrown. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node reports a refused connection to several addresses with an empty message.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = error.message.trim().replace(/\s+/g, ' ');
  return code === undefined || message.includes(code) ? message : `${code}: ${message}`;
}
