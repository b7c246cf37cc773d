/** Contacts in the list and on their claim's screen, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonList, jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { ofClaim, readOwnedPage } from '../../platform/http/item-page.js';
import { anyOf, type List } from '../../platform/http/read-list.js';
import type { ContactQuery, contactSorts } from './contact.schema.js';
import { joinSource, namedSource, namedSources } from '../sources/source.queries.js';

const from = `contacts t ${joinSource('t.source_id')}`;
const recorder = referenceTo('m', 'members m WHERE m.id = t.recorded_by_id');

const idsInEditions = (column: string, of: string): string =>
  `SELECT ${column} FROM editions x CROSS JOIN jsonb_path_query(x.document::jsonb, '$.contacts[*].id') named (id) WHERE ${of}`;

/**
 * Outside the desk, a reply is seen once an edition holds it, one that was withdrawn until the next is without it; who asked for it,
 * and how, is not. `claim`: the id of theirs.
 */
export const contactSeen = (forDesk: boolean, claim: string): string =>
  forDesk
    ? 'true'
    : `to_jsonb(t.id) = ANY (ARRAY(${idsInEditions(
        'named.id',
        `x.claim_id = ${claim} AND (t.status = 'recorded'
          OR x.revision = (SELECT max(y.revision) FROM editions y WHERE y.claim_id = x.claim_id))`,
      )}))`;

/** Readers are shown it when it was recorded, and by the first edition that holds it. How it stands is shown to the desk. */
const updated = (forDesk: boolean): string =>
  forDesk
    ? 'coalesce(t.withdrawn_at, t.created_at)'
    : `greatest(t.created_at, (${idsInEditions('min(x.published_at)', 'x.claim_id = t.claim_id AND named.id = to_jsonb(t.id)')}))`;

const claim = jsonObject('SELECT o.id, o.ref FROM claims o WHERE o.id = t.claim_id');

const columns = (forDesk: boolean): string => `
  t.id, ${claim} AS claim, t.label, t.outcome, ${forDesk ? 't.channel' : 'NULL::text AS channel'}, t.text, t.date, ${namedSource} AS source,
  ${moment('t.created_at')} AS "recordedAt"${forDesk ? `, t.status, ${recorder} AS "recordedBy"` : ''}`;

/** The claim that it belongs to, which never changes. */
export async function findClaimOf(pool: Pool, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ claim: string }>(
    'SELECT claim_id AS claim FROM contacts WHERE id = $1',
    [id],
  );
  return rows[0]?.claim;
}

/** All contacts of a claim `c`, newest last, as a list. */
export const contactsOfClaim = (forDesk: boolean): string =>
  jsonList(
    `SELECT ${columns(forDesk)} FROM ${from} WHERE t.claim_id = c.id AND ${contactSeen(forDesk, 'c.id')} ORDER BY t.created_at, t.id`,
  );

/** The same, as they are found page by page. */
const items = (forDesk: boolean): List<(typeof contactSorts)[number]> => ({
  from,
  alias: 't',
  created: 't.created_at',
  updated: updated(forDesk),
  sorts: { recordedAt: byMoment('t.created_at') },
  columns: columns(forDesk),
});

export const listContacts = (pool: Pool, claim: string, query: ContactQuery, forDesk: boolean) =>
  readOwnedPage(pool, ofClaim('t.claim_id', claim), items(forDesk), query, (put, id) => ({
    conditions: [
      `t.claim_id = ${id}`,
      contactSeen(forDesk, id),
      anyOf('t.outcome', query.outcome, 'contact_outcome', put),
      query.source && `t.source_id = ANY (${namedSources(query.source, put)})`,
    ],
  }));

export async function readContact(pool: Pool, id: string, forDesk: boolean): Promise<string> {
  const one = jsonObject(
    `SELECT ${columns(forDesk)} FROM ${from} WHERE t.id = $1 AND ${contactSeen(forDesk, 't.claim_id')}`,
  );
  const { rows } = await pool.query<{ text: string }>(`SELECT ${one}::text AS text`, [id]);
  return rows[0]?.text ?? 'null';
}
