/** PURE: dates of EDTF as a person reads them, as precisely as they are known. */
import { parseEdtf } from './edtf.js';
import type { Language } from './languages.js';

/**
 * Our own words, a date with the part of it that a machine reads (`exact`, as `<time datetime>` takes it), or what was written
 * down and is no words of ours.
 */
export type DatePiece = string | { shown: string; exact: string } | { written: string };

const forms = {
  ar: {
    about: 'نحو {date}',
    uncertain: '{date} (غير مؤكد)',
    between: 'بين {from} و{to}',
    fromTo: 'من {from} إلى {to}',
    since: 'منذ {from}',
    until: 'حتى {to}',
  },
  en: {
    about: 'about {date}',
    uncertain: '{date} (uncertain)',
    between: 'between {from} and {to}',
    fromTo: 'from {from} to {to}',
    since: 'since {from}',
    until: 'until {to}',
  },
} as const satisfies Record<Language, unknown>;

const year = { year: 'numeric' } as const;
const month = { month: 'long', ...year } as const;
const day = { day: 'numeric', ...month } as const;
const units = { century: year, decade: year, year, month, day, time: day, interval: day };

const locales = { ar: 'ar', en: 'en-GB' } as const satisfies Record<Language, string>;

/** Whatever a browser would count by: the calendar is the one that the date is written in. */
export const dateFormat = (
  language: Language,
  options: Intl.DateTimeFormatOptions = day,
): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locales[language], {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    ...options,
  });

/** `numberingSystem`: of BCP 47, `latn` where none is given. What is no date stays as it was written. */
export function dateInWords(
  text: string,
  language: Language,
  numberingSystem = 'latn',
): readonly DatePiece[] {
  if (!parseEdtf(text).ok) return [{ written: text }];
  const side = (part: string): readonly DatePiece[] => sideInWords(part, language, numberingSystem);
  const [from = '', to] = text.split('/');
  if (to === undefined) return side(text);
  const isOpen = (part: string): boolean => part === '' || part === '..';
  const { until, since, fromTo } = forms[language];
  if (isOpen(from)) return filled(until, { to: side(to) });
  if (isOpen(to)) return filled(since, { from: side(from) });
  return filled(fromTo, { from: side(from), to: side(to) });
}

function sideInWords(text: string, language: Language, numberingSystem: string): readonly DatePiece[] {
  const date = parseEdtf(text);
  if (!date.ok || date.earliest === null || date.latest === null) return [{ written: text }];
  const { precision, earliest, latest, approximate, uncertain } = date;
  const format = dateFormat(language, { ...units[precision], numberingSystem });
  const said = forms[language];
  const isOneUnit = precision !== 'decade' && precision !== 'century';
  const known: readonly DatePiece[] = isOneUnit
    ? [{ shown: format.format(new Date(earliest)), exact: text.replace(/(?:-XX)*[?~%]?$/, '') }]
    : filled(said.between, {
        from: [format.format(new Date(earliest))],
        to: [format.format(new Date(latest))],
      });
  const whole = precision === 'time' ? [...known, ' ', { written: text.slice(11) }] : known;
  const about = approximate ? filled(said.about, { date: whole }) : whole;
  return uncertain ? filled(said.uncertain, { date: about }) : about;
}

const filled = (form: string, values: Readonly<Record<string, readonly DatePiece[]>>): DatePiece[] =>
  form
    .split(/\{(\w+)\}/)
    .flatMap((part, index) => (index % 2 === 1 ? (values[part] ?? []) : part === '' ? [] : [part]));
