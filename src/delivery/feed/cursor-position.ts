/** Places in the feed, and the cursors that stand for them. */
import { z } from 'zod';
import { Failure, type Fault } from '../../platform/errors.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';

/**
 * A position and a fingerprint of the event that stands there. The feed of another installation, and of this one set back to
 * an earlier state, has other events at the same positions: who comes with such a cursor would step over some.
 */
export interface FeedPosition {
  position: bigint;
  fingerprint: string;
}

/** Before the first event. */
export const beginning: FeedPosition = { position: 0n, fingerprint: '' };

const digits = 8;

/** The end of an event's id, which is random. */
export const fingerprintOf = (eventId: string): string => eventId.slice(-digits);
/** The same of an event `e`. */
export const fingerprintInSql = `right(e.id::text, ${String(digits)})`;

/** The position as text, because JSON has no numbers of that size. */
const positionSchema = z.strictObject({ feed: z.string().regex(/^\d{1,18}$/), of: z.string().max(digits) });

export const cursorAt = ({ position, fingerprint }: FeedPosition): string =>
  encodeCursor({ feed: String(position), of: fingerprint });

/** The place a cursor stands for. Throws `invalid`. */
export function positionOfCursor(cursor: string): FeedPosition {
  const { feed = '0', of = '' } = decodeCursor(cursor, positionSchema) ?? {};
  return { position: BigInt(feed), fingerprint: of };
}

type ReadFingerprint = (position: bigint) => string | undefined | Promise<string | undefined>;

/** Whether the feed has this very event at that position; undefined fingerprints are of positions it has not come to. */
export const isOfThisFeed = async (
  { position, fingerprint }: FeedPosition,
  readFingerprint: ReadFingerprint,
): Promise<boolean> =>
  fingerprint === (position === beginning.position ? beginning.fingerprint : await readFingerprint(position));

/** The place of a cursor in a body, where it is one of this feed; otherwise names the field. */
export async function requirePosition(
  cursor: string,
  readFingerprint: ReadFingerprint,
  pointer: Fault['pointer'],
): Promise<FeedPosition> {
  const found = read(cursor);
  if (found && (await isOfThisFeed(found, readFingerprint))) return found;
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
