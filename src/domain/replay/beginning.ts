/** PURE: the rows that a new database has before the first event: the policies, as they are until somebody changes them. */
import { priorities } from '../task/priority.js';
import { chainOf } from '../event/chain.js';
import { clockMinutes, leaseMinutes, wipLimit } from '../task/default-policies.js';
import type { State } from './apply.js';
import { keyOf, type Cells } from './row.js';
import { recordTable } from './tables.js';

/** The policies are one thing, and so are the checkpoints; where an event needs a UUID, it is this one of form 8 (RFC 9562). */
export const singleSubjectId = '00000000-0000-8000-8000-000000000001';

/** The chain of the policies. */
export const policyChain = chainOf({ claim: null, subject: { type: 'policy', id: singleSubjectId } });

const rows: Readonly<Record<string, readonly Cells[]>> = {
  desk_settings: [
    { id: 1, auto_assign: false, wip_limit: wipLimit, lease_minutes: leaseMinutes, version: 1 },
  ],
  clock_policies: Object.entries(clockMinutes).flatMap(([clock, minutes]) =>
    priorities.map((priority) => ({ clock, priority, minutes })),
  ),
};

export const beginningOf = (subjectType: string): State =>
  new Map(
    subjectType === 'policy'
      ? Object.entries(rows).flatMap(([name, cells]) => {
          const table = recordTable(name);
          return table ? [[name, new Map(cells.map((row) => [keyOf(table, row), row]))] as const] : [];
        })
      : [],
  );
