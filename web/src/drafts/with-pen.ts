/** The pen of a draft that no screen of this tab shows. */
import type { TabMessage } from './shared-draft.js';

/** As long as a screen that was just left may take to send it. */
const patienceMs = 3_000;

/**
 * Does something with a draft while no other tab writes in it; undefined where a tab has it that does not answer, or took it.
 * Lets go of the pen as soon as anybody asks for it: whoever opens the task sees and writes their words at once.
 */
export async function withPen<Result>(
  name: string,
  run: (stopped: Promise<void>) => Promise<Result>,
): Promise<Result | undefined> {
  const waiting = new AbortController();
  const others = new BroadcastChannel(name);
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const giveUp = (): void => {
    stop();
    waiting.abort();
  };
  const timer = setTimeout(giveUp, patienceMs);
  others.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if (data.asks) giveUp();
  });
  try {
    return await navigator.locks.request(name, { signal: waiting.signal }, () => {
      clearTimeout(timer);
      return run(stopped);
    });
  } catch {
    return undefined;
  } finally {
    giveUp();
    clearTimeout(timer);
    others.close();
  }
}
