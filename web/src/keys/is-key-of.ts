/** Whether this member's key for something was pressed. */
import { chosenKeys } from '../parts/chosen-keys.js';
import { boundKey } from './bound-keys.rules.js';
import { isPressed } from './key.rules.js';
import type { KeyName } from './keys.js';

export function isKeyOf(name: KeyName, event: Parameters<typeof isPressed>[1]): boolean {
  const key = boundKey(name, chosenKeys());
  return key !== undefined && isPressed(key, event);
}
