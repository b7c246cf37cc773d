/** Members in their list, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonList, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, readList, type List, isOfLanguage } from '../../platform/http/read-list.js';
import type { MemberQuery, memberSorts } from './member-list.schema.js';

const identities = jsonList(`
  SELECT i.issuer, encode(i.digest, 'hex') AS digest FROM member_identities i
  WHERE i.member_id = m.id AND i.ended_at IS NULL ORDER BY i.issuer, i.digest`);

const members: List<(typeof memberSorts)[number]> = {
  from: 'members m',
  alias: 'm',
  created: 'm.created_at',
  updated: 'm.updated_at',
  sorts: {
    createdAt: byMoment('m.created_at'),
    updatedAt: byMoment('m.updated_at'),
    ref: { expression: 'm.ref', type: 'text' },
  },
  columns: `
    m.id, m.ref, m.kind, m.name, m.role, m.languages, m.topics, m.active, ${moment('m.away_until')} AS "awayEndsAt",
    m.wip_limit AS "wipLimit", ${identities} AS identities, m.version, ${moment('m.created_at')} AS "createdAt", ${moment('m.updated_at')} AS "updatedAt"`,
};

/** One walk for each role that is asked for: those who administer are few among many. */
export const listMembers = (pool: Pool, query: MemberQuery) =>
  readList(pool, members, query, (put) => {
    const { kind, role, language, topic, active } = query;
    return {
      lookups: role && {
        from: `unnest(${put(role)}::role[]) AS lookup (role)`,
        conditions: ['m.role = lookup.role'],
      },
      conditions: [
        anyOf('m.kind', kind, 'member_kind', put),
        language &&
          `EXISTS (SELECT FROM unnest(m.languages) AS spoken (tag) WHERE ${isOfLanguage('spoken.tag', language, put)})`,
        topic && `m.topics && ${put(topic)}::text[]`,
        active !== undefined && `${active ? '' : 'NOT '}m.active`,
      ],
    };
  });
