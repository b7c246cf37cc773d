/**
 * The numbers and dates of a text in a form that can be compared: 1,500 and ١٥٠٠ and "1.5 thousand" are one
 * number, "18 يونيو 2024" and 2024-06-18 one date. What is left of a date is written as in EDTF: `--06-18` has
 * no year.
 */
import { foldText } from './fold.js';
import { monthNames } from './month-names.js';
import { countedWords, currencies, numberWords } from './number-words.js';
import { numbersIn } from './numbers.js';
import { amountOf } from './same-number.js';
import { isSignificant } from './words.js';

export interface Quantities {
  numbers: string[];
  dates: string[];
  /** Of the dates, those that may as well be numbers. */
  maybeNumbers: MaybeNumber[];
  /** The words behind numbers: of `12,000 soldiers` these are "soldiers". */
  things: ReadonlySet<string>;
}

/** Four digits beside which nothing says "year"; or too little ("in 2000 villages"), and then the word behind them. */
export interface MaybeNumber {
  year: string;
  thing: string | undefined;
}

const anyOf = (names: Iterable<string>): string =>
  [...names].sort((one, other) => other.length - one.length).join('|');

const months = anyOf(monthNames.keys());
const word = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;

const isoDate = /(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])/gu;
const slashed = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])/gu;
/** A month may be given under two names: أغسطس/آب, آب (أغسطس). */
const month = String.raw`(${months})(?: ?[/(] ?(?:${months})\)?)?`;
const year = String.raw`(?:,? (?:(?:من )?(?:ال)?(?:عام|سنه) |of )?(\d{4})م?)`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const dayFirst = new RegExp(`${word}${day} (?:of |من )?${month}${year}?${end}`, 'gu');
const monthFirst = new RegExp(`${word}${month} ${day}${year}?${end}`, 'gu');
const monthOnly = new RegExp(`${word}${month}${year}${end}`, 'gu');
const scaleNames = [...numberWords].filter(([, { kind }]) => kind === 'scale').map(([name]) => name);
const counted = anyOf(
  [...scaleNames, ...countedWords, ...currencies.keys()].filter((name) => /\p{L}/u.test(name)),
);
const percent = String.raw`%|في ال(?:ميه|مايه)|بال(?:ميه|مايه)|per ?cent|pct`;
/** Four digits of which nothing says that they count something. */
const yearOnly = new RegExp(
  String.raw`(?<![\d.,]|\p{Sc} ?)(?:19|20)\d\d(?!\d|[.,]\d| ?(?:${percent})| ?\p{Sc}(?! ?\d)|[ -]?(?:${counted})${end})`,
  'gu',
);
const saysYear =
  /(?:(?<!\p{L})(?:since|years?|until|till|during|early|mid|late|[وبلف]?(?:ال)?(?:عام|سنه)|و?(?:منذ|خلال|حتي|مطلع|بدايه|نهايه|اوايل|اواخر|منتصف|صيف|شتاء|ربيع|خريف)) |[(/-])$/u;
const maySayYear = /(?<!\p{L})(?:the|in|by|و?(?:في|قبل|بعد)) $/u;

/** In place of a date, so that the hyphen of 2019-20 does not begin anything. */
const taken = ' #';

export function quantitiesOf(text: string): Quantities {
  const dates: string[] = [];
  let rest = foldText(text, 'search');
  const take = (form: RegExp, read: (groups: string[]) => string | undefined): void => {
    rest = rest.replace(form, (...match: unknown[]) => {
      const date = read(
        match.filter((part) => typeof part === 'string' || part === undefined).map((part) => part ?? ''),
      );
      if (date === undefined) return String(match[0]);
      dates.push(date);
      return taken;
    });
  };
  take(isoDate, ([, year, month, day]) => dateOf(year, Number(month), Number(day)));
  take(slashed, ([, first, second, year]) => slashedDate(Number(first), Number(second), year ?? ''));
  take(dayFirst, ([, day, month, year]) => dateOf(year, monthNames.get(month ?? ''), Number(day)));
  take(monthFirst, ([, month, day, year]) => dateOf(year, monthNames.get(month ?? ''), Number(day)));
  take(monthOnly, ([, month, year]) => dateOf(year, monthNames.get(month ?? ''), undefined));
  const maybeNumbers: MaybeNumber[] = [];
  rest = rest.replace(yearOnly, (year: string, at: number, whole: string) => {
    dates.push(year);
    const [before, after] = [whole.slice(Math.max(0, at - 12), at), whole.slice(at + 4, at + 30)];
    const [, thing = ''] = /^ (\p{L}+)/u.exec(after) ?? [];
    if (saysYear.test(before) || /^[)/-]/.test(after)) return taken;
    maybeNumbers.push({ year, thing: maySayYear.test(before) ? thing : undefined });
    return taken;
  });
  const numbers = [...new Set(numbersIn(rest))];
  // Said once with its money ("$5 million, that is 5 million"), it is said.
  const money = new Set(numbers.filter((number) => amountOf(number) !== number).map(amountOf));
  return {
    numbers: numbers.filter((number) => !money.has(number)),
    dates: [...new Set(dates)],
    maybeNumbers,
    things: thingsIn(rest),
  };
}

function thingsIn(text: string): Set<string> {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const isAmount = (one = ''): boolean => /\d$/.test(one) || numberWords.get(one)?.kind === 'scale';
  return new Set(words.filter((one, at) => isAmount(words[at - 1]) && isSignificant({ key: one })));
}

/** 18/6/2024 and 6/18/2024 are plain; 5/6/2024 is one of two days, and nobody can tell which. */
export function slashedDate(first: number, second: number, year: string): string | undefined {
  if (first > 12 || first === second) return dateOf(year, second, first);
  return second > 12 ? dateOf(year, first, second) : undefined;
}

function dateOf(
  year: string | undefined,
  month: number | undefined,
  day: number | undefined,
): string | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > 31)) return undefined;
  const written = [month, ...(day === undefined ? [] : [day])].map((part) => String(part).padStart(2, '0'));
  return [year === undefined || year === '' ? '-' : year, ...written].join('-');
}
