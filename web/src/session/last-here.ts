/** Who is signed in on this device, for as long as they are: where nobody can be asked, what they wrote is shown to them. */
import { dropSetting, keepSetting, readSetting } from '../language/kept-settings.js';

const kept = 'isnad-here';

/** id */
export const lastHere = (): string | null => readSetting(kept);

export function noteHere(member: string | undefined): void {
  if (member === undefined) dropSetting(kept);
  else if (lastHere() !== member) keepSetting(kept, member);
}
