/** One event loop serves everybody: long work on what one caller sent lets others have their turn in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one caller may be worked for while all others wait. */
const longestTurnMs = 10;

/** To be awaited between two pieces of work: waits only where enough was done since. */
export function createGiveWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurnMs) return;
    await nextTurn();
    since = performance.now();
  };
}
