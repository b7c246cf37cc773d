/** The relations and norms of a claim, page by page, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';
import { byId, byMoment } from '../../platform/db/list-page.js';
import { named } from '../../platform/db/named.js';
import { ofClaim, readItemPage, readOwnedPage } from '../../platform/http/item-page.js';
import { anyOf, type List } from '../../platform/http/read-list.js';
import { normColumns, noteOf, relatedClaim } from './claim.queries.js';
import type { ClaimProvisionQuery, RelationQuery, relationSorts } from './claim-part.schema.js';

const isOut = 'r.from_id = own.id';

const relations = (forDesk: boolean): List<(typeof relationSorts)[number]> => ({
  from: 'relations r',
  alias: 'r',
  created: 'r.created_at',
  sorts: { createdAt: byMoment('r.created_at') },
  columns: `
    r.id, r.type, ${noteOf('r', forDesk)}, CASE WHEN ${isOut} THEN 'out' ELSE 'in' END AS direction,
    ${jsonObject(`SELECT ${relatedClaim} FROM claims o WHERE o.id = CASE WHEN ${isOut} THEN r.to_id ELSE r.from_id END`)} AS claim,
    ${moment('r.created_at')} AS "createdAt"`,
});

/** Those that go out and those that come in are looked up apart, each along its index. */
export const listRelations = (pool: Pool, name: string, query: RelationQuery, forDesk: boolean) => {
  const { type, direction = ['out', 'in'], claim } = query;
  const columns = { out: ['r.from_id', 'r.to_id'], in: ['r.to_id', 'r.from_id'] } as const;
  return readOwnedPage(pool, ofClaim('', name), relations(forDesk), query, (put, id) => {
    const others = claim && named('claims', claim, put);
    return {
      join: `CROSS JOIN ${id} own`,
      alternatives: [...new Set(direction)].map((way) => {
        const [own, other] = columns[way];
        return `${own} = own.id${others ? ` AND ${other} = ANY (${others})` : ''}`;
      }),
      conditions: [anyOf('r.type', type, 'relation_type', put)],
    };
  });
};

const provisions = (forDesk: boolean): List<'id'> => ({
  from: `claim_provisions p JOIN instruments i ON i.id = p.instrument_id LEFT JOIN provisions n ON n.id = p.provision_id`,
  alias: 'p',
  sorts: { id: byId('p.id') },
  columns: normColumns(forDesk),
});

export const listClaimProvisions = (pool: Pool, name: string, query: ClaimProvisionQuery, forDesk: boolean) =>
  readItemPage(pool, ofClaim('p.claim_id', name), provisions(forDesk), { ...query, sort: 'id' }, (put) => [
    query.instrument && `p.instrument_id = ANY (${named('instruments', query.instrument, put)})`,
    query.verified !== undefined && `n.verified IS ${query.verified ? 'TRUE' : 'FALSE'}`,
  ]);
