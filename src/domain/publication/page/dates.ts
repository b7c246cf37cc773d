/** PURE: moments and dates as a reader reads them, and as a machine does. */
import { parseEdtf } from '../../text/edtf.js';
import { element, escape } from '../markup.js';
import { code, line } from './parts.js';
import type { Reader } from './reader.js';

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const year = { year: 'numeric' } as const;
const month = { month: 'long', ...year } as const;
const units = { century: year, decade: year, year, month, day, time: day, interval: day };

const locales = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB' } as const;

const format = (
  moment: string,
  { frame }: Pick<Reader, 'frame'>,
  options: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(locales[frame], { ...options, timeZone: 'UTC' }).format(new Date(moment));

/** The day of a moment, in UTC. */
export const dayText = (moment: string, reader: Pick<Reader, 'frame'>): string => format(moment, reader, day);

export const dayOf = (moment: string, reader: Reader): string =>
  element('time', { datetime: moment }, escape(dayText(moment, reader)));

/** The same with the time of day. */
export const momentOf = (moment: string, reader: Reader): string =>
  element(
    'time',
    { datetime: moment },
    escape(format(moment, reader, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })),
    ' ',
    code('UTC'),
  );

/** A date as precisely as it is known, in words; what is no date as it was written. */
export function edtfOf(text: string, reader: Reader): string {
  const { dates } = reader.words;
  if (!parseEdtf(text).ok) return code(text);
  const [from = '', to] = text.split('/');
  if (to === undefined) return sideOf(text, reader);
  const isOpen = (side: string): boolean => side === '' || side === '..';
  const sides = { from: isOpen(from) ? '' : sideOf(from, reader), to: isOpen(to) ? '' : sideOf(to, reader) };
  return line(isOpen(from) ? dates.until : isOpen(to) ? dates.since : dates.fromTo, sides);
}

function sideOf(text: string, reader: Reader): string {
  const { dates } = reader.words;
  const date = parseEdtf(text);
  if (!date.ok || date.earliest === null || date.latest === null) return code(text);
  const { precision, earliest, latest, approximate, uncertain } = date;
  const shown = (moment: string): string => format(moment, reader, units[precision]);
  const known =
    precision === 'decade' || precision === 'century'
      ? line(dates.between, { from: escape(shown(earliest)), to: escape(shown(latest)) })
      : element('time', { datetime: text.replace(/[?~%]$|(?:-XX)+$/g, '') }, escape(shown(earliest)));
  const whole = precision === 'time' ? `${known} ${code(text.slice(11))}` : known;
  const about = approximate ? line(dates.about, { date: whole }) : whole;
  return uncertain ? line(dates.uncertain, { date: about }) : about;
}
