type Answer = (lock: object | null) => Promise<void> | undefined;
interface Options {
  ifAvailable?: boolean;
  steal?: boolean;
  signal?: AbortSignal;
}

/** The locks of a browser, as far as one name goes: https://w3c.github.io/web-locks. */
export function locks() {
  let held: { end: (error?: Error) => void } | undefined;
  const queue: (() => void)[] = [];
  const next = (): void => {
    if (!held) queue.shift()?.();
  };
  const request = (_name: string, options: Options, answer: Answer): Promise<void> =>
    new Promise((resolve, reject) => {
      const grant = (): void => {
        const mine = {
          end: (error?: Error) => {
            if (held === mine) held = undefined;
            if (error) reject(error);
            else resolve();
          },
        };
        held = mine;
        void Promise.resolve(answer({})).then(() => {
          mine.end();
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
          resolve();
        } else
          queue.push(() => {
            if (options.signal?.aborted) next();
            else grant();
          });
      });
    });
  return { request };
}
