/** PURE: whether a key of the table was pressed, and whether it does anything at the time. */
import { isLeader, type Key } from './keys.js';

interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState?: (key: 'AltGraph') => boolean;
}

/** AltGr writes letters; Windows says Ctrl and Alt for it. */
export const isPressed = ({ code, command = false, shift = false }: Key, event: Pressed): boolean =>
  event.code === code &&
  (event.ctrlKey || event.metaKey) === command &&
  !event.altKey &&
  event.getModifierState?.('AltGraph') !== true &&
  event.shiftKey === shift;

/** Part of writing a word that is put together of several. Safari says so of its last key by its code alone. */
export const isOfWord = ({ isComposing, keyCode }: { isComposing: boolean; keyCode: number }): boolean =>
  isComposing || keyCode === 229;

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

interface Press extends Pressed {
  defaultPrevented: boolean;
  repeat: boolean;
  target: unknown;
}

/** `before`: the key that was pressed just before. */
const comesInTurn = ({ after }: Key, before: string | undefined): boolean =>
  after === undefined ? !isLeader(before) : after === before;

/** Whether the screen does what this key is for. Behind a dialog or a menu it does nothing: they have keys of their own. */
export const isForScreen = (key: Key, press: Press, isCovered: boolean, before?: string): boolean =>
  !press.defaultPrevented &&
  !press.repeat &&
  !isCovered &&
  isPressed(key, press) &&
  comesInTurn(key, before) &&
  (key.command === true || !isWriting(press.target));
