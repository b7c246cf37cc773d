/** PURE: the digit that was pressed, by its place on the keyboard: an Arabic layout writes other digits. */
interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** From 1 to 9; undefined for any other key, and for one that is held. */
export function digitPressed({ code, ctrlKey, metaKey, altKey, repeat }: Pressed): number | undefined {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  return digit === undefined || ctrlKey || metaKey || altKey || repeat ? undefined : Number(digit);
}
