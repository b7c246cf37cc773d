import { linesOf } from './plain.js';
import type { Watcher } from './watcher.js';

/** What happens to standard output; that Isnad is away, once, to where errors go. */
export function watchInLines(): Watcher {
  let away = false;
  return {
    change: (change) => {
      for (const line of linesOf(change)) process.stdout.write(`${line}\n`);
    },
    describe: () => undefined,
    trouble: (message) => {
      if (message !== undefined && !away) process.stderr.write(`isnad: ${message}; trying again\n`);
      if (message === undefined) process.stderr.write('isnad: connected again\n');
      away = message !== undefined;
    },
    close: () => undefined,
  };
}
