import { z } from 'zod';
import { may, type Caller, type Permission } from '../access/access.rules.js';
import type { Store } from '../db/transaction.js';
import { Failure } from '../errors.js';
import { isForDesk } from '../events/event.types.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { advanceKey, readEnd, readEntries, type EntryRow } from './reader.repository.js';

export type FeedService = ReturnType<typeof createFeedService>;

/** A position in the feed; as text, because JSON has no numbers of that size. */
const place = z.strictObject({ feed: z.string().regex(/^\d{1,18}$/) });
const cursorOf = (position: bigint): string => encodeCursor({ feed: String(position) });
const positionOf = (cursor: string | undefined): bigint => BigInt(decodeCursor(cursor, place)?.feed ?? 0);

/** What changed since a reader last asked, and how far each of them has come. */
export function createFeedService({ store: { db } }: { store: Store }) {
  return {
    /** The events behind a cursor, in the one order that all readers see; `next` also where nothing is new. */
    async read({ limit, after }: { limit: number; after?: string | undefined }, caller: Caller) {
      const from = positionOf(after);
      const rows = await readEntries(db, from, limit);
      return {
        items: rows.map(({ position, event }) => ({
          cursor: cursorOf(position),
          event: view(event, caller),
        })),
        next: cursorOf(rows.at(-1)?.position ?? from),
      };
    },

    /** The caller's key has received everything up to here. A cursor behind the one it gave last changes nothing. */
    async acknowledge(cursor: string, caller: Caller) {
      const position = open(cursor);
      if (position > (await readEnd(db))) throw strange();
      return { cursor: cursorOf(await advanceKey(db, caller.keyId, position)) };
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

/** People and their keys are for those who administer them; how the desk is run is for the desk. */
const permissionFor = (subjectType: string, type: string): Permission => {
  if (subjectType === 'member' || subjectType === 'key') return 'administer';
  return subjectType === 'policy' || isForDesk(type) ? 'read-desk' : 'read';
};

function view(
  { actor, claim, subjectType, subjectId, at, data, ...event }: EntryRow['event'],
  { role }: Caller,
) {
  return {
    ...event,
    claim: claim?.ref ?? null,
    subject: { type: subjectType, id: subjectId },
    at: at.toISOString(),
    ...(may(role, 'read-desk') && { actor: actor?.ref ?? 'system' }),
    ...(may(role, permissionFor(subjectType, event.type)) && { data: data as Record<string, unknown> }),
  };
}
