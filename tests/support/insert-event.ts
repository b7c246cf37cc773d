import type pg from 'pg';
import { newId } from '../../src/platform/db/new-id.js';
import { withMac } from '../../src/platform/secrets/event-mac.js';
import { chainEvent, instantOf, type EventContent } from '../../src/domain/event/chain.js';

type InsertedEvent = Pick<EventContent, 'type' | 'subject'> &
  Partial<Pick<EventContent, 'claim' | 'actor' | 'data'>>;

/** Puts an event behind the last one of its chain, by hand and at any moment: as nobody in Isnad would, but under its key. */
export async function insertEvent(
  client: Pick<pg.ClientBase, 'query'>,
  { type, subject, claim = null, actor = null, data = {} }: InsertedEvent,
  atMicros?: string,
): Promise<void> {
  const wanted = [{ chain: '', claim, type: subject.type, subject: subject.id }];
  const { rows } = await client.query<{ ordinal: number; hash: string | null; micros: string }>(
    'SELECT * FROM reserve_chains($1)',
    [JSON.stringify(wanted)],
  );
  const [end] = rows;
  if (!end) throw new Error('there is no such claim');
  const event = { id: newId(), type, subject, claim, ordinal: end.ordinal + 1, actor, key: null, data };
  const at = instantOf(atMicros ?? end.micros);
  const { hash, mac } = withMac(chainEvent(end.hash, { ...event, at }));
  await client.query(
    `INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, subject_ordinal, actor_id, data, at, prev_hash, hash, mac)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), decode($12, 'hex'), decode($13, 'hex'))`,
    [
      ...[event.id, type, subject.type, subject.id, claim],
      ...(claim === null ? [null, event.ordinal] : [event.ordinal, null]),
      ...[actor, data, at, end.hash, hash, mac],
    ],
  );
}
