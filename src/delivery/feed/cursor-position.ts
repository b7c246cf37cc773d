/** Places in the feed, and the cursors that stand for them. */
import { z } from 'zod';
import { Failure, type Fault } from '../../platform/errors.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';

/**
 * A position and a mark of the event that stands there. The feed of another installation, and of this one set back to
 * an earlier state, has other events at the same positions: who comes with such a cursor would step over some.
 */
export interface FeedPosition {
  position: bigint;
  mark: string;
}

/** Before the first event. */
export const beginning: FeedPosition = { position: 0n, mark: '' };

const digits = 8;

/** The end of an event's id, which is random. */
export const markOf = (eventId: string): string => eventId.slice(-digits);
/** The same of an event `e`. */
export const markInSql = `right(e.id::text, ${String(digits)})`;

/** The position as text, because JSON has no numbers of that size. */
const positionSchema = z.strictObject({ feed: z.string().regex(/^\d{1,18}$/), of: z.string().max(digits) });

export const cursorAt = ({ position, mark }: FeedPosition): string =>
  encodeCursor({ feed: String(position), of: mark });

/** The place a cursor stands for. Throws `invalid`. */
export function positionOfCursor(cursor: string): FeedPosition {
  const { feed = '0', of = '' } = decodeCursor(cursor, positionSchema) ?? {};
  return { position: BigInt(feed), mark: of };
}

type ReadMark = (position: bigint) => string | undefined | Promise<string | undefined>;

/** Whether the feed has this very event at that position; undefined marks are of positions it has not come to. */
export const isOfThisFeed = async ({ position, mark }: FeedPosition, readMark: ReadMark): Promise<boolean> =>
  mark === (position === beginning.position ? beginning.mark : await readMark(position));

/** The place of a cursor in a body, where it is one of this feed; otherwise names the field. */
export async function requirePosition(
  cursor: string,
  readMark: ReadMark,
  pointer: Fault['pointer'],
): Promise<FeedPosition> {
  const found = read(cursor);
  if (found && (await isOfThisFeed(found, readMark))) return found;
  throw new Failure('invalid', 'The cursor is not one that this feed gave out.', {
    code: 'invalid_cursor',
    faults: [{ in: 'body', pointer, message: 'must be a `cursor` or `next` of this feed' }],
  });
}

function read(cursor: string): FeedPosition | undefined {
  try {
    return positionOfCursor(cursor);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
