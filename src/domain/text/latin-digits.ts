/** PURE: digits of any script as those that dates and numbers of data are written with: ٢٠٢٤ → 2024. */
const digit = /\p{Nd}/u;
const digits = /\p{Nd}/gu;

/** The digits of every script stand in order, ten by ten. */
export function latinDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (digit.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

export const latinDigits = (text: string): string => text.replace(digits, latinDigit);
