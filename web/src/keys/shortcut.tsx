import { useSession } from '../session/session.js';
import { keys, type KeyName } from './keys.js';
import { isSwitchedOff } from './single-keys.rules.js';

/** A key as it is printed beside what it does; nothing where this member has switched it off. */
export function Shortcut({ of: name }: { of: KeyName }) {
  const { me } = useSession();
  return isSwitchedOff(name, me?.keys) ? null : <kbd aria-hidden>{keys[name].printed}</kbd>;
}
