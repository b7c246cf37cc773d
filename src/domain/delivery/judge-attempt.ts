/** PURE: what the answer to a delivery means for it, and for its webhook. */
import { waitAfter, type Attempted, type Tries } from './retry-schedule.js';

type Judgment =
  | { outcome: 'delivered' }
  | { outcome: 'failed'; nextInMs: number }
  /** 410: it asks not to be called any more. */
  | { outcome: 'gone' }
  | { outcome: 'exhausted' };

/** `random` is from 0 to 1. A redirect is a failure: what is signed for one address is sent to no other. */
export function judgeAttempt({ status, retryAfterMs }: Attempted, tries: Tries, random: number): Judgment {
  if (status !== null && status >= 200 && status < 300) return { outcome: 'delivered' };
  if (status === 410) return { outcome: 'gone' };
  const wait = waitAfter(tries, random);
  if (wait === undefined) return { outcome: 'exhausted' };
  return { outcome: 'failed', nextInMs: Math.max(wait, retryAfterMs ?? 0) };
}
