/** PURE: moments and dates as a reader reads them, and as a machine does. */
import { parseEdtf } from '../../text/edtf.js';
import { element, escape } from '../markup.js';
import { code } from './parts.js';
import type { Reader } from './reader.js';

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const month = { month: 'long', year: 'numeric' } as const;

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

/** A date that may be less than a day, as far as it is certain; otherwise as it was written. */
export function edtfOf(text: string, reader: Reader): string {
  const date = parseEdtf(text);
  if (!date.ok || date.approximate || date.uncertain || date.earliest === null) return code(text);
  if (date.precision === 'day')
    return element('time', { datetime: text }, escape(format(date.earliest, reader, day)));
  if (date.precision === 'month' && /^\d{4}-\d{2}$/.test(text))
    return element('time', { datetime: text }, escape(format(date.earliest, reader, month)));
  return code(text);
}
