/** The names of the months in Arabic (both sets, and their spellings) and English, folded, each with its number. */
import { foldText } from './fold.js';
import { foldedWords } from './folded-words.js';

const names = [
  'يناير كانون_الثاني كانون_ثاني كانون_ثان جانفي january jan',
  'فبراير شباط فيفري february feb',
  'مارس آذار march mar',
  'أبريل ابريل إبريل أپريل نيسان أفريل april apr',
  'مايو مايس أيار ماي may',
  'يونيو يونية حزيران جوان june jun',
  'يوليو يولية يوليوز تموز جويلية july jul',
  'أغسطس آب أوت غشت august aug',
  'سبتمبر سپتمبر أيلول شتنبر september sept sep',
  'أكتوبر أوكتوبر تشرين_الأول تشرين_أول october oct',
  'نوفمبر نوڤمبر تشرين_الثاني تشرين_ثاني تشرين_ثان نونبر november nov',
  'ديسمبر كانون_الأول كانون_أول دجنبر december dec',
];

export const monthNames: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, index) =>
    line.split(' ').map((name) => [foldText(name.replace('_', ' '), 'search'), index + 1] as const),
  ),
);

/** Those that are verbs or names of something else too: may, march, مارس (practiced), آب (came back). */
export const ambiguousMonths: ReadonlySet<string> = foldedWords([
  'may march mar jan feb apr april jun june jul aug august sep sept oct nov dec',
  'مارس آذار نيسان أفريل ماي مايس أيار جوان تموز آب أوت غشت',
]);

/** As publishers of claims write them, too: long and short. */
const otherLanguages = [
  'fr',
  'es',
  'pt',
  'de',
  'it',
  'nl',
  'tr',
  'id',
  'pl',
  'ru',
  'uk',
  'fa-u-ca-gregory',
  'he',
  'hi',
];

function namesIn(language: string): [string, number][] {
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index): [string, number] => {
      const parts = format.formatToParts(Date.UTC(2024, index, 15));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      return [foldText(name.replace(/\.$/, ''), 'search'), index + 1];
    });
  });
}

const others = otherLanguages
  .flatMap(namesIn)
  .filter(([name]) => /\p{L}{3}/u.test(name) && !monthNames.has(name));
const numberOf = (name: string): Set<number> =>
  new Set(others.filter(([one]) => one === name).map(([, number]) => number));

/** Names of months in more languages; one that means two months means none. For what stands where a date is due. */
export const looseMonthNames: ReadonlyMap<string, number> = new Map([
  ...others.filter(([name]) => numberOf(name).size === 1),
  ...monthNames,
]);
