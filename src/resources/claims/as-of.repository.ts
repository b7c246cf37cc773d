import { instantOf } from '../../domain/event/chain.js';
import type { ReplayedEvent } from '../../domain/replay/row.js';
import type { Pool } from '../../platform/db/client.js';
import { joinSource, namedSource } from '../sources/source.queries.js';

/** The events of these claims up to a moment, by the claim's id; none for a claim that was not there yet. */
export async function readEventsUntil(
  pool: Pool,
  ids: readonly string[],
  asOf: string,
): Promise<Map<string, ReplayedEvent[]>> {
  const { rows } = await pool.query<Omit<ReplayedEvent, 'at'> & { claim: string; micros: string }>(
    `SELECT claim_id AS claim, type, ordinal, micros_of(at) AS micros, data FROM events
     WHERE claim_id = ANY ($1::uuid[]) AND at <= $2::timestamptz ORDER BY claim_id, ordinal`,
    [ids, asOf],
  );
  const events = new Map<string, ReplayedEvent[]>();
  for (const { micros, ...row } of rows) {
    const event = { ...row, at: instantOf(micros) };
    const known = events.get(row.claim);
    if (known) known.push(event);
    else events.set(row.claim, [event]);
  }
  return events;
}

/** By the id that links were recorded with, as they are named today. */
export async function readNamedSources(pool: Pool, ids: readonly string[]): Promise<Map<string, object>> {
  const { rows } = await pool.query<{ id: string; source: object }>(
    `SELECT l.id, ${namedSource} AS source FROM unnest($1::uuid[]) AS l (id) ${joinSource('l.id')}`,
    [ids],
  );
  return new Map(rows.map(({ id, source }) => [id, source]));
}

/** The words under these seals that were not erased, by seal. */
export async function readWords(pool: Pool, seals: readonly string[]): Promise<Record<string, unknown>> {
  if (seals.length === 0) return {};
  const { rows } = await pool.query<{ seal: string; value: unknown }>(
    `SELECT encode(seal, 'hex') AS seal, value FROM contents
     WHERE seal = ANY (ARRAY(SELECT seal_or_null(s) FROM unnest($1::text[]) s))`,
    [seals],
  );
  return Object.fromEntries(rows.map(({ seal, value }) => [seal, value]));
}

export async function isInTheFuture(pool: Pool, asOf: string): Promise<boolean> {
  const { rows } = await pool.query<{ future: boolean }>('SELECT $1::timestamptz > desk_now() AS future', [
    asOf,
  ]);
  return rows[0]?.future === true;
}
