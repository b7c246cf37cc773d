/** The feed as its readers see it, and how far each of them has come. */
import { withhold, type RedactedKind } from '../../domain/erasure/redaction.js';
import type { Db, Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';

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

const entries = {
  name: 'feed-entries',
  text: `
    SELECT place AS position, id, type, claim_id AS "claimId", claim, ordinal, subject_type AS "subjectType",
      subject_id AS "subjectId", data, ${moment('at')} AS at, actor, withheld
    FROM feed_entries($1, $2, $3, $4)`,
};

/** The entries after one position up to another, in order; of some types only, where any are named. */
export async function readEntries(
  pool: Pool,
  { after, upTo, limit, types }: { after: bigint; upTo: bigint; limit: number; types?: readonly string[] },
): Promise<EntryRow[]> {
  const values = [after, upTo, limit, types ?? null];
  const { rows } = await pool.query<StoredEntry>({ ...entries, values });
  return rows.map(({ withheld, data, ...row }) => ({
    ...row,
    data: withhold(data, withheld ?? []),
    position: BigInt(row.position),
  }));
}

/** The last position there is; 0 while the feed is empty. */
export async function readEnd(pool: Pool): Promise<bigint> {
  const { rows } = await pool.query<{ end: string | null }>('SELECT max(position) AS end FROM feed');
  return BigInt(rows[0]?.end ?? 0);
}

/** Moves what a key has acknowledged on, never back; where it stands now. */
export async function advanceKey(db: Db, keyId: string, position: bigint): Promise<bigint> {
  const [row] = await db.$queryRaw<{ position: bigint }[]>`
    UPDATE keys SET feed_position = greatest(feed_position, ${position})
    WHERE id = ${keyId}::uuid RETURNING feed_position AS position`;
  if (!row) throw new Error(`key ${keyId} is gone`);
  return row.position;
}
