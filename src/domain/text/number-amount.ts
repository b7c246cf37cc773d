/** How much a number is, in digits and in words: 1,500, "twenty-five", ثلاثة آلاف وخمسمئة, "two and a half million". */
import { countedWords } from './counted-things.js';
import { currencies } from './currencies.js';
import { digitsAt } from './number-digits.js';
import { moneyAfter } from './number-money.js';
import { percentAfter } from './number-percent.js';
import { afterHyphen, isDigits, textAt, type Tokens } from './number-tokens.js';
import { isCountedBySix, type NumberWord } from './number-words.js';

export interface Amount {
  value: number;
  /** What is smaller than it may follow: "two million | three hundred thousand". */
  scale: number;
  next: number;
  /** As it is shown, where that is not its value in digits. */
  shown?: string;
}

/** Parts that become smaller: "two thousand five hundred", ثلاثة آلاف وخمسمئة, 3 ملايين و200 ألف. */
export function readAmount(tokens: Tokens, at: number, isMoney: boolean): Amount | undefined {
  let sum = readPart(tokens, at, isMoney);
  while (sum && sum.scale > 1) {
    const start = joinedAt(tokens, sum.next);
    const part = start === undefined ? undefined : readPart(tokens, start, false);
    if (!part || part.value >= sum.scale) break;
    if (textAt(tokens, sum.next) === 'and' && (sum.scale > 1e3 || part.value >= 100)) break;
    // "2 million six days ago"
    if (sum.scale > 1e3 && part.value < 100) break;
    sum = { value: sum.value + part.value, scale: part.scale, next: part.next };
  }
  return sum;
}

/** Where that which is added to the number before it begins. */
function joinedAt(tokens: Tokens, at: number): number | undefined {
  if (textAt(tokens, at) === 'و') return at + 1;
  const start = textAt(tokens, at) === 'and' ? at + 1 : afterHyphen(tokens, at);
  const word = tokens[start]?.word;
  if (!word) return undefined;
  return word.isArabic ? (word.and ? start : undefined) : start;
}

function readPart(tokens: Tokens, at: number, isMoney: boolean): Amount | undefined {
  const base = isDigits(tokens, at) ? readDigits(tokens, at) : readBelowThousand(tokens, at);
  if (!base) return readScaleAlone(tokens, at);
  if (base.shown !== undefined) return base;
  const more = fractionAfter(tokens, base.next) ?? decimalsAfter(tokens, base.next);
  const value = base.value + (more?.value ?? 0);
  const next = more?.next ?? base.next;
  if (percentAfter(tokens, next)) return { value, scale: 1, next };
  const scale = scaleAt(tokens, next, isMoney);
  if (scale) return withFraction(tokens, { ...scale, value: value * scale.scale });
  const isNone = tokens[at]?.word?.kind === 'inCompound' && next === at + 1;
  return isNone ? undefined : { value, scale: 1, next };
}

function readDigits(tokens: Tokens, at: number): Amount {
  const plain = digitsAt(tokens, at);
  // A number too long to be one (an identifier), or a version, stays as it is written.
  const isWritten = plain.length > 15 || Number.isNaN(Number(plain));
  return { value: Number(plain), scale: 1, next: at + 1, ...(isWritten && { shown: plain }) };
}

/** مليون, a thousand, ألفان. */
function readScaleAlone(tokens: Tokens, at: number): Amount | undefined {
  const word = tokens[at]?.word;
  if (word?.kind === 'dual')
    return withFraction(tokens, { value: word.value, scale: word.value / 2, next: at + 1 });
  if (word?.kind === 'scale' && isDual(tokens, at))
    return withFraction(tokens, { value: 2 * word.value, scale: word.value, next: at + 1 });
  if (word?.kind !== 'scale' || !word.alone) return undefined;
  if (textAt(tokens, at) === 'thousand' && textAt(tokens, at - 1) !== 'a') return undefined;
  return withFraction(tokens, { value: word.value, scale: word.value, next: at + 1 });
}

const shortScales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
]);

/** ألفا جندي and مليونا دولار are two of them. */
const isDual = (tokens: Tokens, at: number): boolean =>
  /(?:الف|مليون|مليار)ا$/u.test(textAt(tokens, at)) &&
  (countedWords.has(textAt(tokens, at + 1)) || currencies.has(textAt(tokens, at + 1)));

/** With what multiplies it: `5 million`, `1.5-million`; `m` and the like only of money and of what is often counted. */
export function scaleAt(
  tokens: Tokens,
  at: number,
  isMoney: boolean,
): { scale: number; next: number } | undefined {
  const place = afterHyphen(tokens, at);
  const { word, text = '', gap } = tokens[place] ?? {};
  if ((word?.kind === 'scale' || word?.kind === 'hundred') && !word.and)
    return { scale: word.value, next: place + 1 };
  const short = shortScales.get(text);
  if (short === undefined || gap !== false) return undefined;
  return isMoney || moneyAfter(tokens, place + 1) || countedWords.has(textAt(tokens, place + 1))
    ? { scale: short, next: place + 1 }
    : undefined;
}

