/** The keys of a form beside the verdict: Esc leaves it, and what submits the verdict elsewhere submits this. */
import { isOfWord, type isPressed } from './key.rules.js';
import { isKeyOf } from './is-key-of.js';

interface EscapePress {
  key: string;
  nativeEvent: Parameters<typeof isOfWord>[0];
}
type Press = EscapePress &
  Parameters<typeof isPressed>[1] & {
    repeat: boolean;
    currentTarget: { requestSubmit(): void };
    preventDefault(): void;
  };

/** A key that is part of writing a word, as where one is put together of several, is for that word. */
export const onEscape =
  (close: () => void) =>
  ({ key, nativeEvent }: EscapePress): void => {
    if (key === 'Escape' && !isOfWord(nativeEvent)) close();
  };

export const formKeys =
  (close: () => void) =>
  (event: Press): void => {
    if (isOfWord(event.nativeEvent)) return;
    onEscape(close)(event);
    if (!(['submit-verdict', 'submit-next'] as const).some((name) => isKeyOf(name, event))) return;
    // Nor does the screen behind it do anything.
    event.preventDefault();
    // A key that is held submits once.
    if (!event.repeat) event.currentTarget.requestSubmit();
  };
