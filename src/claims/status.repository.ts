/** Where claims stand, as newsroom tools poll it. Each answer is read by index, whatever else is stored. */
import type { Pool } from '../db/client.js';

/** As the database writes each column: it goes from there into the document without becoming anything in between. */
export type StatusRow = [
  id: string,
  ref: string,
  status: string,
  rating: string | null,
  revision: string | null,
  contested: string,
  mergedInto: string | null,
  updatedAt: string,
  version: string,
];

/** A merged claim is followed to where it went, and on; nobody merges this often. */
const longestTrail = 16;

/** Claims are updated at whole milliseconds. */
const moment = `to_char(found.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const columns = `c.id, c.ref, c.status, c.rating, c.revision, c.contested, c.merged_into, c.updated_at, c.version`;

const byNames = {
  name: 'statuses',
  text: `
    WITH RECURSIVE found AS (
      SELECT ${columns}, 0 AS trail FROM claims c WHERE c.id = ANY ($1::uuid[]) OR c.ref = ANY ($2::text[])
      UNION ALL
      SELECT ${columns}, found.trail + 1 FROM found JOIN claims c ON c.id = found.merged_into
      WHERE found.trail < $3)
    SELECT found.id::text, found.ref, found.status::text, found.rating, found.revision::text, found.contested::text,
      -- A join here would be planned for everybody, and read the whole table where it is small.
      (SELECT target.ref FROM claims target WHERE target.id = found.merged_into), ${moment}, found.version::text
    FROM found`,
  rowMode: 'array',
} as const;

/** One prepared query: the claims of these ids and refs, then those they were merged into. */
export async function readStatuses(
  pool: Pool,
  { ids, refs, follow }: { ids: readonly string[]; refs: readonly string[]; follow: boolean },
): Promise<StatusRow[]> {
  const values = [ids, refs, follow ? longestTrail : 0];
  return (await pool.query<StatusRow>({ ...byNames, values })).rows;
}
