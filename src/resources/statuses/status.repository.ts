/** Statuses of claims, as newsroom tools poll them. Each is read by index, whatever else is stored. */
import type { Pool } from '../../platform/db/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { underCorrection } from '../../domain/claim/under-correction.js';
import { moment } from '../../platform/db/json-sql.js';
import { endedStatus } from '../claims/claim-summary.js';

export interface StatusRow {
  id: string;
  ref: string;
  version: string;
  /** The status document (`claimState`) as JSON. */
  document: string;
  /** The id of the claim that it was merged into. */
  mergedInto: string | null;
  /** Of the document, once it was asked for. */
  digest?: string;
}

/**
 * The status document of a claim `f`. The database writes it, because five hundred at once are asked for all day: one
 * text costs this process a small part of what nine columns cost.
 */
const document = `
  '{"id":"' || f.id || '","ref":"' || f.ref || '","status":"' || f.status
  || '","rating":' || coalesce(to_json(f.rating)::text, 'null')
  || ',"revision":' || coalesce(f.revision::text, 'null')
  || ',"contested":' || f.contested::text
  || ',"underCorrection":' || (${underCorrection('f')})::text
  -- A join here would be planned for everybody, and read the whole table where it is small.
  || ',"mergedInto":' || coalesce((
    SELECT '{"id":"' || target.id || '","ref":"' || target.ref || '","ended":' || coalesce('"' || (${endedStatus}) || '"', 'null') || '}' FROM claims target WHERE target.id = f.merged_into), 'null')
  -- Claims are updated at whole milliseconds.
  || ',"updatedAt":"' || ${moment('f.updated_at')}
  || '","version":' || f.version || '}'`;

const byNames = {
  name: 'status-of-each',
  text: `SELECT f.id::text, f.ref, f.version::text, ${document} AS document, f.merged_into::text AS "mergedInto"
    FROM claims f WHERE f.id = ANY ($1::uuid[]) OR f.ref = ANY ($2::text[])`,
};

/** The claims of these names that there are, each once. */
export async function readStatuses(pool: Pool, idsOrRefs: readonly string[]): Promise<StatusRow[]> {
  const names = idsOrRefs.map(byIdOrRef);
  const ids = names.flatMap((name) => ('id' in name ? [name.id] : []));
  const refs = names.flatMap((name) => ('ref' in name ? [name.ref] : []));
  return (await pool.query<StatusRow>({ ...byNames, values: [arrayLiteral(ids), arrayLiteral(refs)] })).rows;
}

/** Nothing in an id or a ref needs an escape, and `pg` would look for one in each of them. */
const arrayLiteral = (elements: readonly string[]): string =>
  elements.length === 0 ? '{}' : `{"${elements.join('","')}"}`;
