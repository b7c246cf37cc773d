/** The feed as its readers see it, and how far each of them has come. */
import { pastTheEnd } from '../../domain/event/feed.js';
import { withhold, type RedactedKind } from '../../domain/erasure/redaction.js';
import type { Db, Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import { named } from '../../platform/db/named.js';
import { beginning, fingerprintInSql, type FeedPosition } from './cursor-position.js';

/** One event in its place, with the names its readers know things by. */
export interface EntryRow {
  position: bigint;
  id: string;
  type: string;
  claimId: string | null;
  /** ref */
  claim: string | null;
  ordinal: number | null;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
  /** As answers have it. */
  at: string;
  /** ref of the member; null for the system itself */
  actor: string | null;
}

interface StoredEntry extends Omit<EntryRow, 'position'> {
  position: string;
  /** What nobody is given of it any more. */
  withheld: RedactedKind[] | null;
}

const entryColumns = `place AS position, id, type, claim_id AS "claimId", claim, ordinal, subject_type AS "subjectType",
      subject_id AS "subjectId", data, ${moment('at')} AS at, actor, withheld`;

const entries = {
  name: 'feed-entries',
  text: `SELECT ${entryColumns} FROM feed_entries($1, $2, $3, $4, $5)`,
};

const toEntryRow = ({ withheld, data, ...row }: StoredEntry): EntryRow => ({
  ...row,
  data: withhold(data, withheld ?? []),
  position: BigInt(row.position),
});

/** Of which entries somebody wants to know: of all where neither is named. */
export interface Filter {
  types?: readonly string[] | undefined;
  /** Their ids. */
  claims?: readonly string[] | undefined;
}

/** The entries after one position up to another, in order; of some types and claims only, where any are named. */
export async function readEntries(
  pool: Pool,
  { after, upTo, limit, types, claims }: { after: bigint; upTo: bigint; limit: number } & Filter,
): Promise<EntryRow[]> {
  const values = [after, upTo, limit, types ?? null, claims ?? null];
  const { rows } = await pool.query<StoredEntry>({ ...entries, values });
  return rows.map(toEntryRow);
}

/** As many as could be written at once and be committed in another order. */
const takenBackAtOnce = 8;

/** The last events by which words were taken back, in the feed or not yet there. */
export type TakenBack = readonly string[];

const newEntries = {
  name: 'feed-new-entries',
  text: `
    SELECT taken.back AS "takenBack", e.*
    FROM (SELECT ARRAY(SELECT seq::text FROM events WHERE type IN ('content.redacted', 'content.erased') ORDER BY seq DESC
        LIMIT ${String(takenBackAtOnce)}) AS back) taken
      LEFT JOIN LATERAL (SELECT ${entryColumns} FROM feed_entries($1, $2, $3, NULL, NULL)) e ON true`,
};

/** The entries after a position, and what was taken back by then: of one moment. */
export async function readNewEntries(
  pool: Pool,
  { after, limit }: { after: bigint; limit: number },
): Promise<{ takenBack: TakenBack; rows: EntryRow[] }> {
  type Row = StoredEntry & { takenBack: string[] };
  const values = [after, pastTheEnd, limit];
  const { rows } = await pool.query<Row>({ ...newEntries, values });
  const found = rows.filter(({ position }) => (position as string | null) !== null);
  return {
    takenBack: rows[0]?.takenBack ?? [],
    rows: found.map(({ takenBack: _, ...row }) => toEntryRow(row)),
  };
}

/** The ids of claims that are named by id or ref; of names that stand for nothing there is none. */
export async function findClaimIds(pool: Pool, names: readonly string[]): Promise<string[]> {
  const values: unknown[] = [];
  const ids = named('claims', names, (value) => `$${String(values.push(value))}`);
  const { rows } = await pool.query<{ ids: string[] }>({ text: `SELECT ${ids} AS ids`, values });
  return rows[0]?.ids ?? [];
}

/** The last place there is, polled. */
export async function readEnd(pool: Pool): Promise<FeedPosition> {
  const { rows } = await pool.query<{ position: string; fingerprint: string }>(
    `SELECT f.position, ${fingerprintInSql} AS fingerprint FROM feed f JOIN events e ON e.seq = f.event_seq ORDER BY f.position DESC LIMIT 1`,
  );
  return rows[0] ? { position: BigInt(rows[0].position), fingerprint: rows[0].fingerprint } : beginning;
}

/** The fingerprint of the event at a position; undefined where there is none yet. */
export async function readFingerprint(pool: Pool, position: bigint): Promise<string | undefined> {
  const { rows } = await pool.query<{ fingerprint: string }>({
    name: 'feed-fingerprint',
    text: `SELECT ${fingerprintInSql} AS fingerprint FROM feed f JOIN events e ON e.seq = f.event_seq WHERE f.position = $1`,
    values: [position],
  });
  return rows[0]?.fingerprint;
}

/** Moves what a key has acknowledged on, never back; where it stands now. */
export async function advanceKey(db: Db, keyId: string, position: bigint): Promise<bigint> {
  const [row] = await db.$queryRaw<{ position: bigint }[]>`
    UPDATE keys SET feed_position = greatest(feed_position, ${position})
    WHERE id = ${keyId}::uuid RETURNING feed_position AS position`;
  if (!row) throw new Error(`key ${keyId} is gone`);
  return row.position;
}
