/** What digits with points and commas among them amount to. */
import { wholeThings } from './counted-things.js';
import { textAt, type Tokens } from './number-tokens.js';

/** Of them 12.000 is a measure, not thousands. */
const measuresOfParts = /^(?:[%°‰]|percent|pct|per|sec|seconds?|degrees?|inch(?:es)?)$/;

/**
 * `1,500`, `1.500.000` and `12.000` are whole, and `2.500` before what is counted in whole ones; `1,5`, `1.5` and `2.500` are not.
 * In `1.234,5` the comma is the point.
 */
export function digitsAt(tokens: Tokens, at: number): string {
  const [digits = ''] = /^\d{1,18}(?:[.,]\d{1,18})*/.exec(textAt(tokens, at)) ?? [];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '');
  const isThousands = /^[1-9]\d{0,2}\.\d{3}$/.test(digits) && areThousands(digits, textAt(tokens, at + 1));
  return isThousands ? digits.replace('.', '') : digits.replace(',', '.');
}

const areThousands = (digits: string, next: string): boolean =>
  wholeThings.has(next) || (digits.endsWith('.000') && !measuresOfParts.test(next));
