/** The desk without a database: what is decided on one docket is what the next decision is made from. */
import type { Caller, Role } from '../../src/domain/access/rules.js';
import { lastTask, type Docket, type Workload } from '../../src/workflow/docket.js';
import type { Change } from '../../src/workflow/change.js';

export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const minutes = (): Record<string, number> =>
  Object.fromEntries(
    ['triage', 'pick_up', 'review', 'approval', 'correction'].flatMap((clock) =>
      ['low', 'normal', 'high', 'urgent'].map((priority) => [`${clock} ${priority}`, 60]),
    ),
  );

export const caller = (ref: string, role: Role): Caller => ({
  memberId: ref,
  ref,
  name: ref,
  role,
  keyId: `key of ${ref}`,
});

export const workload = ({ memberId, ref, role }: Caller, more: Partial<Workload> = {}): Workload => ({
  id: memberId,
  ref,
  role,
  active: true,
  awayUntil: null,
  away: false,
  held: 0,
  limit: 1000,
  ...more,
});

export const submittedClaim = (people: readonly Caller[]): Docket => ({
  now: new Date('2026-11-27T12:00:00Z'),
  claim: {
    id: id(1),
    ref: 'C1',
    status: 'submitted',
    kind: 'assertion',
    secondaryKinds: [],
    language: 'en',
    topics: [],
    priority: 'normal',
    version: 1,
    updatedAt: new Date('2026-11-27T11:00:00Z'),
    head: 'a'.repeat(64),
    contested: false,
    mergedInto: null,
    revision: null,
    rating: null,
  },
  tasks: [],
  verdicts: [],
  contacts: 0,
  lastRevision: 0,
  correction: null,
  parts: [],
  editors: people.filter(({ role }) => role === 'editor').map(({ memberId }) => memberId),
  policy: { leaseMinutes: 60, clocks: minutes() },
  relations: [],
  others: [],
  members: Object.fromEntries(people.map((one) => [one.ref, workload(one)])),
  candidates: [],
  named: null,
  references: {
    scale: {
      version: 1,
      ratings: [
        { slug: 'true', polarity: 'supports', forecast: false },
        { slug: 'false', polarity: 'refutes', forecast: false },
        { slug: 'likely', polarity: 'supports', forecast: true },
      ],
    },
    evidence: [],
    captures: [],
    provisions: [],
  },
});

/** As it would be read the next time, a minute later. */
export function readAgain({ docket, events }: Change): Docket {
  const begun = events.findLast(({ type }) => type === 'claim.correction_started');
  return {
    ...docket,
    tasks: docket.tasks.filter((task) => lastTask(docket, task.stage) === task),
    now: new Date(docket.now.getTime() + 60_000),
    verdicts: docket.verdicts.filter(({ status }) => ['submitted', 'proposed', 'published'].includes(status)),
    lastRevision: Math.max(docket.lastRevision, ...docket.verdicts.map(({ revision }) => revision ?? 0)),
    correction: begun ? (begun.data as unknown as Docket['correction']) : docket.correction,
  };
}
