/**
 * The numbers and dates of a text in a form that can be compared: 1,500 and ١٥٠٠ and "1.5 thousand" are one
 * number, "18 يونيو 2024" and 2024-06-18 one date.
 */
import { foldText } from './fold.js';
import { countedAs, countedWords, isSingle, withPairsCounted } from './counted-things.js';
import { currencies } from './currencies.js';
import { anyOf, end, taken, takeDates } from './dates.js';
import { withHijriDaysCounted } from './hijri-days.js';
import { numberWords } from './number-words.js';
import { numbersIn } from './numbers.js';
import { withoutRepeats } from './same-number.js';
import { isSignificant } from './match-words.js';

export interface Quantities {
  numbers: string[];
  dates: string[];
  /** Of the dates, those that may as well be numbers. */
  maybeNumbers: MaybeNumber[];
  /** The words behind numbers: of `12,000 soldiers` these are "soldiers". */
  things: ReadonlySet<string>;
  /** Those of them that are often counted, and those that stand there as one. */
  counted: Counted;
}

export interface Counted {
  several: ReadonlySet<string>;
  single: ReadonlySet<string>;
}

/** Four digits beside which nothing says "year"; or too little ("in 2000 villages"), and then the word behind them. */
interface MaybeNumber {
  year: string;
  thing: string | undefined;
}

const scaleNames = [...numberWords].filter(([, { kind }]) => kind === 'scale').map(([name]) => name);
const counted = anyOf(
  [...scaleNames, ...countedWords, ...currencies.keys()].filter((name) => /\p{L}/u.test(name)),
);
const percent = String.raw`[%‰‱]|(?:في |ب)ال(?:ميه|مايه|الف|مليون)|per ?cent|pct`;
/** Four digits of which nothing says that they count something. */
const yearOnly = new RegExp(
  String.raw`(?<![\d.,]|\p{Sc} ?)(?:19|20)\d\d(?!\d|[.,]\d| ?(?:${percent})| ?\p{Sc}(?! ?\d)|[ -]?(?:${counted})${end})`,
  'gu',
);
const saysYear =
  /(?:(?<!\p{L})(?:since|years?|until|till|during|early|mid|late|[وبلف]?(?:ال)?(?:عام|سنه)|و?(?:منذ|خلال|حتي|مطلع|بدايه|نهايه|اوايل|اواخر|منتصف|صيف|شتاء|ربيع|خريف)) |[(/-])$/u;
const maySayYear = /(?<!\p{L})(?:the|in|by|و?(?:في|قبل|بعد)) $/u;

export function quantitiesOf(text: string): Quantities {
  const { dates, rest: undated } = takeDates(foldText(decimalsForFractions(text), 'search'));
  let rest = withPairsCounted(withHijriDaysCounted(undated));
  const maybeNumbers: MaybeNumber[] = [];
  rest = rest.replace(yearOnly, (year: string, at: number, whole: string) => {
    dates.push(year);
    const [before, after] = [whole.slice(Math.max(0, at - 12), at), whole.slice(at + 4, at + 30)];
    const [, thing = ''] = /^ (\p{L}+)/u.exec(after) ?? [];
    if (saysYear.test(before) || /^[)/-]/.test(after)) return taken;
    maybeNumbers.push({ year, thing: maySayYear.test(before) ? thing : undefined });
    return taken;
  });
  return {
    numbers: withoutRepeats(numbersIn(rest)),
    dates: [...new Set(dates)],
    maybeNumbers,
    things: thingsIn(rest),
    counted: countedIn(rest),
  };
}

const fractionSign = /(?<!\p{Nd})(\p{Nd}{1,15})([\u00BC-\u00BE\u2150-\u215E])/gu;

/** 2½ as 2.5: folded it would be 21⁄2. */
const decimalsForFractions = (text: string): string =>
  text.replace(fractionSign, (_, whole: string, sign: string) => {
    const [over, under] = sign.normalize('NFKC').split('\u2044').map(Number);
    return String(Number(foldText(whole, 'search')) + Number(((over ?? 0) / (under ?? 1)).toFixed(3)));
  });

function thingsIn(text: string): Set<string> {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const isAmount = (one = ''): boolean => /\d$/.test(one) || numberWords.get(one)?.kind === 'scale';
  return new Set(words.filter((one, at) => isAmount(words[at - 1]) && isSignificant({ key: one })));
}

function countedIn(text: string): Counted {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const isNumber = (one = ''): boolean => /\d$/.test(one) || numberWords.has(one);
  const [several, single] = [new Set<string>(), new Set<string>()];
  for (const [at, word] of words.entries()) {
    const name = countedAs(word);
    const [before = '', after = ''] = [words[at - 1], words[at + 1]];
    if (name === undefined) continue;
    if (isNumber(before) && before !== 'one') several.add(name);
    else if (isSingle(word, before, after)) single.add(name);
  }
  return { several, single };
}
