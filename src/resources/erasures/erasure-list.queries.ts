import type { Pool } from '../../platform/db/client.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import { askedAndDecidedColumns, lastChange } from '../privileged-changes/privileged-change-list.queries.js';
import type { privilegedSorts } from '../privileged-changes/privileged-change.schema.js';
import type { ErasureQuery } from './erasure.schema.js';

const erasures: List<(typeof privilegedSorts)[number]> = {
  from: 'privileged_changes c',
  alias: 'c',
  created: 'c.asked_at',
  updated: lastChange,
  sorts: { askedAt: byMoment('c.asked_at') },
  columns: `
    c.id, c.wanted -> 'target' AS target, c.wanted -> 'texts' AS texts, c.wanted ->> 'reason' AS reason,
    c.wanted -> 'sources' AS sources,
    ${askedAndDecidedColumns}`,
};

export const listErasures = (pool: Pool, query: ErasureQuery) =>
  readList(pool, erasures, query, (put) => ({
    conditions: [
      `c.kind = 'erase'`,
      anyOf('c.status', query.status, 'privileged_status', put),
      anyOf(`c.wanted #>> '{target,kind}'`, query.target, 'text', put),
    ],
  }));
