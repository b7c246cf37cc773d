import type { Disconnect } from '../../platform/http/route.js';

/** Resolves when `listen` calls back, after `ms`, or once `gone` has happened; whichever comes first. */
export function waitFor(
  listen: (wake: () => void) => () => void,
  ms: number,
  gone: Disconnect,
): { until: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unlisten();
      stay();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const unlisten = listen(done);
    const stay = gone.watch(done);
    if (gone.happened) done();
    end = done;
  });
  return { until, end };
}
