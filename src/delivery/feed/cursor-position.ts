/** Places in the feed, and the cursors that stand for them. */
import { z } from 'zod';
import { Failure, type Fault } from '../../platform/errors.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';

/**
 * A position and a mark of the event that stands there. The feed of another installation, and of this one set back to
 * an earlier state, has other events at the same positions: who comes with such a cursor would step over some.
 */
export interface Place {
  position: bigint;
  mark: string;
}

/** Before the first event. */
export const beginning: Place = { position: 0n, mark: '' };

const digits = 8;

/** The end of an event's id, which is random. */
export const markOf = (eventId: string): string => eventId.slice(-digits);
/** The same of an event `e`. */
export const markInSql = `right(e.id::text, ${String(digits)})`;

/** The position as text, because JSON has no numbers of that size. */
const place = z.strictObject({ feed: z.string().regex(/^\d{1,18}$/), of: z.string().max(digits) });

export const cursorAt = ({ position, mark }: Place): string =>
  encodeCursor({ feed: String(position), of: mark });

/** The place a cursor stands for. Throws `invalid`. */
export function placeOf(cursor: string): Place {
  const { feed = '0', of = '' } = decodeCursor(cursor, place) ?? {};
  return { position: BigInt(feed), mark: of };
}

type ReadMark = (position: bigint) => string | undefined | Promise<string | undefined>;

/** Whether the feed has this very event at that position; undefined marks are of positions it has not come to. */
export const isPlace = async ({ position, mark }: Place, readMark: ReadMark): Promise<boolean> =>
  mark === (position === beginning.position ? beginning.mark : await readMark(position));

/** The place of a cursor in a body, where it is one of this feed; otherwise names the field. */
export async function knownPlace(
  cursor: string,
  readMark: ReadMark,
  pointer: Fault['pointer'],
): Promise<Place> {
  const found = read(cursor);
  if (found && (await isPlace(found, readMark))) return found;
  throw new Failure('invalid', 'The cursor is not one that this feed gave out.', {
    code: 'invalid_cursor',
    faults: [{ in: 'body', pointer, message: 'must be a `cursor` or `next` of this feed' }],
  });
}

function read(cursor: string): Place | undefined {
  try {
    return placeOf(cursor);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
