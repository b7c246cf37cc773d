/** PURE: the choice whose key was pressed, by its place on the keyboard: an Arabic layout writes other digits. */
interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

/** The row of digits as it stands on a keyboard: twelve choices can be told apart by it. */
const signs = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='] as const;
const lastCodes: Readonly<Record<string, number>> = { Digit0: 10, Numpad0: 10, Minus: 11, Equal: 12 };

/** What is printed beside a choice, counted from 1; undefined where it has no key. */
export const keyOfChoice = (choice: number): string | undefined => signs[choice - 1];

/** Counted from 1; undefined for any other key, and for one that is held. */
export function choicePressed({ code, repeat, ...modifiers }: Pressed): number | undefined {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  const choice = digit === undefined ? lastCodes[code] : Number(digit);
  const { ctrlKey, metaKey, altKey, shiftKey } = modifiers;
  const isAlone = !ctrlKey && !metaKey && !altKey && !shiftKey && !repeat;
  return isAlone ? choice : undefined;
}
