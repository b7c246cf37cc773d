/** PURE: the ways in which folded texts hold one number. */

const written =
  /^[%\p{Sc}]?(\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:\.\d{3}){2,4}|\d{1,15})(?:([.,])(\d{1,9}))?[%\p{Sc}]?$/u;

export const isNumber = (word: string): boolean => written.test(word);

/** 2500, 2,500 and 2 500; 3.5%, 3,5 % and %3.5. Of another word, the word itself. */
export function spellingsOfNumber(word: string): string[] {
  const [, whole, , part] = written.exec(word) ?? [];
  if (whole === undefined) return [word];
  const digits = whole.replace(/[.,]/g, '');
  // A digit or two without their sign stand in nearly every text.
  if (/\p{Sc}/u.test(word) && digits.length < 3) return [word];
  // Behind a point three zeros are a thousand: nobody is so exact.
  if (word.includes('%')) {
    const amounts = withPart([digits], part);
    return [...new Set([word, ...amounts.flatMap((one) => [`${one}%`, `${one} %`, `%${one}`, `% ${one}`])])];
  }
  const forms = part === '000' ? wholesOf(digits + part) : withPart(wholesOf(digits), part);
  return [...new Set([word, ...forms])];
}

function wholesOf(digits: string): string[] {
  if (digits.length <= 3 || digits.startsWith('0')) return [digits];
  const groups = new Intl.NumberFormat('en').format(BigInt(digits));
  return [digits, ...[',', ' ', '.'].map((sign) => groups.replaceAll(',', sign))];
}

const withPart = (wholes: readonly string[], part: string | undefined): string[] =>
  part === undefined ? [...wholes] : wholes.flatMap((one) => [`${one}.${part}`, `${one},${part}`]);
