/** Where claims stand, as newsroom tools poll it. Each answer is read by index, whatever else is stored. */
import type { Pool } from '../db/client.js';
import { underCorrection } from './claim-summary.js';

/** A claim by name: its id and ref, its version, and the status document (`claimState`) as JSON. */
export type StatusRow = [id: string, ref: string, version: string, document: string];

/** A merged claim is followed to where it went, and on; nobody merges this often. */
const longestTrail = 16;

const columns = `c.id, c.ref, c.status, c.rating, c.revision, c.contested, c.merged_into, c.updated_at, c.version`;

/**
 * The status document of a claim `f`. The database writes it, because five hundred at once are asked for all day: one
 * text costs the process that hands it on a small part of what nine columns of five hundred rows cost.
 */
const document = `
  '{"id":"' || f.id || '","ref":"' || f.ref || '","status":"' || f.status
  || '","rating":' || coalesce(to_json(f.rating)::text, 'null')
  || ',"revision":' || coalesce(f.revision::text, 'null')
  || ',"contested":' || f.contested::text
  || ',"underCorrection":' || (${underCorrection('f')})::text
  -- A join here would be planned for everybody, and read the whole table where it is small.
  || ',"mergedInto":' || coalesce('"' || (SELECT target.ref FROM claims target WHERE target.id = f.merged_into) || '"', 'null')
  -- Claims are updated at whole milliseconds.
  || ',"updatedAt":"' || to_char(f.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  || '","version":' || f.version || '}'`;

const byNames = {
  name: 'status-of-each',
  text: `SELECT f.id::text, f.ref, f.version::text, ${document}
    FROM claims f WHERE f.id = ANY ($1::uuid[]) OR f.ref = ANY ($2::text[])`,
  rowMode: 'array',
} as const;

/** The claims of these names that there are. */
export async function readStatuses(pool: Pool, names: readonly Name[]): Promise<StatusRow[]> {
  const ids = names.flatMap((name) => ('id' in name ? [name.id] : []));
  const refs = names.flatMap((name) => ('ref' in name ? [name.ref] : []));
  return (await pool.query<StatusRow>({ ...byNames, values: [ids, refs] })).rows;
}

type Name = { id: string } | { ref: string };

/** Lateral, so that each name is looked up in an index, however the table is estimated. */
const inOrder = {
  name: 'statuses-in-order',
  text: `
    WITH RECURSIVE found AS (
      SELECT asked.place, 0 AS step, claim.*
      FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked (id, ref, place)
        LEFT JOIN LATERAL (
          SELECT ${columns} FROM claims c WHERE c.id = asked.id
          UNION ALL
          SELECT ${columns} FROM claims c WHERE asked.id IS NULL AND c.ref = asked.ref) claim ON true
      UNION ALL
      SELECT found.place, found.step + 1, claim.*
      FROM found JOIN LATERAL (SELECT ${columns} FROM claims c WHERE c.id = found.merged_into LIMIT 1) claim ON true
      WHERE found.step < ${String(longestTrail)})
    SELECT string_agg(${document}, ',' ORDER BY f.place, f.step),
      (SELECT array_agg(place ORDER BY place) FROM found WHERE id IS NULL)::text[]
    FROM (SELECT DISTINCT ON (id) * FROM found WHERE id IS NOT NULL ORDER BY id, place, step) f`,
  rowMode: 'array',
} as const;

/**
 * The status documents of these names as the inside of a JSON array: in the order asked for, each claim once,
 * behind a merged claim the one it was merged into. `missing`: places in `names` (from 0) that name no claim.
 */
export async function readStatusList(
  pool: Pool,
  names: readonly Name[],
): Promise<{ documents: string; missing: number[] }> {
  const values = [
    arrayLiteral(names.map((name) => ('id' in name ? name.id : 'NULL'))),
    arrayLiteral(names.map((name) => ('ref' in name ? `"${name.ref}"` : 'NULL'))),
  ];
  const { rows } = await pool.query<[string | null, string[] | null]>({ ...inOrder, values });
  const [documents, missing] = rows[0] ?? [null, null];
  return { documents: documents ?? '', missing: (missing ?? []).map((place) => Number(place) - 1) };
}

/** Nothing in an id or a ref needs an escape, and `pg` would look for one in each of them. */
const arrayLiteral = (elements: readonly string[]): string => `{${elements.join(',')}}`;
