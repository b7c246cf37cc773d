/** The numbers of a folded text, in digits and in words, each in one form: 1500, -5%, 1/4, `5000000 $`. */
import { readAmount } from './number-amount.js';
import { readFraction } from './number-fraction.js';
import { moneyAfter, moneyBefore } from './number-money.js';
import { percentAfter } from './number-percent.js';
import { isDigits, textAt, tokensOf, type Tokens } from './number-tokens.js';

/** Of a text without its dates. */
export function numbersIn(text: string): string[] {
  const tokens = tokensOf(text);
  const numbers: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = readNumber(tokens, at);
    if (found) numbers.push(found.number);
    at = found?.next ?? at + 1;
  }
  return numbers;
}

function readNumber(tokens: Tokens, at: number): { number: string; next: number } | undefined {
  const isPercent = textAt(tokens, at) === '%';
  let start = isPercent ? at + 1 : at;
  const isNegative = hasMinus(tokens, start, isPercent);
  if (isNegative) start++;
  const before = moneyBefore(tokens, start);
  if (before) start++;
  if (start > at && !isDigits(tokens, start)) return undefined;
  const amount = readFraction(tokens, start) ?? readAmount(tokens, start, before !== undefined);
  if (!amount) return undefined;
  const percent = percentAfter(tokens, amount.next);
  const after = moneyAfter(tokens, amount.next);
  const value = amount.value / (percent?.under ?? 1);
  const isPart = percent !== undefined && amount.shown?.includes('/');
  const written = isPart ? undefined : amount.shown;
  const shown = (isNegative ? '-' : '') + (written ?? String(Number(value.toPrecision(15))));
  if (percent !== undefined || isPercent) return { number: `${shown}%`, next: percent?.next ?? amount.next };
  const money = before ?? after?.money;
  return { number: money ? `${shown} ${money}` : shown, next: after?.next ?? amount.next };
}

/** A hyphen after a blank and before a digit; between two numbers it is a span. */
function hasMinus(tokens: Tokens, at: number, isPercent: boolean): boolean {
  if (['minus', 'سالب'].includes(textAt(tokens, at))) return isDigits(tokens, at + 1);
  if (!/^[-\u2212]$/.test(textAt(tokens, at)) || tokens[at + 1]?.gap !== false) return false;
  const before = textAt(tokens, at - 1);
  return isPercent || before === '(' || (tokens[at]?.gap === true && !/^[\d%]/.test(before));
}
