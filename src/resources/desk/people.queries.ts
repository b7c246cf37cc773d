import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import type { Workload } from '../../workflow/docket-task.js';
import type { DeskPerson } from './people.schema.js';

export interface PersonRow extends Pick<DeskPerson, 'name' | 'languages' | 'topics' | 'awayEndsAt'> {
  load: Workload;
}

/** More than any desk has; others are found by their ref. */
const most = 1000;

const workers = {
  name: 'people-of-the-desk',
  text: `
    SELECT m.name, m.languages, m.topics, ${moment('m.away_until')} AS "awayEndsAt", docket_member(m) AS load
    FROM members m WHERE m.active AND m.kind = 'person' AND m.role IN ('checker', 'editor')
    ORDER BY m.role, m.ref LIMIT ${String(most)}`,
};

/** Everybody who does the work, with how much of it they have. */
export const readPeople = async (pool: Pool): Promise<PersonRow[]> =>
  (await pool.query<PersonRow>(workers)).rows.map(({ load, ...row }) => ({
    ...row,
    // A moment within JSON is a text.
    load: { ...load, awayUntil: row.awayEndsAt === null ? null : new Date(row.awayEndsAt) },
  }));
