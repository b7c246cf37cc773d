import type { Pool } from '../../platform/db/client.js';
import { idReferenceTo, moment, referenceTo } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import type { PrivilegedQuery, privilegedSorts } from './privileged-change.schema.js';

const memberOf = (column: string): string => referenceTo('m', `members m WHERE m.id = ${column}`);

/** Who asked, who decided, and when, of a change `c`. */
export const askedAndDecidedColumns = `
  c.status, ${memberOf('c.asked_by_id')} AS "askedBy", ${moment('c.asked_at')} AS "askedAt", ${moment('c.lapses_at')} AS "lapsesAt",
  ${memberOf('c.decided_by_id')} AS "decidedBy", ${moment('c.decided_at')} AS "decidedAt"`;

/** When it was decided on, or lapsed; before that, when it was asked for. */
export const lastChange = 'coalesce(c.decided_at, c.asked_at)';

const changes: List<(typeof privilegedSorts)[number]> = {
  from: 'privileged_changes c',
  alias: 'c',
  created: 'c.asked_at',
  updated: lastChange,
  sorts: { askedAt: byMoment('c.asked_at') },
  columns: `
    c.id, c.kind, ${memberOf('c.member_id')} AS member, ${idReferenceTo('c.key_id')} AS key, c.wanted, ${askedAndDecidedColumns}`,
};

export const listPrivilegedChanges = (pool: Pool, query: PrivilegedQuery) =>
  readList(pool, changes, query, (put) => ({
    conditions: [
      `c.kind <> 'erase'`,
      anyOf('c.status', query.status, 'privileged_status', put),
      anyOf('c.kind', query.kind, 'privileged_kind', put),
    ],
  }));
