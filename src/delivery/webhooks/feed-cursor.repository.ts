/** What a walk along the feed reads. */
import { readFeedEnd } from '../feed/feed.repository.js';
import { withhold, type RedactedKind } from '../../domain/erasure/redaction.js';
import type { Db } from '../../platform/db/client.js';
import { Prisma } from '../../platform/db/generated/client.js';
import type { viewEvent } from '../feed/cloud-event.js';
import { moment } from '../../platform/db/json-sql.js';
import type { Step } from './feed-cursor.js';

type Row = Parameters<typeof viewEvent>[0];

/** An entry of the feed, as everybody's view of it is made from it. */
export interface Entry extends Step {
  row: Row;
  seq: bigint;
  /** By the clock of this process: what is withheld since is in it still. */
  readAt: number;
}

/** How far one reading looks for events of the types asked for. */
const stride = 5_000n;

const ofTypes = (types: readonly string[]): Prisma.Sql =>
  types.length === 0 ? Prisma.empty : Prisma.sql`AND e.type = ANY (${types}::text[])`;

/** The next entries of these types behind a position, and how far that tells about the feed. */
export async function readOn(
  db: Db,
  { after, types, limit }: { after: bigint; types: readonly string[]; limit: number },
): Promise<{ entries: Entry[]; upTo: bigint }> {
  const last = await readFeedEnd(db);
  const upTo = last < after + stride ? last : after + stride;
  if (upTo <= after) return { entries: [], upTo: after };
  const within = Prisma.sql`f.position > ${after} AND f.position <= ${upTo} ${ofTypes(types)}`;
  const entries = await readEntries(db, within, limit);
  return { entries, upTo: entries.length < limit ? upTo : (entries.at(-1)?.position ?? upTo) };
}

export const readEntry = async (db: Db, position: bigint): Promise<Entry | undefined> =>
  (await readEntries(db, Prisma.sql`f.position = ${position}`, 1))[0];

interface Behind {
  entry: Entry;
  types: readonly string[];
  upTo: bigint;
}

/** Where the next event of the same lane is, up to a position; undefined where there is none. */
export async function findBehind(
  db: Db,
  { entry: { lane, row: event, position }, types, upTo }: Behind,
): Promise<bigint | undefined> {
  const inLane =
    event.claimId === null
      ? Prisma.sql`e.subject_id = ${lane}::uuid AND e.claim_id IS NULL`
      : Prisma.sql`e.claim_id = ${lane}::uuid`;
  const [row] = await db.$queryRaw<{ position: bigint }[]>`
    SELECT f.position FROM events e JOIN feed f ON f.event_seq = e.seq
    WHERE ${inLane} AND f.position > ${position} AND f.position <= ${upTo} ${ofTypes(types)}
    ORDER BY f.position LIMIT 1`;
  return row?.position;
}

async function readEntries(db: Db, where: Prisma.Sql, limit: number): Promise<Entry[]> {
  const readAt = performance.now();
  const rows = await db.$queryRaw<(Row & { seq: bigint; withheld: RedactedKind[] | null })[]>`
    SELECT f.position, e.seq, e.id, e.type, e.claim_id AS "claimId", c.ref AS claim, e.ordinal,
      e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data - 'rows' AS data,
      ${Prisma.raw(moment('e.at'))} AS at, m.ref AS actor,
      withheld_of(coalesce(e.claim_id, e.subject_id), coalesce(e.ordinal, e.subject_ordinal)) AS withheld
    FROM feed f JOIN events e ON e.seq = f.event_seq
      LEFT JOIN claims c ON c.id = e.claim_id LEFT JOIN members m ON m.id = e.actor_id
    WHERE ${where} ORDER BY f.position LIMIT ${limit}`;
  return rows.map(({ seq, withheld, data, ...row }) => ({
    position: row.position,
    seq,
    lane: row.claimId ?? row.subjectId,
    row: { ...row, data: withhold(data, withheld ?? []) },
    readAt,
  }));
}

export interface Retry {
  lane: string;
  position: bigint;
  attempts: number;
  /** Since its first attempt. */
  ageMs: number;
  due: boolean;
  /** Something else was accepted since its first attempt. */
  othersAccepted: boolean;
}

/** What is held up, in the order of the feed. */
export async function readRetries(db: Db, webhookId: string): Promise<Retry[]> {
  return db.$queryRaw<Retry[]>`
    SELECT r.lane, r.position, r.attempts, r.next_at <= desk_now() AS due,
      (extract(epoch FROM desk_now() - r.first_at) * 1000)::float8 AS "ageMs",
      coalesce(w.delivered_at > r.first_at, false) AS "othersAccepted"
    FROM webhook_retries r JOIN webhooks w ON w.id = r.webhook_id
    WHERE r.webhook_id = ${webhookId}::uuid ORDER BY r.position`;
}

/** What was settled behind the cursor by a worker that could not move the cursor on any more. */
export async function readDone(
  db: Db,
  { id, round, position }: { id: string; round: number; position: bigint },
): Promise<Set<bigint>> {
  const rows = await db.$queryRaw<{ position: bigint }[]>`
    SELECT position FROM webhook_attempts
    WHERE webhook_id = ${id}::uuid AND round = ${round} AND position > ${position}
      AND outcome IN ('delivered', 'given_up')`;
  return new Set(rows.map((row) => row.position));
}
