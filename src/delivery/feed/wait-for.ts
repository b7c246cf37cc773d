import type { Disconnect } from '../../platform/http/route.js';

type Subscribe = (wake: () => void) => () => void;

/** Woken by any of these. */
export const anyOf =
  (...subscriptions: readonly Subscribe[]): Subscribe =>
  (wake) => {
    const ends = subscriptions.map((subscribe) => subscribe(wake));
    return () => {
      for (const end of ends) end();
    };
  };

/** Resolves when woken through `subscribe`, after `ms`, or once `disconnect` has happened; whichever comes first. */
export function waitFor(
  subscribe: Subscribe,
  ms: number,
  disconnect: Disconnect,
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
    const unwatch = disconnect.watch(done);
    if (disconnect.happened) done();
    end = done;
  });
  return { until, end };
}
