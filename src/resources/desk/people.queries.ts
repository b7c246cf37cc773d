/** Those who do the work, with how much of it they have, as it is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, readList, type List, isOfLanguage } from '../../platform/http/read-list.js';
import type { Workload } from '../../workflow/docket-task.js';
import type { DeskPerson, PeopleQuery, peopleSorts } from './people.schema.js';

export interface PersonRow extends Pick<
  DeskPerson,
  'name' | 'languages' | 'topics' | 'awayEndsAt' | 'createdAt'
> {
  load: Omit<Workload, 'awayUntil'>;
}

const people: List<(typeof peopleSorts)[number]> = {
  from: 'members m',
  alias: 'm',
  created: 'm.created_at',
  sorts: {
    // Within a role by ref.
    role: { expression: `(m.role || ' ' || m.ref)`, type: 'text' },
    ref: { expression: 'm.ref', type: 'text' },
    createdAt: byMoment('m.created_at'),
  },
  columns: `m.name, m.languages, m.topics, ${moment('m.away_until')} AS "awayEndsAt", docket_member(m) AS load, ${moment('m.created_at')} AS "createdAt"`,
};

const isAway = 'coalesce(m.away_until > desk_now(), false)';

export const listPeople = (pool: Pool, query: PeopleQuery) =>
  readList(pool, people, query, (put) => {
    const { role = ['checker', 'editor'], language, topic, away } = query;
    return {
      conditions: [
        `m.active AND m.kind = 'person'`,
        anyOf('m.role', role, 'role', put),
        language &&
          `(m.languages = '{}' OR EXISTS (SELECT FROM unnest(m.languages) AS spoken (tag) WHERE ${isOfLanguage('spoken.tag', language, put)}))`,
        topic && `m.topics && ${put(topic)}::text[]`,
        away !== undefined && `${away ? '' : 'NOT '}${isAway}`,
      ],
    };
  });
