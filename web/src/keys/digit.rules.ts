/** PURE: the digit that was pressed, by its place on the keyboard: an Arabic layout writes other digits. */
interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

/** From 1 to 9; undefined for any other key, and for one that is held. */
export function digitPressed({ code, repeat, ...modifiers }: Pressed): number | undefined {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  const { ctrlKey, metaKey, altKey, shiftKey } = modifiers;
  const isAlone = !ctrlKey && !metaKey && !altKey && !shiftKey && !repeat;
  return digit !== undefined && isAlone ? Number(digit) : undefined;
}
