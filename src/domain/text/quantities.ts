/**
 * The numbers and dates of a text in a form that can be compared: 1,500 and ١٥٠٠ and "1.5 thousand" are one
 * number, "18 يونيو 2024" and 2024-06-18 one date. What is left of a date is written as in EDTF: `--06-18` has
 * no year.
 */
import { foldText } from './fold.js';
import { monthNames } from './month-names.js';
import { bareScales, numberWords, scales } from './number-words.js';

export interface Quantities {
  numbers: string[];
  dates: string[];
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
const yearOnly = /(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d|%| ?(?:%|في ال|بال|per ?cent))/gu;

const inWords = new RegExp(`${word}[وبل]?(${anyOf(numberWords.keys())})${end}`, 'gu');
const bareScale = new RegExp(`${word}[وبل]?(${anyOf(bareScales.keys())})${end}`, 'gu');
/** Percent in words; and its sign before the number, where a line from right to left was typed so. */
const percentInWords = /(?<=\d) ?(?:في ال(?:ميه|مايه)|بال(?:ميه|مايه)|per ?cent|pct)(?!\p{L})/gu;
const percentBefore = /(?<![\d%])% ?(\d{1,15}(?:[.,]\d{1,15})?)(?![\d%])/gu;
/** $1.5m, €3k: single letters only behind a currency. */
const shortScale = /([$€£¥] ?\d[\d.,]{0,17})([kmb])(?![\p{L}\p{N}])/gu;
const shortScales: Readonly<Record<string, string>> = { k: ' thousand', m: ' million', b: ' billion' };
const spaced = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])/gu;
const number = /(?<![\d.,])\d{1,18}(?:[.,]\d{1,18})*(?:%| ?\p{L}{2,9})?/gu;

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
      return ' ';
    });
  };
  take(isoDate, ([, year, month, day]) => dateOf(year, Number(month), Number(day)));
  take(slashed, ([, first, second, year]) => slashedDate(Number(first), Number(second), year ?? ''));
  take(dayFirst, ([, day, month, year]) => dateOf(year, monthNames.get(month ?? ''), Number(day)));
  take(monthFirst, ([, month, day, year]) => dateOf(year, monthNames.get(month ?? ''), Number(day)));
  take(monthOnly, ([, month, year]) => dateOf(year, monthNames.get(month ?? ''), undefined));
  take(yearOnly, ([year]) => year);
  return { numbers: [...new Set(numbersIn(rest))], dates: [...new Set(dates)] };
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

/** Of a text without its dates. */
function numbersIn(text: string): string[] {
  const inDigits = text
    .replace(inWords, (_, name: string) => ` ${String(numberWords.get(name))}`)
    .replace(percentInWords, '%')
    .replace(/(?<=\d) %/gu, '%')
    .replace(percentBefore, '$1%')
    .replace(shortScale, (_, digits: string, unit: string) => digits + (shortScales[unit] ?? ''))
    .replace(spaced, (found) => found.replaceAll(' ', ''));
  const numbers: string[] = [];
  const rest = inDigits.replace(number, (found) => {
    numbers.push(numberOf(found));
    return ' ';
  });
  const bare = Array.from(rest.matchAll(bareScale), ([, name = '']) => String(bareScales.get(name)));
  return [...numbers, ...bare];
}

function numberOf(found: string): string {
  const [, digits = '', unit = ''] = /^([\d.,]+) ?(.*)$/u.exec(found) ?? [];
  const scale = scales.get(unit) ?? 1;
  const plain = withoutSeparators(digits);
  // A number too long to be one (an identifier) stays as it is written.
  const value = plain.length > 15 ? plain : String(Number((Number(plain) * scale).toPrecision(15)));
  return unit === '%' ? `${value}%` : value;
}

/** `1,500` and `1.500.000` are whole; `1,5` and `1.5` are not. */
function withoutSeparators(digits: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '');
  return digits.replace(',', '.');
}
