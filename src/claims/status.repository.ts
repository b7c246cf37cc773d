/** Where claims stand, as newsroom tools poll it. Each answer is read by index, whatever else is stored. */
import type { Pool } from '../db/client.js';
import type { ClaimStatus } from './claim.lifecycle.js';

export interface StatusRow {
  id: string;
  ref: string;
  status: ClaimStatus;
  rating: string | null;
  revision: number | null;
  contested: boolean;
  mergedInto: string | null;
  /** ISO 8601 in UTC, milliseconds. */
  updatedAt: string;
  version: number;
}

/** A merged claim is followed to where it went, and on; nobody merges this often. */
const longestTrail = 16;

/** Text as the database has it spares a Date for each row. Claims are updated at whole milliseconds. */
const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `c.id, c.ref, c.status, c.rating, c.revision, c.contested, c.merged_into, c.updated_at, c.version`;

const byNames = {
  name: 'statuses',
  text: `
    WITH RECURSIVE found AS (
      SELECT ${columns}, 0 AS trail FROM claims c WHERE c.id = ANY ($1::uuid[]) OR c.ref = ANY ($2::text[])
      UNION ALL
      SELECT ${columns}, found.trail + 1 FROM found JOIN claims c ON c.id = found.merged_into
      WHERE found.trail < $3)
    SELECT found.id, found.ref, found.status, found.rating, found.revision, found.contested,
      target.ref AS "mergedInto", ${moment('found.updated_at')} AS "updatedAt", found.version, found.trail
    FROM found LEFT JOIN claims target ON target.id = found.merged_into`,
};

/** One prepared query: the claims of these ids and refs, then those they were merged into. */
export async function readStatuses(
  pool: Pool,
  { ids, refs, follow }: { ids: readonly string[]; refs: readonly string[]; follow: boolean },
): Promise<(StatusRow & { trail: number })[]> {
  const values = [ids, refs, follow ? longestTrail : 0];
  return (await pool.query<StatusRow & { trail: number }>({ ...byNames, values })).rows;
}
