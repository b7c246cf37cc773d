/** The money that a number is of: one sign, name or code for each (`$`, `dinar`, `CAD`). */
import { currencies, isCountry, moneyOfCountry, moneyOfLetters } from './currencies.js';
import { afterHyphen, isDigits, textAt, type Tokens } from './number-tokens.js';

const isSign = (text: string): boolean => /^\p{Sc}$/u.test(text);

/** `$5`, `USD 5`, `C$5`. */
export function moneyBefore(tokens: Tokens, at: number): string | undefined {
  if (!isDigits(tokens, at + 1) || !/^(?:\p{Sc}|[a-z]{3})$/u.test(textAt(tokens, at))) return undefined;
  const money = currencies.get(textAt(tokens, at));
  if (money === undefined || tokens[at]?.gap !== false) return money;
  return moneyOfLetters(money, textAt(tokens, at - 1)) ?? money;
}

/** `5 euros`, `5 Canadian dollars`, `5 دنانير كويتية`, `5-dollar`, `5$`; in `5 $6` the sign is the next number's. */
export function moneyAfter(tokens: Tokens, at: number): { money: string; next: number } | undefined {
  let place = afterHyphen(tokens, at);
  if (/^(?:new zealand|hong kong)$/.test(`${textAt(tokens, place)} ${textAt(tokens, place + 1)}`)) place++;
  const before = isCountry(textAt(tokens, place)) ? textAt(tokens, place++) : '';
  const unit = currencies.get(textAt(tokens, place));
  if (unit === undefined) return undefined;
  if (isSign(textAt(tokens, place)) && isDigits(tokens, place + 1)) return undefined;
  const after = moneyOfCountry(unit, textAt(tokens, place + 1));
  if (after !== undefined) return { money: after, next: place + 2 };
  return { money: moneyOfCountry(unit, before) ?? unit, next: place + 1 };
}
