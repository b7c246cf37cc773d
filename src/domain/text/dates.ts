/** The dates of a folded text, as in EDTF, as precisely as they are given: `--06-18` has no year, `--06` is June of any. */
import { ambiguousMonths, monthNames } from './month-names.js';
import { englishDays, ordinalDays } from './ordinal-days.js';

/** Of a pattern: any of these names, the longest first. */
export const anyOf = (names: Iterable<string>): string =>
  [...names].sort((one, other) => other.length - one.length).join('|');

const months = anyOf(monthNames.keys());
const plainMonths = anyOf([...monthNames.keys()].filter((name) => !ambiguousMonths.has(name)));
const word = String.raw`(?<![\p{L}\p{N}])`;
/** Of a pattern: the end of a word. */
export const end = String.raw`(?![\p{L}\p{N}])`;

const isoDate = /(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])/gu;
const slashed = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])/gu;
/** Between day, month and year, where they do not stand side by side: 18-يونيو-2024, 18يونيو2024. */
const joint = '[ ./-]?';
/** A month may be given under two names: أغسطس/آب, آب (أغسطس), (آب) أغسطس, آب أغسطس. */
const second = String.raw`(?:(?: ?[/(] ?| )(?:${months})\)?)?`;
const month = String.raw`\(?(${months})\)?${second}`;
const year = String.raw`(?:(?:,? (?:(?:من |ل)?(?:ال)?(?:عام|سنه) ?|of )?|[./-]?)(\d{4})م?)`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
/** Words need what says that a day follows: the second name of تشرين الثاني نوفمبر is none. */
const inWords = `(${anyOf(ordinalDays.keys())}) (?:of |من (?:شهر )?)`;
/** The number of an aircraft or a rocket: in "an F-16 may", nothing is a month. */
const notOfName = '(?:(?<=(?:mid|pre|post|early|late|until|since|al)-)|(?<![a-z]-))';
const dayFirst = new RegExp(
  `${notOfName}${word}(?:[وف]?[بلك]?(?:ال ?)?${day}(?: (?:of |(?:من )?(?:شهر )?)|${joint})|[وف]?[بلك]?${inWords})${month}${year}?${end}`,
  'gu',
);
const monthFirst = new RegExp(`${word}${month}${joint}${day}${year}?${end}`, 'gu');
const monthOnly = new RegExp(`${word}[وبفلك]?${month}${year}${end}`, 'gu');
/** Behind it even "may" is a month. */
const isMonth =
  '(?:in|since|until|till|during|of|last|next|early|mid|late|[وبفل]?(?:في|منذ|خلال|شهر|حتي|مطلع|بدايه|نهايه|اوايل|اواخر|منتصف))';
const monthAndWords = new RegExp(
  `${word}((?:on|${isMonth}) )?${month} (the )?(${anyOf(englishDays)})${year}?${end}`,
  'gu',
);
const bareMonth = new RegExp(
  `(?:${word}${isMonth} ${month}|${word}[وبفلك]?(${plainMonths})${second})${end}`,
  'gu',
);

/** In place of a date, so that the hyphen of 2019-20 does not begin anything. */
export const taken = ' #';

export function takeDates(text: string): { dates: string[]; rest: string } {
  const dates: string[] = [];
  let rest = text;
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
  const monthOf = (name = ''): number | undefined => monthNames.get(name);
  const dayOf = (digits = '', words = ''): number => ordinalDays.get(words) ?? Number(digits);
  take(isoDate, ([, year, month, day]) => dateOf(year, Number(month), Number(day)));
  take(slashed, ([, first, second, year]) => slashedDate(Number(first), Number(second), year ?? ''));
  take(dayFirst, ([, day, words, month, year]) => dateOf(year, monthOf(month), dayOf(day, words)));
  take(monthFirst, ([, month, day, year]) => dateOf(year, monthOf(month), dayOf(day)));
  take(monthAndWords, ([, before, month = '', the, words, year]) => {
    // "He may first consult the king"
    const isVerb = /^(?:may|march)$/.test(month) && !before && !the && !year;
    return isVerb ? undefined : dateOf(year, monthOf(month), dayOf('', words));
  });
  take(monthOnly, ([, month, year]) => dateOf(year, monthOf(month), undefined));
  take(bareMonth, ([, named, plain]) => dateOf(undefined, monthOf(named) ?? monthOf(plain), undefined));
  return { dates, rest };
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
