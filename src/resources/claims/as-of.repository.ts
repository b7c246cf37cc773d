import type { Pool } from '../../platform/db/client.js';
import type { ClaimEventRow } from '../../domain/claim/replay.js';

/** The events of these claims up to a moment, by the claim's ref; none for a claim that was not there yet. */
export async function readEventsUntil(
  pool: Pool,
  claims: { ids?: string[]; refs?: string[] },
  asOf: string,
): Promise<Map<string, ClaimEventRow[]>> {
  const { rows } = await pool.query<ClaimEventRow & { ref: string }>(
    `SELECT c.ref, e.type, e.ordinal, e.at, e.data
     FROM claims c JOIN events e ON e.claim_id = c.id
     WHERE (c.id = ANY ($1::uuid[]) OR c.ref = ANY ($2::text[])) AND e.at <= $3::timestamptz
     ORDER BY e.claim_id, e.ordinal`,
    [claims.ids ?? [], claims.refs ?? [], asOf],
  );
  const events = new Map<string, ClaimEventRow[]>();
  for (const { ref, ...event } of rows) {
    const told = events.get(ref);
    if (told) told.push(event);
    else events.set(ref, [event]);
  }
  return events;
}

export async function isInTheFuture(pool: Pool, asOf: string): Promise<boolean> {
  const { rows } = await pool.query<{ future: boolean }>('SELECT $1::timestamptz > desk_now() AS future', [
    asOf,
  ]);
  return rows[0]?.future === true;
}
