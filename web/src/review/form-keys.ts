/** The keys of a form beside the verdict: Esc leaves it, and what submits the verdict elsewhere submits this. */
import { isPressed } from '../keys/key.rules.js';
import { keys } from '../keys/keys.js';

type Press = Parameters<typeof isPressed>[1] & {
  key: string;
  currentTarget: { requestSubmit(): void };
  preventDefault(): void;
};

export const formKeys =
  (close: () => void) =>
  (event: Press): void => {
    if (event.key === 'Escape') close();
    if (![keys['submit-verdict'], keys['submit-next']].some((key) => isPressed(key, event))) return;
    // Nor does the screen behind it do anything.
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
