/** The events of a claim, a page at a time, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { ofClaim, readItemPage } from '../../platform/http/item-page.js';
import { anyOf, type List } from '../../platform/http/read-list.js';
import type { HistoryQuery, historySorts } from './history.schema.js';

const actor = referenceTo('m', 'members m WHERE m.id = e.actor_id');

const events = (forDesk: boolean): List<(typeof historySorts)[number]> => ({
  from: 'events e',
  alias: 'e',
  created: 'e.at',
  // In its chain time never goes back, so that this is the order in which they happened.
  sorts: { ordinal: { expression: 'e.ordinal', type: 'integer' } },
  columns: `
    e.id, e.type, e.ordinal, ${jsonObject('SELECT e.subject_type AS type, e.subject_id AS id')} AS subject,
    ${moment('e.at')} AS "occurredAt"${forDesk ? `, ${actor} AS actor, contents_of((e.data - 'rows')::text) AS words` : ''}, e.data - 'rows' AS data, withheld_of(e.claim_id, e.ordinal) AS withheld`,
});

export const listHistory = (pool: Pool, claim: string, query: HistoryQuery, forDesk: boolean) =>
  readItemPage(pool, ofClaim('e.claim_id', claim), events(forDesk), query, (put) => [
    anyOf('e.type', query.types, 'text', put),
  ]);
