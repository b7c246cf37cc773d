import type { Disconnect } from '../../platform/http/route.js';

/** Resolves when woken through `subscribe`, after `ms`, or once `gone` has happened; whichever comes first. */
export function waitFor(
  subscribe: (wake: () => void) => () => void,
  ms: number,
  gone: Disconnect,
): { until: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      unwatch();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const unsubscribe = subscribe(done);
    const unwatch = gone.watch(done);
    if (gone.happened) done();
    end = done;
  });
  return { until, end };
}
