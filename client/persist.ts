import { Refusal, Unreachable } from './answer.js';
import { backoffMs } from './retry.js';
import { pause } from './time-limit.js';

export interface Following {
  signal?: AbortSignal | undefined;
  /** Told why Isnad cannot be followed at the moment, each time that is tried; and `undefined` once it can again. */
  onTrouble?: ((trouble: Error | undefined) => void) | undefined;
}

/** What passes by itself. A refusal for another reason would be the same the next time. */
export const willPass = (error: unknown): error is Error =>
  error instanceof Unreachable || (error instanceof Refusal && (error.status === 429 || error.status >= 500));

/** Does it again until it succeeds, for ever if need be: who follows is there before and after an outage. */
export async function persist<Result>(
  { signal, onTrouble }: Following,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await work();
      if (attempt > 1) onTrouble?.(undefined);
      return result;
    } catch (error) {
      if (!willPass(error)) throw error;
      onTrouble?.(error);
      await pause(backoffMs(attempt, Math.random()), signal);
    }
  }
}
