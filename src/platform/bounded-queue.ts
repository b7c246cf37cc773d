import { Failure } from './errors.js';

/** Does one thing after the other; refuses more where so many wait that nobody would wait for the last. */
export function createBoundedQueue(most: number) {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (waiting >= most) throw tooMuchAtOnce();
    waiting++;
    const done = last.then(work);
    last = done
      .catch(() => undefined)
      .finally(() => {
        waiting--;
      });
    return done;
  };
}

const tooMuchAtOnce = (): Failure =>
  new Failure('busy', 'Too many ask for this at the same moment. Try again shortly.', {
    code: 'too_much_at_once',
    retryAfter: 2,
  });
