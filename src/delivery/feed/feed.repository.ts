/**
 * The feed: committed events in the one order that every reader sees.
 *
 * An event's `seq` is taken when it is written, not when it is committed, so a reader who follows `seq` can
 * step over an event whose transaction was still open. Positions are given after the commit, by one
 * transaction at a time, and without gaps: whatever is added later stands behind whatever was read before.
 */
import type { Db, Tx } from '../../platform/db/client.js';
import { fingerprintOf } from './cursor-position.js';

/** One entry of the feed with what the relay must know of its event. */
interface FeedRow {
  position: bigint;
  id: string;
  type: string;
  subjectId: string;
  claimId: string | null;
  evidenceId: string | null;
  /** Milliseconds, by the desk's clock, until the event's task has to be looked at again. */
  checkInMs: number | null;
}

/** Any number, as long as nothing else in this database uses it: "isnad" on a telephone's keys. */
const sequencerLock = 47_623;

/** Whether committed events wait for a position. */
export async function hasUnsequenced(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM outbox LIMIT 1`;
  return rows.length > 0;
}

/**
 * Gives the oldest waiting events the next positions; undefined while someone else is doing so. The events
 * of one claim are written under its lock, so their `seq` has the order of their commits.
 */
export async function sequenceEvents(tx: Tx, limit: number): Promise<number | undefined> {
  const [lock] = await tx.$queryRaw<
    [{ held: boolean }]
  >`SELECT pg_try_advisory_xact_lock(${sequencerLock}::bigint) AS held`;
  if (!lock.held) return undefined;
  // A statement of its own: its snapshot must be younger than the lock, to see the last holder's positions.
  return tx.$executeRaw`
    WITH taken AS (
      DELETE FROM outbox
      WHERE event_seq IN (SELECT event_seq FROM outbox ORDER BY event_seq LIMIT ${limit})
      RETURNING event_seq
    )
    INSERT INTO feed (position, event_seq)
    SELECT (SELECT coalesce(max(position), 0) FROM feed) + row_number() OVER (ORDER BY event_seq), event_seq
    FROM taken`;
}

/** The entries behind a position, in order. */
export async function readFeed(db: Db, after: bigint, limit: number): Promise<FeedRow[]> {
  type Row = Omit<FeedRow, 'checkInMs'> & { checkAt: string | null; nowMs: number };
  const rows = await db.$queryRaw<Row[]>`
    SELECT feed.position, events.id, events.type, events.subject_id AS "subjectId", events.claim_id AS "claimId",
      events.data->>'evidence' AS "evidenceId", events.data->>'checkAt' AS "checkAt",
      (extract(epoch FROM desk_now()) * 1000)::float8 AS "nowMs"
    FROM feed JOIN events ON events.seq = feed.event_seq
    WHERE feed.position > ${after}
    ORDER BY feed.position LIMIT ${limit}`;
  return rows.map(({ checkAt, nowMs, ...row }) => ({ ...row, checkInMs: msBetween(nowMs, checkAt) }));
}

/** Read here: the database would throw at what is no moment, and nobody would get past the event. */
function msBetween(nowMs: number, moment: string | null): number | null {
  const at = moment === null ? NaN : Date.parse(moment);
  return Number.isNaN(at) ? null : at - nowMs;
}

/** The last position there is; 0 while the feed is empty. */
export async function readFeedEnd(db: Db): Promise<bigint> {
  const { _max } = await db.feedEntry.aggregate({ _max: { position: true } });
  return _max.position ?? 0n;
}

/** The fingerprint of the event at a position, for what is written with the position; undefined where there is none yet. */
export async function readFingerprintAt(db: Db, position: bigint): Promise<string | undefined> {
  const entry = await db.feedEntry.findUnique({
    where: { position },
    select: { event: { select: { id: true } } },
  });
  return entry ? fingerprintOf(entry.event.id) : undefined;
}

/** Whether the feed has entries that the follower `name` has not passed: asked of its end, whatever lies before. */
export async function isBehind(db: Db, name: string): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ behind: boolean }]>`
    SELECT coalesce((SELECT max(position) FROM feed), 0)
      > coalesce((SELECT position FROM feed_cursors WHERE name = ${name}), 0) AS behind`;
  return row.behind;
}

/** How far a follower has come, locked until the transaction ends; undefined while someone else holds it. */
export async function lockCursor(tx: Tx, name: string): Promise<bigint | undefined> {
  await tx.$executeRaw`INSERT INTO feed_cursors (name) VALUES (${name}) ON CONFLICT DO NOTHING`;
  const [cursor] = await tx.$queryRaw<{ position: bigint }[]>`
    SELECT position FROM feed_cursors WHERE name = ${name} FOR UPDATE SKIP LOCKED`;
  return cursor?.position;
}

export async function advanceCursor(tx: Tx, name: string, position: bigint): Promise<void> {
  await tx.feedCursor.update({ where: { name }, data: { position }, select: { name: true } });
}
