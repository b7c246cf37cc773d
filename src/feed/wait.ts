/** Resolves when `listen` calls back, after `ms`, or once `gone` is aborted; whichever comes first. */
export function waitFor(
  listen: (wake: () => void) => () => void,
  ms: number,
  gone: AbortSignal,
): { until: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unlisten();
      gone.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    const unlisten = listen(done);
    if (gone.aborted) done();
    else gone.addEventListener('abort', done);
    end = done;
  });
  return { until, end };
}
