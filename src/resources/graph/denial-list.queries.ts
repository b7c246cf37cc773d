/** The relations by which a claim is denied, page by page, as they are written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { denialTypes } from '../../domain/claim/relation.js';
import { ofClaim, readItemPage } from '../../platform/http/item-page.js';
import { anyOf, type List } from '../../platform/http/read-list.js';
import { noteOf } from '../claims/claim.queries.js';
import type { DenierQuery, denierSorts } from './graph.schema.js';

export interface DenialRow {
  id: string;
  claim: { id: string };
}

const denials = (forDesk: boolean): List<(typeof denierSorts)[number]> => ({
  from: 'relations r',
  alias: 'r',
  created: 'r.created_at',
  sorts: { createdAt: byMoment('r.created_at') },
  columns: `
    r.id, ${jsonObject('SELECT o.id, o.ref, o.quote_exact AS text, o.status, o.rating FROM claims o WHERE o.id = r.from_id')} AS claim,
    r.type, ${noteOf('r', forDesk)}, ${moment('r.created_at')} AS "createdAt"`,
});

/** A test denies nothing that is none. Where a denial stands, rejected too, is told with it. */
const isNoTest = `EXISTS (
  SELECT FROM claims o JOIN claims denied ON denied.id = r.to_id WHERE o.id = r.from_id AND (denied.test OR NOT o.test))`;

export const listDenials = (pool: Pool, claim: string, query: DenierQuery, forDesk: boolean) =>
  readItemPage(pool, ofClaim('r.to_id', claim), denials(forDesk), query, (put) => [
    anyOf('r.type', query.type ?? denialTypes, 'relation_type', put),
    isNoTest,
  ]);
