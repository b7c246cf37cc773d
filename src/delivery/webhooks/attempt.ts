import { CallFailure } from '../../platform/outbound/failure.js';
import type { CallAnswer, Outbound } from '../../platform/outbound/outbound.js';
import { readRetryAfter, type Attempted } from '../../domain/delivery/retry-schedule.js';
import { signedHeaders } from './sign.js';
import { firstCodePoints } from '../../domain/text/code-points.js';

interface Receiver {
  url: string;
  /** Of the owner's own. */
  headers: Readonly<Record<string, string>>;
  secrets: readonly Uint8Array[];
  /** How far the database's clock is ahead of this process's: receivers refuse what seems old. */
  skewMs: number;
}

export interface Attempt extends Attempted {
  /** What went wrong, in words for the owner; null where it was accepted. */
  problem: string | null;
  /** The beginning of what was answered. */
  excerpt: string | null;
  durationMs: number;
}

/** A whole attempt takes no longer than `wholeMs`: leases count on it. */
export const limits = {
  connectMs: 5_000,
  answerMs: 15_000,
  wholeMs: 20_000,
  bytes: 4_096,
  bytesPerSecond: 64,
};

const longestExcerpt = 500;

/** Sends one event once. Whatever the receiver does is an answer; only `signal` makes it throw. */
export async function attempt(
  outbound: Outbound,
  { url, headers, secrets, skewMs }: Receiver,
  event: { id: string },
  signal?: AbortSignal,
): Promise<Attempt> {
  const body = Buffer.from(JSON.stringify(event), 'utf8');
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  const now = Date.now() + skewMs;
  try {
    const answer = await outbound.call({
      method: 'POST',
      url,
      headers: {
        ...headers,
        'content-type': 'application/cloudevents+json; charset=utf-8',
        ...signedHeaders({ id: event.id, body, at: new Date(now) }, secrets),
      },
      body,
      carriesTrace: true,
      limits,
      ...(signal && { signal }),
    });
    return {
      status: answer.status,
      retryAfterMs: readRetryAfter(answer.headers['retry-after'], now),
      problem: problemOf(answer),
      excerpt: excerptOf(answer.bytes),
      durationMs: took(),
    };
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return { status: null, retryAfterMs: null, problem: error.message, excerpt: null, durationMs: took() };
  }
}

function problemOf({ status }: CallAnswer): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `The receiver answered ${String(status)}: redirects are not followed, give the address it leads to.`;
  return `The receiver answered ${String(status)}.`;
}

/** Whatever the bytes are: text that can be stored and shown. */
function excerptOf(bytes: Buffer): string | null {
  const text = bytes.toString('utf8').replace(/[^\P{C}\n\t]/gu, '\uFFFD');
  return text === '' ? null : firstCodePoints(text, longestExcerpt);
}
