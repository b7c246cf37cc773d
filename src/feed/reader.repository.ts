/** The feed as its readers see it, and how far each of them has come. */
import type { Db } from '../db/client.js';

/** The entries behind a position, in order, each with its whole event. */
export async function readEntries(db: Db, after: bigint, limit: number) {
  return db.feedEntry.findMany({
    where: { position: { gt: after } },
    orderBy: { position: 'asc' },
    take: limit,
    select: {
      position: true,
      event: {
        select: {
          id: true,
          type: true,
          ordinal: true,
          subjectType: true,
          subjectId: true,
          data: true,
          at: true,
          actor: { select: { ref: true } },
          claim: { select: { ref: true } },
        },
      },
    },
  });
}

export type EntryRow = Awaited<ReturnType<typeof readEntries>>[number];

/** The last position there is; 0 while the feed is empty. */
export async function readEnd(db: Db): Promise<bigint> {
  const { _max } = await db.feedEntry.aggregate({ _max: { position: true } });
  return _max.position ?? 0n;
}

/** Moves what a key has acknowledged on, never back; where it stands now. */
export async function advanceKey(db: Db, keyId: string, position: bigint): Promise<bigint> {
  const [row] = await db.$queryRaw<{ position: bigint }[]>`
    UPDATE keys SET feed_position = greatest(feed_position, ${position})
    WHERE id = ${keyId}::uuid RETURNING feed_position AS position`;
  if (!row) throw new Error(`key ${keyId} is gone`);
  return row.position;
}
