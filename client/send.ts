/** One request and its answer: sent again where that is safe and likely to help. Knows nothing of what is asked. */
import { goodBodyOf, readAnswer, Unreachable, type AnyAnswer } from './answer.js';
import { writeRequest, type Request, type Sending } from './request.js';
import { isRepeatable, pauseAfter } from './retry.js';
import type { CommonOptions } from './routes.js';
import { limitTime, pause } from './time-limit.js';

export interface ClientSettings {
  /** Where Isnad is: `http://127.0.0.1:4545`. A path in front of `/v1` is kept. */
  url: string;
  key?: string | undefined;
  /** BCP 47: the language in which Isnad gives its reasons. */
  language?: string | undefined;
  /** How often a request that found Isnad busy or away is sent again at most; 4 unless given. */
  retries?: number | undefined;
  /** What sends a request and answers it; that of the platform unless given. */
  fetch?: typeof fetch | undefined;
}

export type AnyOptions = CommonOptions & Sending;
export type Send = (route: string, input?: object, options?: AnyOptions) => Promise<AnyAnswer>;

const usualRetries = 4;
const usualTimeoutMs = 30_000;

export const createSend =
  (settings: ClientSettings): Send =>
  async (route, input = {}, options = {}) => {
    const request = writeRequest(settings, route, { ...input }, options);
    const { signal, retries = settings.retries ?? usualRetries } = options;
    const repeatable = isRepeatable(request.method, options);
    for (let attempt = 1; ; attempt++) {
      const outcome = await tryOnce(settings.fetch ?? fetch, request, options);
      const lost = outcome instanceof Unreachable;
      const pauseMs = pauseAfter(
        {
          status: lost ? undefined : outcome.status,
          retryAfter: lost ? null : outcome.headers.get('retry-after'),
          repeatable,
          attempt,
        },
        { now: Date.now(), random: Math.random() },
      );
      if (pauseMs !== undefined && attempt <= retries) await pause(pauseMs, signal);
      else if (lost) throw outcome;
      else return outcome;
    }
  };

export const sendForBody = async (send: Send, ...request: Parameters<Send>): Promise<unknown> =>
  goodBodyOf(await send(...request));

/** Who takes their request back gets their own reason thrown; any other mishap is an outcome. */
async function tryOnce(
  fetched: typeof fetch,
  { url, ...request }: Request,
  { signal, keepalive = false, wait = 0, timeoutMs = usualTimeoutMs + wait * 1000 }: AnyOptions,
): Promise<AnyAnswer | Unreachable> {
  const limit = limitTime(signal, timeoutMs);
  try {
    // A redirect that is followed turns a POST into a GET, and may lead away from Isnad.
    return await readAnswer(
      await fetched(url, { ...request, keepalive, signal: limit.signal, redirect: 'manual' }),
    );
  } catch (error) {
    signal?.throwIfAborted();
    return new Unreachable(url, error);
  } finally {
    limit.end();
  }
}
