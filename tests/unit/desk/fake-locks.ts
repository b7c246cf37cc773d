type Answer = (lock: object | null) => Promise<unknown> | undefined;
interface Options {
  ifAvailable?: boolean;
  steal?: boolean;
  signal?: AbortSignal;
}

/** The locks of a browser, as far as one name goes: https://w3c.github.io/web-locks. */
export function locks() {
  let held: { end: (error?: Error, result?: unknown) => void } | undefined;
  const queue: (() => void)[] = [];
  const next = (): void => {
    if (!held) queue.shift()?.();
  };
  const request = (_name: string, options: Options, answer: Answer): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const grant = (): void => {
        const mine = {
          end: (error?: Error, result?: unknown) => {
            if (held === mine) held = undefined;
            if (error) reject(error);
            else resolve(result);
          },
        };
        held = mine;
        void Promise.resolve(answer({})).then((result) => {
          mine.end(undefined, result);
          next();
        });
      };
      options.signal?.addEventListener('abort', () => {
        reject(new Error('AbortError'));
      });
      queueMicrotask(() => {
        if (options.steal) {
          held?.end(new Error('AbortError'));
          grant();
        } else if (!held) grant();
        else if (options.ifAvailable) {
          void answer(null);
          resolve(undefined);
        } else
          queue.push(() => {
            if (options.signal?.aborted) next();
            else grant();
          });
      });
    });
  return { request };
}
