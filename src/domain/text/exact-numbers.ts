/** PURE: whether the numbers of a JSON text are those that a program reads from it. */

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * A decimal such as 12345678901234567890 is read as another one. What is hashed is what is read, so two
 * different texts would have one hash: of such a number nothing can be proven. Digits after the last one
 * that counts (1.50) say nothing and are no difference.
 */
export function keepsItsNumbers(json: string): boolean {
  for (const [token] of json.matchAll(stringOrNumber)) {
    if (!token.startsWith('"') && plain(token) !== plain(JSON.stringify(Number(token)))) return false;
  }
  return true;
}

const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** One text for each value: sign, the digits that count, and the power of ten of the last of them. */
function plain(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  // By hand: an expression would look at every run of zeros anew from each of them.
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  const significant = digits.slice(0, end);
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${String(power)}`;
}
