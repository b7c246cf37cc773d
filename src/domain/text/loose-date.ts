/** Dates as they stand in markup found in the wild. */
import { foldText } from './fold.js';
import { monthNames } from './month-names.js';
import { slashedDate } from './quantities.js';
import { parseEdtf } from './edtf.js';

/**
 * `date`: ISO 8601, a day or a moment, never more precise than what was given. `asGiven`: it stood there in this
 * very form.
 */
export type LooseDate = { ok: true; date: string; asGiven: boolean } | { ok: false; message: string };

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

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  return parseEdtf(text).ok;
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

/** Folded: digits are ASCII, letters lower case. */
function ofWords(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[/. ]?(\d{1,2})[/. ]?(\d{1,2})$/.exec(text) ?? [];
  if (
    year !== undefined &&
    month !== undefined &&
    day !== undefined &&
    (/\D/.test(text) || text.length === 8)
  )
    return `${year}-${pad(month)}-${pad(day)}`;
  const [, first, second, last] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[, ].*)?$/.exec(text) ?? [];
  if (first !== undefined) return slashedDate(Number(first), Number(second), last ?? '');
  // Whatever its order is, a date with the name of a month has one day and one year. A time after it is let go.
  const words: string[] = text.slice(0, 80).match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const named = words.findIndex((_, at) => monthAt(words, at) !== undefined);
  const number = named === -1 ? undefined : monthAt(words, named);
  const after = words.find((word) => /^\d{4}$/.test(word));
  const date = words.slice(0, Math.max(named, 0) + 3).find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  return number === undefined || after === undefined || date === undefined
    ? undefined
    : `${after}-${pad(number)}-${pad(Number.parseInt(date, 10))}`;
}

/** Some Arabic names of months are two words. */
const monthAt = (words: readonly string[], at: number): number | undefined =>
  monthNames.get(`${words[at] ?? ''} ${words[at + 1] ?? ''}`) ?? monthNames.get(words[at] ?? '');
