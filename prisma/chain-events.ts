/**
 * What the migration `…_chain` needs of a database that holds events: the hash of each, worked out here
 * because canonical JSON is not a thing to write in SQL. It goes into a table that the migration takes up and
 * drops. Cut off in the middle, it leaves nothing; done again, it begins anew.
 */
import type pg from 'pg';
import { chainEvent, chainOf, instantOf, type EventContent } from '../src/domain/event/chain.js';
import { keepsItsNumbers } from '../src/domain/text/exact-numbers.js';

export const chainMigration = '20261125130000_chain';

type Row = Omit<EventContent, 'subject' | 'at' | 'data' | 'ordinal'> & {
  seq: string;
  subjectType: string;
  subjectId: string;
  ordinal: number | null;
  data: string;
  micros: string;
};

/** Chain by chain, each in its order. */
const inChains = `
  DECLARE unchained NO SCROLL CURSOR FOR
  SELECT seq, id, type, subject_type AS "subjectType", subject_id AS "subjectId", claim_id AS claim, ordinal, actor_id AS actor,
    key_id AS key, data::text AS data, trunc(extract(epoch FROM at) * 1000000)::text AS micros
  FROM events
  ORDER BY claim_id, ordinal, subject_type COLLATE "C", subject_id, seq`;

const batch = 1_000;

/** Does nothing where there are no events yet. */
export async function chainEvents(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('events') IS NOT NULL AS exists",
  );
  if (rows[0]?.exists !== true) return;
  await client.query('BEGIN');
  try {
    await client.query('DROP TABLE IF EXISTS events_to_chain');
    await client.query(
      'CREATE TABLE events_to_chain (seq bigint PRIMARY KEY, subject_ordinal int, prev_hash bytea, hash bytea NOT NULL)',
    );
    await client.query(inChains);
    let last: Link | undefined;
    for (let links = await readLinks(client, last); links.length > 0; links = await readLinks(client, last)) {
      await client.query(
        `INSERT INTO events_to_chain
         SELECT seq, place, decode(prev, 'hex'), decode(hash, 'hex')
         FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) AS link (seq, place, prev, hash)`,
        [
          links.map(({ seq }) => seq),
          links.map(({ subjectOrdinal }) => subjectOrdinal),
          links.map(({ prevHash }) => prevHash),
          links.map(({ hash }) => hash),
        ],
      );
      last = links.at(-1);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

interface Link {
  seq: string;
  chain: string;
  ordinal: number;
  subjectOrdinal: number | null;
  prevHash: string | null;
  hash: string;
}

async function readLinks(client: pg.ClientBase, before: Link | undefined): Promise<Link[]> {
  const { rows } = await client.query<Row>(`FETCH ${String(batch)} FROM unchained`);
  const links: Link[] = [];
  for (const row of rows) {
    before = chain(before, row);
    links.push(before);
  }
  return links;
}

function chain(before: Link | undefined, row: Row): Link {
  const { seq, subjectType, subjectId, data, micros, ordinal, ...event } = row;
  if (!keepsItsNumbers(data)) {
    throw new Error(
      `event ${event.id} holds a number that no reader of JSON keeps exactly, so nothing can be proven of it: ${data.slice(0, 200)}`,
    );
  }
  const subject = { type: subjectType, id: subjectId };
  const name = chainOf({ claim: event.claim, subject });
  const last = before?.chain === name ? before : undefined;
  const place = ordinal ?? (last?.ordinal ?? 0) + 1;
  const prevHash = last?.hash ?? null;
  const content = {
    ...event,
    subject,
    ordinal: place,
    data: JSON.parse(data) as unknown,
    at: instantOf(micros),
  };
  const { hash } = chainEvent(prevHash, content);
  return {
    seq,
    chain: name,
    ordinal: place,
    subjectOrdinal: ordinal === null ? place : null,
    prevHash,
    hash,
  };
}
