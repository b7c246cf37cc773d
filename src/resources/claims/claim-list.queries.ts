/** A page of the list of claims, in one statement. */
import { claimStatuses } from '../../domain/claim/lifecycle.js';
import { priorities } from '../../domain/task/priority.js';
import type { Pool } from '../../platform/db/client.js';
import {
  byMoment,
  createParameters,
  readPage,
  type Page,
  type RowKey,
  type SortKey,
} from '../../platform/db/list-page.js';
import { conditionsOf, selectiveConditionsOf } from './claim-conditions.js';
import type { claimSorts, ClaimFilters } from './claim-list.schema.js';
import { claimSummaryColumns, quoteSpan } from './claim-summary.js';
import { alternativesHolding } from './search-claims.js';

export const claimSortKeys: Readonly<Record<(typeof claimSorts)[number], SortKey>> = {
  createdAt: byMoment('c.created_at'),
  updatedAt: byMoment('c.updated_at'),
  priority: { expression: 'c.priority', type: 'priority', values: priorities },
  ref: { expression: 'c.ref', type: 'text' },
};

interface Asked {
  /** Whether each comes with the place of its quote in the article. */
  inArticle: boolean;
  forDesk: boolean;
  filters: ClaimFilters;
  sort: SortKey;
  descending: boolean;
  after: RowKey | undefined;
  limit: number;
}

export function listClaims(pool: Pool, { filters, inArticle, forDesk, sort, ...page }: Asked): Promise<Page> {
  const parameters = createParameters();
  const { put } = parameters;
  const { status, words, ...others } = filters;
  const selective = selectiveConditionsOf(others, put);
  const conditions = [...selective, ...conditionsOf(others, forDesk, put)];
  const isPlain = conditions.length === 0 && words === undefined;
  // Each sort key has an index behind the status; two have one of their own, which serves where no status is asked for.
  const scansInOrder =
    selective.length > 0 ||
    sort === claimSortKeys.ref ||
    (sort === claimSortKeys.createdAt && status === undefined);
  if (scansInOrder && status) conditions.push(`c.status = ANY (${put(status)}::claim_status[])`);
  const lookups = scansInOrder
    ? undefined
    : {
        from: `unnest(${put(status ?? claimStatuses)}::claim_status[]) AS lookup (status)`,
        conditions: ['c.status = lookup.status'],
      };
  return readPage(pool, {
    from: 'claims c',
    alias: 'c',
    conditions,
    alternatives: words && alternativesHolding(words, put),
    lookups,
    parameters,
    sort,
    ...page,
    columns: inArticle ? `${claimSummaryColumns()}, ${quoteSpan} AS quote` : claimSummaryColumns(),
    samePlan: isPlain && (lookups !== undefined || status === undefined),
  });
}
