import { Failure, type Fault } from '../../platform/errors.js';
import { positionOf } from '../feed/feed.service.js';

/** The place in the feed that a cursor stands for; names the field where it stands for none. */
export function knownPosition(cursor: string, end: bigint, field: Pick<Fault, 'in' | 'pointer'>): bigint {
  const position = read(cursor);
  if (position !== undefined && position <= end) return position;
  throw new Failure('invalid', 'The cursor is not one that this feed gave out.', {
    code: 'invalid_cursor',
    faults: [{ ...field, message: 'must be a `cursor` or `next` of this feed' }],
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
