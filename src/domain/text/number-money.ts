/** The money that a number is of: one sign or name for each (`$`, `dinar`). */
import { afterHyphen, isDigits, textAt, type Tokens } from './number-tokens.js';
import { currencies } from './number-words.js';

const isSign = (text: string): boolean => /^\p{Sc}$/u.test(text);

/** `$5`, `USD 5`. */
export const moneyBefore = (tokens: Tokens, at: number): string | undefined =>
  isDigits(tokens, at + 1) && /^(?:\p{Sc}|[a-z]{3})$/u.test(textAt(tokens, at))
    ? currencies.get(textAt(tokens, at))
    : undefined;

/** `5 euros`, `5 US dollars`, `5-dollar`, `5$`; in `5 $6` the sign is the next number's. */
export function moneyAfter(tokens: Tokens, at: number): { money: string; next: number } | undefined {
  let place = afterHyphen(tokens, at);
  if (['us', 'american'].includes(textAt(tokens, place))) place++;
  const money = currencies.get(textAt(tokens, place));
  if (money === undefined) return undefined;
  if (isSign(textAt(tokens, place)) && isDigits(tokens, place + 1)) return undefined;
  return { money, next: place + 1 };
}
