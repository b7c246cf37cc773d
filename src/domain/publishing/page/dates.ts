/** PURE: moments and dates as a reader reads them, and as a machine does. */
import { dateFormat, dateInWords } from '../../text/date-in-words.js';
import { element, escape } from '../markup.js';
import { code } from './parts.js';
import type { Reader } from './reader.js';

/** The day of a moment, in UTC. */
export const dayText = (moment: string, { frame }: Pick<Reader, 'frame'>): string =>
  dateFormat(frame).format(new Date(moment));

export const dayOf = (moment: string, reader: Reader): string =>
  element('time', { datetime: moment }, escape(dayText(moment, reader)));

const toTheMinute: Intl.DateTimeFormatOptions = {
  ...({ day: 'numeric', month: 'long', year: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
};

/** The same with the time of day. */
export const momentOf = (moment: string, { frame }: Reader): string =>
  element(
    'time',
    { datetime: moment },
    escape(dateFormat(frame, toTheMinute).format(new Date(moment))),
    ' ',
    code('UTC'),
  );

/** A date as precisely as it is known, in words; what is no date as it was written. */
export const edtfOf = (text: string, { frame }: Reader): string =>
  dateInWords(text, frame)
    .map((piece) =>
      typeof piece === 'string'
        ? escape(piece)
        : 'written' in piece
          ? code(piece.written)
          : element('time', { datetime: piece.exact }, escape(piece.shown)),
    )
    .join('');
