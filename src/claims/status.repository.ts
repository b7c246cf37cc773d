import type { Pool } from '../db/client.js';
import { byIdOrRef } from '../db/id-or-ref.js';
import type { ClaimStatus } from './claim.lifecycle.js';

export interface StatusRow {
  id: string;
  ref: string;
  status: ClaimStatus;
  rating: string | null;
  revision: number | null;
  contested: boolean;
  merged_into_ref: string | null;
  updated_at: Date;
  version: number;
}

const select = `
  SELECT c.id, c.ref, c.status, c.rating, c.revision, c.contested, target.ref AS merged_into_ref, c.updated_at, c.version
  FROM claims c LEFT JOIN claims target ON target.id = c.merged_into`;

/** Prepared once per connection: `name` is what `pg` remembers them by. */
const byId = { name: 'status-by-id', text: `${select} WHERE c.id = $1` };
const byRef = { name: 'status-by-ref', text: `${select} WHERE c.ref = $1` };
const byMany = {
  name: 'statuses',
  text: `${select} WHERE c.id = ANY ($1::uuid[]) OR c.ref = ANY ($2::text[])`,
};

export async function readStatus(pool: Pool, idOrRef: string): Promise<StatusRow | undefined> {
  const key = byIdOrRef(idOrRef);
  const query = 'id' in key ? { ...byId, values: [key.id] } : { ...byRef, values: [key.ref] };
  return (await pool.query<StatusRow>(query)).rows[0];
}

/** In one query, in no particular order. */
export async function readStatuses(pool: Pool, idsOrRefs: readonly string[]): Promise<StatusRow[]> {
  const keys = idsOrRefs.map(byIdOrRef);
  const ids = keys.flatMap((key) => ('id' in key ? [key.id] : []));
  const refs = keys.flatMap((key) => ('ref' in key ? [key.ref] : []));
  return (await pool.query<StatusRow>({ ...byMany, values: [ids, refs] })).rows;
}
