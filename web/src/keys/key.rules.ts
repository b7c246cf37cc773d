/** PURE: whether a key of the table was pressed, and whether somebody is writing at the time. */
import type { Key } from './keys.js';

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export const isPressed = ({ code, command = false, shift = false }: Key, event: Pressed): boolean =>
  event.code === code &&
  (event.ctrlKey || event.metaKey) === command &&
  !event.altKey &&
  event.shiftKey === shift;

interface Target {
  tagName?: string;
  type?: string;
  isContentEditable?: boolean;
}

const notText = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

export function isWriting(target: unknown): boolean {
  const { tagName, type = '', isContentEditable } = (target ?? {}) as Target;
  if (tagName === 'INPUT') return !notText.has(type);
  return tagName === 'TEXTAREA' || tagName === 'SELECT' || isContentEditable === true;
}