/** مليون ونصف المليون, "a million and a half". */
function withFraction(tokens: Tokens, amount: Amount): Amount {
  const more = fractionAfter(tokens, amount.next);
  if (!more) return amount;
  const again = tokens[more.next]?.word;
  const isScale = again?.kind === 'scale';
  if (isScale && again.value !== amount.scale) return amount;
  return {
    ...amount,
    value: amount.value + more.value * amount.scale,
    next: more.next + (isScale ? 1 : 0),
  };
}

/** "and a half", ونصف, وربع. */
function fractionAfter(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  const isEnglish = textAt(tokens, at) === 'and' && textAt(tokens, at + 1) === 'a';
  const place = isEnglish ? at + 2 : textAt(tokens, at) === 'و' ? at + 1 : at;
  const word = tokens[place]?.word;
  if (word?.kind !== 'fraction' || (place === at && !word.and) || (word.value * 4) % 1 !== 0)
    return undefined;
  return { value: word.value, next: place + 1 };
}

/** ثلاثة فاصلة خمسة, "three point oh five" but for the "oh": a number behind it is read digit by digit, or as one. */
function decimalsAfter(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  if (!/^(?:فاصله|فاصل|نقطه|point)$/u.test(textAt(tokens, at))) return undefined;
  let [digits, next] = ['', at + 1];
  while (digits.length < 9) {
    const part = /^\d{1,9}$/.test(textAt(tokens, next))
      ? readDigits(tokens, next)
      : readDecimal(tokens, next);
    if (!part) break;
    digits += String(part.value);
    next = part.next;
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), next };
}

function readDecimal(tokens: Tokens, at: number): Amount | undefined {
  if (tokens[at]?.word?.and) return undefined;
  const isOne = tokens[at]?.word?.kind === 'inCompound' && tokens[at].word.value === 1;
  return readBelowHundred(tokens, at) ?? (isOne ? { value: 1, scale: 1, next: at + 1 } : undefined);
}

function readBelowThousand(tokens: Tokens, at: number): Amount | undefined {
  const first = tokens[at]?.word;
  const head = readBelowHundred(tokens, at);
  const multiplier = tokens[head ? afterHyphen(tokens, head.next) : at]?.word;
  let hundreds: Amount | undefined;
  if (head && isHundred(multiplier, head.value))
    hundreds = { value: head.value * 100, scale: 1, next: afterHyphen(tokens, head.next) + 1 };
  else if (first?.kind === 'count' && first.value >= 100)
    hundreds = { value: first.value, scale: 1, next: at + 1 };
  else if (first?.kind === 'hundred' && textAt(tokens, at - 1) === 'a')
    hundreds = { value: 100, scale: 1, next: at + 1 };
  if (!hundreds) return head;
  const start = joinedAt(tokens, hundreds.next);
  const rest = start === undefined ? undefined : readBelowHundred(tokens, start);
  const isRest = rest && !isHundred(tokens[rest.next]?.word, rest.value);
  return isRest ? { ...rest, value: hundreds.value + rest.value } : hundreds;
}

const isHundred = (word: NumberWord | undefined, before: number): boolean =>
  word?.kind === 'hundred' || (word?.kind === 'count' && word.value === 100 && !word.and && before < 10);

/** خمسة وعشرون, ثلاثة عشر, "twenty-five", الحادي والعشرين; an ordinal alone is none. */
function readBelowHundred(tokens: Tokens, at: number): Amount | undefined {
  const { word, text } = tokens[at] ?? {};
  if (!word || word.value >= 100 || !['count', 'times', 'inCompound', 'ordinal'].includes(word.kind))
    return undefined;
  if (text === 'لست' && !isCountedBySix(textAt(tokens, at + 1))) return undefined;
  const place = word.isArabic ? at + 1 : afterHyphen(tokens, at + 1);
  const second = tokens[place]?.word;
  if (second?.isArabic === word.isArabic && isCompound(word, second))
    return { value: word.value + second.value, scale: 1, next: place + 1 };
  return word.kind === 'ordinal' ? undefined : { value: word.value, scale: 1, next: at + 1 };
}

function isCompound(first: NumberWord, second: NumberWord): boolean {
  const isTens = ({ value }: NumberWord): boolean => value >= 20 && value % 10 === 0;
  if (first.kind === 'times' || second.kind === 'times') return false;
  if (!first.isArabic)
    return isTens(first) && second.value < 10 && ['count', 'inCompound', 'ordinal'].includes(second.kind);
  if (first.value >= 10 || second.kind !== 'count') return false;
  return second.and ? isTens(second) && second.value < 100 : second.value === 10;
}
