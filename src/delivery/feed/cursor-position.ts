import { z } from 'zod';
import { Failure, type Fault } from '../../platform/errors.js';
import { decodeCursor } from '../../platform/http/cursor.js';

/** A position in the feed; as text, because JSON has no numbers of that size. */
const place = z.strictObject({ feed: z.string().regex(/^\d{1,18}$/) });

/** The position a cursor stands for. Throws `invalid`. */
export const positionOf = (cursor: string): bigint => BigInt(decodeCursor(cursor, place)?.feed ?? 0);

/** The same of a cursor in a body, up to the end of the feed; names the field where it stands for none. */
export function knownPosition(cursor: string, end: bigint, pointer: Fault['pointer']): bigint {
  const position = read(cursor);
  if (position !== undefined && position <= end) return position;
  throw new Failure('invalid', 'The cursor is not one that this feed gave out.', {
    code: 'invalid_cursor',
    faults: [{ in: 'body', pointer, message: 'must be a `cursor` or `next` of this feed' }],
  });
}

function read(cursor: string): bigint | undefined {
  try {
    return positionOf(cursor);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
