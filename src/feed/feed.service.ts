import { z } from 'zod';
import type { Caller } from '../access/access.rules.js';
import type { Store } from '../db/transaction.js';
import { Failure } from '../errors.js';
import { decodeCursor } from '../http/cursor.js';
import { audienceOf, cursorAt, viewEvent } from './cloud-event.js';
import { advanceKey, readEnd, readEntries } from './reader.repository.js';

export type FeedService = ReturnType<typeof createFeedService>;

/** A position in the feed; as text, because JSON has no numbers of that size. */
const place = z.strictObject({ feed: z.string().regex(/^\d{1,18}$/) });
const positionOf = (cursor: string | undefined): bigint => BigInt(decodeCursor(cursor, place)?.feed ?? 0);

/** What changed since a reader last asked, and how far each of them has come. */
export function createFeedService({ store: { db } }: { store: Store }) {
  return {
    /** The events behind a cursor, in the one order that all readers see; `next` also where nothing is new. */
    async read({ limit, after }: { limit: number; after?: string | undefined }, caller: Caller) {
      const from = positionOf(after);
      const rows = await readEntries(db, from, limit);
      return {
        items: rows.map((row) => viewEvent(row, audienceOf(caller.role))),
        next: cursorAt(rows.at(-1)?.position ?? from),
      };
    },

    /** The caller's key has received everything up to here. A cursor behind the one it gave last changes nothing. */
    async acknowledge(cursor: string, caller: Caller) {
      const position = open(cursor);
      if (position > (await readEnd(db))) throw strange();
      return { cursor: cursorAt(await advanceKey(db, caller.keyId, position)) };
    },
  };
}

function open(cursor: string): bigint {
  try {
    return positionOf(cursor);
  } catch (error) {
    throw error instanceof Failure ? strange() : error;
  }
}

const strange = (): Failure =>
  new Failure('invalid', 'The cursor is not one that this feed gave out.', {
    code: 'invalid-cursor',
    faults: [{ in: 'body', pointer: '/cursor', message: 'must be a `cursor` or `next` of this feed' }],
  });
