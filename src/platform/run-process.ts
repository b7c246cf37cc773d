/** How every process begins to end. */
import type { Log } from './log.js';

/** The one line a person needs when a process cannot start. */
export const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').find((line) => line.trim() !== '') ??
  '';

/** Ends a process that cannot start: one clear line, exit code 1. */
export function failToStart(error: unknown): never {
  process.stderr.write(`isnad: ${lineOf(error)}\n`);
  process.exit(1);
}

/**
 * Exit codes: 0 told to end and ended, 1 broke or could not end in time. A second signal does not wait any
 * longer.
 */
export function endOnSignal({
  log,
  close,
  drain,
  limitMs = 30_000,
}: {
  log: Log;
  close: () => Promise<void>;
  /** What comes before it, where there is time. */
  drain?: { on: NodeJS.Signals; ms: number; work: () => Promise<void> };
  limitMs?: number;
}): void {
  let ending = false;
  const end = (signal: NodeJS.Signals): void => {
    if (ending) process.exit(1);
    ending = true;
    const first = drain?.on === signal ? drain : undefined;
    log.info({ signal, ...(first && { drainMs: first.ms }) }, 'ending');
    setTimeout(
      () => {
        log.error('could not end in time');
        process.exit(1);
      },
      limitMs + (first?.ms ?? 0),
    ).unref();
    Promise.resolve(first?.work())
      .then(close)
      .then(
        () => process.exit(0),
        (err: unknown) => {
          log.error({ err }, 'could not end in good order');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'broke');
    process.exit(1);
  });
}
