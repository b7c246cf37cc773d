/**
 * Dates as precise as they are known and no more: Extended Date/Time Format (ISO 8601-2:2019, and the Library of
 * Congress EDTF specification), level 0 and these parts of level 1: the qualifiers `?` uncertain, `~` approximate
 * and `%` both, unspecified digits `X` from the right, and intervals with an open (`..`) or unknown (empty) side.
 */

type EdtfPrecision = 'century' | 'decade' | 'year' | 'month' | 'day' | 'time' | 'interval';

interface EdtfDate {
  ok: true;
  /** First and last calendar day it can mean, `YYYY-MM-DD`, inclusive; null where that side is open or unknown. */
  earliest: string | null;
  latest: string | null;
  /** The smallest unit that is given: "2024-XX" is as precise as a year. */
  precision: EdtfPrecision;
  approximate: boolean;
  uncertain: boolean;
}

interface EdtfFault {
  ok: false;
  message: string;
}

const calendarDate = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/;
const dateTime =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/;

export function parseEdtf(text: string): EdtfDate | EdtfFault {
  const sides = text.split('/');
  if (sides.length > 2)
    return fault(`An interval has two sides; ${quoted(text)} has ${String(sides.length)}.`);
  const [from = '', to] = sides;
  return to === undefined ? parseDate(from) : parseInterval(from, to);
}

function parseInterval(from: string, to: string): EdtfDate | EdtfFault {
  const isOpen = (side: string): boolean => side === '' || side === '..';
  if (isOpen(from) && isOpen(to)) return fault('An interval needs a date on at least one side.');
  const start = isOpen(from) ? null : parseDate(from);
  const end = isOpen(to) ? null : parseDate(to);
  if (start?.ok === false) return start;
  if (end?.ok === false) return end;
  if (start?.precision === 'time' || end?.precision === 'time')
    return fault('The sides of an interval are dates without a time of day.');
  if (start?.earliest && end?.latest && start.earliest > end.latest)
    return fault(`The interval ends (${to}) before it starts (${from}).`);
  return {
    ok: true,
    earliest: start?.earliest ?? null,
    latest: end?.latest ?? null,
    precision: 'interval',
    approximate: Boolean(start?.approximate) || Boolean(end?.approximate),
    uncertain: Boolean(start?.uncertain) || Boolean(end?.uncertain),
  };
}

function parseDate(text: string): EdtfDate | EdtfFault {
  const [, moment] = dateTime.exec(text) ?? [];
  if (moment !== undefined) {
    const day = parseDate(moment);
    // The day is the one written: a zone moves the moment, not what the text says.
    return day.ok ? { ...day, precision: 'time' } : day;
  }
  const qualifier = /[?~%]$/.exec(text)?.[0];
  const days = daysOf(qualifier === undefined ? text : text.slice(0, -1));
  if (!days.ok) return days;
  return {
    ...days,
    approximate: qualifier === '~' || qualifier === '%',
    uncertain: qualifier === '?' || qualifier === '%',
  };
}

type Days = Pick<EdtfDate, 'ok' | 'earliest' | 'latest' | 'precision'>;

function daysOf(text: string): Days | EdtfFault {
  const [, year, month, day] = calendarDate.exec(text) ?? [];
  if (year === undefined)
    return fault(
      `${quoted(text)} is not a date in EDTF: write 2024, 2024-06, 2024-06-18, 2024-06-18~ or ../2024-06-18.`,
    );
  // Unspecified digits stand at the right: nothing definite may follow them.
  if ((year.endsWith('X') && month !== undefined) || (month === 'XX' && day !== undefined && day !== 'XX'))
    return fault(`${quoted(text)} gives a smaller unit after an unspecified one.`);
  if (month === undefined || month === 'XX')
    return {
      ok: true,
      earliest: `${year.replaceAll('X', '0')}-01-01`,
      latest: `${year.replaceAll('X', '9')}-12-31`,
      precision: year.endsWith('XX') ? 'century' : year.endsWith('X') ? 'decade' : 'year',
    };
  const last = daysInMonth(Number(year), Number(month));
  if (last === undefined) return fault(`${quoted(text)} names month ${month}; months go from 01 to 12.`);
  if (day === undefined || day === 'XX')
    return {
      ok: true,
      earliest: `${year}-${month}-01`,
      latest: `${year}-${month}-${String(last)}`,
      precision: 'month',
    };
  if (Number(day) < 1 || Number(day) > last)
    return fault(`${quoted(text)} is not in the calendar: that month has ${String(last)} days.`);
  return { ok: true, earliest: text, latest: text, precision: 'day' };
}

/** Proleptic Gregorian, as ISO 8601 counts. */
function daysInMonth(year: number, month: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

const fault = (message: string): EdtfFault => ({ ok: false, message });
const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
