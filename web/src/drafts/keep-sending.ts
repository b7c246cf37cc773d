/** Sends what is left on this device whenever that may come to something: at once, with the network, and now and then. */
import { onLeftChanged } from './left-words.js';
import type { Unsent } from './send-left.js';

/** Where the desk did not answer. */
const againMs = 30_000;

/** `send` answers with what the desk does not have after it. Answers what ends it. */
export function keepSending(
  send: () => Promise<readonly Unsent[]>,
  onUnsent: (unsent: readonly Unsent[]) => void,
): () => void {
  let isOver = false;
  let isBusy = false;
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    isAsked = true;
    if (isBusy) return;
    isBusy = true;
    // What was left while this was under way is looked at as well.
    while (isAsked) {
      isAsked = false;
      clearTimeout(timer);
      const unsent = await send().catch(() => undefined);
      if (isOver) return;
      // A screen that has it open says so itself.
      if (unsent) onUnsent(unsent.filter(({ savedIn }) => savedIn !== 'open'));
      if (!unsent || unsent.some(mayGoLater)) timer = setTimeout(start, againMs);
    }
    isBusy = false;
  };
  const start = (): void => void run();
  const end = onLeftChanged(start);
  addEventListener('online', start);
  start();
  return () => {
    isOver = true;
    clearTimeout(timer);
    end();
    removeEventListener('online', start);
  };
}

/** What was refused, or waits for a person, is not sent again unless somebody does something. */
const mayGoLater = ({ savedIn }: Unsent): boolean => savedIn !== 'refused' && savedIn !== 'conflict';
