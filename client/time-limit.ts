/** A time limit that can be moved on, together with the signal of the caller. */
export interface Limit {
  signal: AbortSignal;
  /** From now on, so many milliseconds. */
  renew(ms: number): void;
  /** Does not run until it is renewed. */
  hold(): void;
  end(): void;
}

/**
 * `AbortSignal.any` would do, but in Node 20 what it makes hangs on to a long-lived signal (nodejs/node#54614), and
 * those who follow hold one for days.
 */
export function limitTime(signal: AbortSignal | undefined, ms: number): Limit {
  signal?.throwIfAborted();
  const both = new AbortController();
  const passOn = (): void => {
    both.abort(signal?.reason);
  };
  const start = (limit: number) =>
    setTimeout(() => {
      both.abort(new DOMException('The time is over', 'TimeoutError'));
    }, limit);
  let timer = start(ms);
  signal?.addEventListener('abort', passOn, { once: true });
  return {
    signal: both.signal,
    renew: (limit) => {
      clearTimeout(timer);
      timer = start(limit);
    },
    hold: () => {
      clearTimeout(timer);
    },
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', passOn);
    },
  };
}

/** Resolves after so many milliseconds; rejects with the signal's reason when that comes first. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let stop = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
