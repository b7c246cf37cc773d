/** The keys of a form beside the verdict: Esc leaves it, and what submits the verdict elsewhere submits this. */
import { isPressed } from './key.rules.js';
import { keys } from './keys.js';

interface EscapePress {
  key: string;
  nativeEvent: { isComposing: boolean };
}
type Press = EscapePress &
  Parameters<typeof isPressed>[1] & {
    currentTarget: { requestSubmit(): void };
    preventDefault(): void;
  };

/** A key that is part of writing a word, as where one is put together of several, is for that word. */
export const onEscape =
  (close: () => void) =>
  ({ key, nativeEvent }: EscapePress): void => {
    if (key === 'Escape' && !nativeEvent.isComposing) close();
  };

export const formKeys =
  (close: () => void) =>
  (event: Press): void => {
    if (event.nativeEvent.isComposing) return;
    onEscape(close)(event);
    if (![keys['submit-verdict'], keys['submit-next']].some((key) => isPressed(key, event))) return;
    // Nor does the screen behind it do anything.
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
