import { CallFailure } from './failure.js';

/** What a call may take. A receiver that keeps within all of them can hold us for `wholeMs`, and no longer. */
export interface Limits {
  /** Until DNS has answered and the connection stands, encryption included. */
  connectMs: number;
  /** From then on until the answer has begun: its status and all its headers. */
  answerMs: number;
  /** From the first step to the last byte, redirects included. */
  wholeMs: number;
  /** How much of the answer's body is read. */
  bytes: number;
  /** Slower than this, on average, it is no longer read. */
  bytesPerSecond: number;
}

export interface Deadline {
  signal: AbortSignal;
  /** Gives the phase that begins now its own time, instead of the last one's. */
  begin(ms: number, what: string): void;
  /** From here on only the whole counts. */
  beginLast(): void;
  end(): void;
}

/** Aborts when the whole, or the phase under way, takes too long. */
export function startDeadline(wholeMs: number): Deadline {
  const abort = new AbortController();
  const after = (ms: number, what: string): NodeJS.Timeout =>
    setTimeout(() => {
      abort.abort(new CallFailure('too_slow', `The receiver did not ${what} within ${String(ms)} ms.`));
    }, ms);
  const whole = after(wholeMs, 'answer in full');
  let phase: NodeJS.Timeout | undefined;
  return {
    signal: abort.signal,
    begin: (ms, what) => {
      clearTimeout(phase);
      phase = after(ms, what);
    },
    beginLast: () => {
      clearTimeout(phase);
    },
    end: () => {
      clearTimeout(phase);
      clearTimeout(whole);
    },
  };
}

/** Settles as the promise does, or rejects once the signal is aborted; what it does may go on, unheard. */
export function unlessAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const give = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', give);
    });
  });
}
