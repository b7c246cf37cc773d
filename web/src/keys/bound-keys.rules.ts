/**
 * PURE: the key by which a member does something: the usual one, or what they chose. They name it by its place, as
 * `KeyboardEvent.code` does, with Shift or Ctrl before it: `KeyJ`, `Shift+Digit2`, `Ctrl+Enter`.
 */
import { keys, type Key, type KeyName } from './keys.js';
import { isSwitchedOff, type Chosen } from './single-keys.rules.js';

const signs: Readonly<Record<string, string>> = {
  ...{ BracketLeft: '[', BracketRight: ']', Slash: '/', Backslash: '\\', Comma: ',', Period: '.' },
  ...{ Semicolon: ';', Quote: "'", Minus: '-', Equal: '=', Backquote: '`', Enter: '↵', Space: '␣' },
};

/** As it is printed; undefined for what is no key of a desk: Tab and Esc are for moving about. */
function signOf(code: string): string | undefined {
  const [, letter, digit, other] = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code) ?? [];
  return letter ?? digit ?? other ?? signs[code];
}

/** Undefined where it is switched off. What nobody can press is as if it had not been chosen. */
export function boundKey(name: KeyName, chosen: Chosen | undefined): Key | undefined {
  const usual: Key = keys[name];
  if (isSwitchedOff(name, chosen)) return undefined;
  return readKey(chosen?.[name] ?? '', usual) ?? usual;
}

function readKey(written: string, { screen, does }: Key): Key | undefined {
  const [code = '', ...before] = written.split('+').reverse();
  const sign = signOf(code);
  const [command, shift] = [before.includes('Ctrl'), before.includes('Shift')];
  if (sign === undefined || before.some((one) => one !== 'Ctrl' && one !== 'Shift')) return undefined;
  const printed = [command && 'Ctrl', shift && '⇧', sign].filter((part) => part !== false).join(' ');
  return { code, printed, screen, does, ...(command && { command }), ...(shift && { shift }) };
}
