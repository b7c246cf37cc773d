/**
 * The numbers and dates of a text in a form that can be compared: 1,500 and ١٥٠٠ and "1.5 thousand" are one
 * number, "18 يونيو 2024" and 2024-06-18 one date. What is left of a date is written as in EDTF: `--06-18` has
 * no year.
 */
import { foldText } from './fold.js';
import { monthNames } from './month-names.js';

export interface Quantities {
  numbers: string[];
  dates: string[];
}

const months = [...monthNames.keys()].sort((a, b) => b.length - a.length).join('|');
const word = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;

const isoDate = /(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])/gu;
const slashed = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])/gu;
const dayFirst = new RegExp(`${word}(\\d{1,2}) (?:of )?(${months})(?:,? (\\d{4}))?${end}`, 'gu');
const monthFirst = new RegExp(`${word}(${months}) (\\d{1,2})(?:,? (\\d{4}))?${end}`, 'gu');
const monthOnly = new RegExp(`${word}(${months})(?: (\\d{4}))${end}`, 'gu');
const yearOnly = /(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)/gu;
const number = /(?<![\d.,])\d{1,18}(?:[.,]\d{1,18})*(?: ?(?:%|\p{L}{3,9}))?/gu;

/** Words that multiply the number before them. */
const scales: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    ألف: 1e3,
    آلاف: 1e3,
    الف: 1e3,
    thousand: 1e3,
    مليون: 1e6,
    ملايين: 1e6,
    million: 1e6,
    مليار: 1e9,
    مليارات: 1e9,
    billion: 1e9,
  }).map(([name, factor]) => [foldText(name, 'search'), factor]),
);

export function quantitiesOf(text: string): Quantities {
  const dates: string[] = [];
  let rest = foldText(text, 'search')
    .replace(/[\u066B]/g, '.')
    .replace(/[\u066C]/g, ',')
    .replace(/\s+/gu, ' ');
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
  const numbers = Array.from(rest.matchAll(number), ([found]) => numberOf(found));
  return { numbers: [...new Set(numbers)], dates: [...new Set(dates)] };
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

function numberOf(found: string): string {
  const [, digits = '', unit = ''] = /^([\d.,]+) ?(.*)$/u.exec(found) ?? [];
  const scale = scales[unit] ?? 1;
  const plain = withoutSeparators(digits);
  // A number too long to be one (an identifier) stays as it is written.
  const value =
    plain.length > 15 || scale === 1 ? plain : String(Number((Number(plain) * scale).toPrecision(15)));
  return unit === '%' ? `${value}%` : value;
}

/** `1,500` and `1.500.000` are whole; `1,5` and `1.5` are not. */
function withoutSeparators(digits: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '');
  return digits.replace(',', '.');
}
