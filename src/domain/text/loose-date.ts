/** Dates as they stand in markup found in the wild. */
import { foldText } from './fold.js';
import { foldedWords } from './folded-words.js';
import { looseMonthNames } from './month-names.js';
import { anyOf, end, slashedDate } from './dates.js';
import { ordinalDays } from './ordinal-days.js';
import { parseEdtf } from './edtf.js';

/**
 * `date`: ISO 8601, a day or a moment, never more precise than what was given. `asGiven`: it stood there in this
 * very form.
 */
type LooseDate = { ok: true; date: string; asGiven: boolean } | { ok: false; message: string };

const isoMoment = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?(?: ?(Z|[+-]\d\d:?\d\d))?$/i;

export function readDate(given: string | number): LooseDate {
  if (typeof given === 'number') return ofEpoch(given);
  const text = given.trim();
  if (isDay(text)) return { ok: true, date: text, asGiven: text === given };
  const moment = isoMoment.exec(text);
  if (moment) return ofMoment(moment, given);
  const day = ofWords(foldText(text, 'search'));
  if (day !== undefined && isDay(day)) return { ok: true, date: day, asGiven: false };
  return { ok: false, message: 'is no date that can be told for certain' };
}

/** Years of other calendars (1445, 1403, 2567) are no years of ours, nor are the 1 and 9999 that stand for "none". */
const [firstYear, lastYear] = [1700, 2200];

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !parseEdtf(text).ok) return false;
  const year = Number(text.slice(0, 4));
  return year >= firstYear && year <= lastYear;
};

/** Seconds or milliseconds since 1970: what lies in between is neither. */
function ofEpoch(given: number): LooseDate {
  const ms = given > 1e11 ? given : given * 1000;
  if (!(given >= 1e8 && given <= 1e13))
    return { ok: false, message: 'is a number that is no moment of our time' };
  return { ok: true, date: new Date(ms).toISOString(), asGiven: false };
}

function ofMoment(
  [, day = '', minutes = '', seconds = ':00', fraction = '', zone]: RegExpExecArray,
  given: string,
): LooseDate {
  const offset = zone?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  // Without a zone the day is all that is certain.
  if (offset === undefined) return isDay(day) ? { ok: true, date: day, asGiven: false } : impossible;
  const date = `${day}T${minutes}${seconds}${fraction}${offset}`;
  return isDay(day) && !Number.isNaN(Date.parse(date))
    ? { ok: true, date, asGiven: date === given }
    : impossible;
}

const impossible: LooseDate = { ok: false, message: 'is not in the calendar' };

const pad = (part: string | number): string => String(part).padStart(2, '0');

/** Folded: digits are ASCII, letters lower case. The one day that is told in words; undefined where there are several. */
function ofWords(text: string): string | undefined {
  const bare = text.slice(0, 200).replace(timeOfDay, ' ').replace(zone, ' ');
  const days = [...numericDays(bare), ...namedDays(bare)];
  return new Set(days).size === 1 ? days[0] : undefined;
}

const timeOfDay = /(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?!\d)/gu;
const zone = /(?<=\s)[+-]\d{2}:?\d{2}(?!\d|[-/.])/gu;
const yearFirst = /(?<![\d./-])(\d{4})(?:[/.-] ?| |年)(\d{1,2})(?:[/.-] ?| |月)(\d{1,2})(?!\d|[/.-]\d)/gu;
const yearLast = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d|[/.-]\d)/gu;
const compact = /^(\d{4})(\d{2})(\d{2})$/u;

function numericDays(text: string): (string | undefined)[] {
  const inYears = [...text.matchAll(yearFirst), ...[compact.exec(text.trim()) ?? []]];
  return [
    ...inYears.flatMap(([, year, month, day]) =>
      year === undefined || month === undefined || day === undefined
        ? []
        : [`${year}-${pad(month)}-${pad(day)}`],
    ),
    ...Array.from(text.matchAll(yearLast), ([, first, second, year = '']) =>
      slashedDate(Number(first), Number(second), year),
    ),
  ];
}

/** Between the parts of a date, in the languages whose months we know. */
const joints = foldedWords([
  'of de del di the st nd rd th er',
  'في من يوم شهر عام العام لعام سنة السنة لسنة م',
]);

/** Not the second word of تشرين الأول. */
const dayInWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|(?:تشرين|كانون) )[وبف]?(${anyOf(ordinalDays.keys())})${end}`,
  'gu',
);

/** Whatever its order is: the day and the year that stand next to the name of a month. */
function namedDays(text: string): string[] {
  const counted = text.replace(dayInWords, (_, words: string) => String(ordinalDays.get(words)));
  const words: string[] = counted.match(/[\p{L}\p{M}]+|\d+/gu)?.filter((word) => !joints.has(word)) ?? [];
  return words.flatMap((_, at) => {
    const month = monthAt(words, at);
    if (month === undefined) return [];
    const next = at + month.words;
    const [before = '', after = '', last = ''] = [words[at - 1], words[next], words[next + 1]];
    const found = [
      { day: before, year: after },
      { day: after, year: last },
      { day: after, year: before },
    ].find(({ day, year }) => /^\d{1,2}$/.test(day) && /^\d{4}$/.test(year));
    return found ? [`${found.year}-${pad(month.number)}-${pad(Number(found.day))}`] : [];
  });
}

/** Some Arabic names of months are two words; "آب/أغسطس" and "كانون الثاني/يناير" are one month under two names. */
function monthAt(words: readonly string[], at: number): { number: number; words: number } | undefined {
  const first = nameAt(words, at);
  const second = first && nameAt(words, at + first.words);
  return second?.number === first?.number && first && second
    ? { number: first.number, words: first.words + second.words }
    : first;
}

function nameAt(words: readonly string[], at: number): { number: number; words: number } | undefined {
  const [first = '', second = ''] = [words[at], words[at + 1]];
  const [both, one] = [looseMonthNames.get(`${first} ${second}`), looseMonthNames.get(first)];
  if (both !== undefined) return { number: both, words: 2 };
  return one === undefined ? undefined : { number: one, words: 1 };
}
