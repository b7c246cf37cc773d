/** PURE: single keys, which a member may switch off: some type by voice, or press keys by accident. */
import { keys, type Key, type KeyName } from './keys.js';

/** What a member chose, by what a key does; null: no key. */
export type Chosen = Readonly<Record<string, string | null>>;

/** With Ctrl or Command nothing is pressed by accident. */
export const isSwitchedOff = (name: KeyName, chosen: Chosen | undefined): boolean =>
  (keys[name] as Key).command !== true && chosen?.[name] === null;

const single = (Object.keys(keys) as KeyName[]).filter((name) => (keys[name] as Key).command !== true);

export const areSingleKeysOn = (chosen: Chosen): boolean =>
  !single.every((name) => isSwitchedOff(name, chosen));

/** Everything else that the member chose stays: other keys for what is on, and whatever is no single key. */
export const withSingleKeys = (chosen: Chosen, on: boolean): Record<string, string | null> => ({
  ...Object.fromEntries(
    Object.entries(chosen).filter(([name, key]) => key !== null || !single.some((one) => one === name)),
  ),
  ...(on ? {} : Object.fromEntries(single.map((name) => [name, null]))),
});
