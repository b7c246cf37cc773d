import { Failure } from './errors.js';
import { within } from './time-limit.js';

export interface Asker {
  /** Whether anybody still waits for the answer. */
  wanted?: () => boolean;
  /** Called once there is a place; where it throws, none is taken. */
  onPlace?: () => void;
}

interface Entry<Result> {
  wanted: (() => boolean)[];
  done: Promise<Result>;
}

/**
 * Does one thing after the other; refuses more where so many wait that nobody would wait for the last. Those who
 * ask for the same share one answer, what nobody waits for any more is left out, and what never ends gives its
 * place up.
 */
export function createBoundedQueue<Result>(most: number, longestMs = 30_000) {
  const entries = new Map<string, Entry<Result>>();
  let last: Promise<unknown> = Promise.resolve();
  return (
    key: string,
    work: () => Promise<Result>,
    { wanted = () => true, onPlace }: Asker = {},
  ): Promise<Result> => {
    const found = entries.get(key);
    if (!found && entries.size >= most) throw tooMuchAtOnce();
    onPlace?.();
    if (found) {
      found.wanted.push(wanted);
      return found.done;
    }
    const askers = [wanted];
    const done = last
      .then(() => {
        if (!askers.some((one) => one())) throw tooMuchAtOnce();
        return within(work(), longestMs, tooMuchAtOnce);
      })
      .finally(() => entries.delete(key));
    last = done.catch(() => undefined);
    entries.set(key, { wanted: askers, done });
    return done;
  };
}

const tooMuchAtOnce = (): Failure =>
  new Failure('busy', 'Too many ask for this at the same moment. Try again shortly.', {
    code: 'too_much_at_once',
    retryAfter: 2,
  });
