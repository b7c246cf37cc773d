import { Failure } from '../errors.js';

/** How long a write waits for its turn before the caller is told to come again. */
const longestWaitMs = 4_000;

/** Of so many connections, those that writes may hold at once: the rest is kept for reads. */
export const writersOf = (connections: number): number =>
  Math.max(1, connections - Math.max(2, Math.ceil(connections / 4)));

type InSlot = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Lets so many pieces of work run at once; the others wait in line, though not for long. */
export function createSlots(count: number, waitMs = longestWaitMs): InSlot {
  let free = count;
  const line = new Set<() => void>();

  const enter = (): Promise<void> => {
    if (free > 0) {
      free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        line.delete(turn);
        resolve();
      };
      const timer = setTimeout(() => {
        line.delete(turn);
        reject(busy());
      }, waitMs);
      line.add(turn);
    });
  };
  /** Whoever is first in line takes the place of whoever leaves. */
  const leave = (): void => {
    const [next] = line;
    if (next) next();
    else free++;
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

const busy = (): Failure =>
  new Failure('busy', 'Too much is being written at the moment. Try again shortly.', {
    code: 'database_unavailable',
  });
