/** The desk without a database: what is decided on one docket is what the next decision is made from. */
import type { Caller, Role } from '../../src/domain/access/rules.js';
import type { Ingredients } from '../../src/domain/edition/compose-edition.js';
import type { Docket } from '../../src/workflow/docket.js';
import { lastTask } from '../../src/workflow/docket-facts.js';
import type { Workload } from '../../src/workflow/docket-task.js';
import type { DocketVerdict } from '../../src/workflow/docket-verdict.js';
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
  personId: ref,
  ref,
  name: ref,
  role,
  keyId: `key of ${ref}`,
});

const workload = ({ memberId, personId, ref, role }: Caller, more: Partial<Workload> = {}): Workload => ({
  id: memberId,
  personId,
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
    mark: null,
    markReason: null,
    markInto: null,
    revision: null,
    rating: null,
  },
  tasks: [],
  verdicts: [],
  contacts: 0,
  lastRevision: 0,
  correction: null,
  participants: [],
  editors: people.filter(({ role }) => role === 'editor').map(({ memberId }) => memberId),
  policy: { leaseMinutes: 60, clocks: minutes() },
  relations: [],
  others: [],
  members: Object.fromEntries(people.map((one) => [one.ref, workload(one)])),
  candidates: [],
  named: null,
  notices: [],
  described: {
    glosses: null,
    modality: null,
    dateBasis: null,
    worthiness: null,
    fidelityNote: null,
    leads: null,
    rationale: null,
  },
  glassBreak: null,
  edition: null,
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

/** With what the verdict that awaits approval would be published as; texts get one salt for all. */
export const withEdition = (docket: Docket): Docket => {
  const verdict = docket.verdicts.find(({ status }) => status === 'proposed');
  return verdict
    ? {
        ...docket,
        edition: { ingredients: ingredientsOf(docket, verdict), read: {}, lastAnnounced: null, position: 0 },
      }
    : docket;
};

export const salt = (): Uint8Array => new Uint8Array(32);

const ingredientsOf = (
  { claim, lastRevision, correction }: Docket,
  { id: verdict, attribution, fidelity, veracity, rating, rationale }: DocketVerdict,
): Ingredients => ({
  revision: lastRevision + 1,
  claim: {
    id: claim.id,
    ref: claim.ref,
    kind: claim.kind,
    secondaryKinds: claim.secondaryKinds,
    language: claim.language,
    quote: { exact: 'It is so', prefix: '', suffix: '.', start: 0, end: 8 },
    glosses: null,
    topics: claim.topics,
    statementDate: null,
    test: false,
  },
  article: {
    id: id(2),
    ref: 'A1',
    version: 1,
    sha256: '0'.repeat(64),
    title: 'An article',
    language: 'en',
    url: null,
    datePublished: null,
    outlet: null,
  },
  chain: [
    {
      id: id(3),
      parentId: null,
      position: 0,
      source: null,
      label: null,
      verb: null,
      mode: 'own_voice',
      anonymous: false,
      date: null,
    },
  ],
  verdict: {
    id: verdict,
    findings: { attribution, fidelity, veracity },
    rating: { ...rating, scale: 1, labels: {}, value: null, worst: null, best: null },
    rationale: { subject: verdict, value: rationale, seal: null },
    recheckAt: null,
  },
  evidence: [],
  provisions: [],
  relations: [],
  contacts: [],
  correction:
    claim.revision === null || !correction
      ? null
      : {
          from: claim.revision,
          reason: correction.reason,
          note: { subject: claim.id, value: correction.note, seal: null },
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
