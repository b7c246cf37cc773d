/** PURE: a claim's state, told from its events alone. */
import { claimEvents, claimStatuses, movesAt, type ClaimStatus } from './lifecycle.js';

/** An event of a claim, as far as it matters here; `data` is what the event carries. */
export interface ClaimEventRow {
  type: string;
  ordinal: number;
  at: Date;
  data: Record<string, unknown>;
}

/** What the status document shows, beside the claim's names. */
export interface ReplayedState {
  status: ClaimStatus;
  rating: string | null;
  revision: number | null;
  contested: boolean;
  mergedInto: { id: string; ref: string } | null;
  version: number;
  updatedAt: Date;
  /** The verdicts published so far, oldest first. */
  published: string[];
  /** The relations that stand, from and to it; the evidence and the contacts recorded so far. */
  relations: string[];
  evidence: string[];
  contacts: string[];
  described: ReplayedDescription;
}

/** What is noted about a claim; texts that can be erased as their seals, null where there is none. */
const describedFrom = {
  kind: null,
  secondaryKinds: [],
  language: null,
  modality: null,
  statementDate: null,
  dateBasis: null,
  topics: [],
  priority: 'normal',
  worthiness: null,
  test: false,
  glosses: null,
  fidelityNote: null,
  leads: null,
} as const;
export type ReplayedDescription = Readonly<Record<keyof typeof describedFrom, unknown>>;

/** The events that hold new values of these fields. */
const describing: ReadonlySet<string> = new Set(['claim.submitted', 'claim.changed', 'claim.accepted']);

/** The events that move a claim, straight from the table of its life. */
const moving: ReadonlySet<string> = new Set([
  'claim.submitted',
  ...claimStatuses.flatMap((status) =>
    claimEvents.flatMap((event) => movesAt(status, event).map(({ happens }) => happens)),
  ),
]);

/**
 * The state after these events: all of one claim's from its first on, in order. Undefined before the first.
 * Every event counts for the version, whatever it is about; what it says of the state is in its `data`.
 */
export function replayClaim(events: Iterable<ClaimEventRow>): ReplayedState | undefined {
  let state: ReplayedState | undefined;
  for (const { type, ordinal, at, data } of events) {
    const before: ReplayedState = state ?? unborn(at);
    const described = describing.has(type) ? describedAfter(before.described, data) : before.described;
    state = { ...before, ...change(type, data, before), described, version: ordinal, updatedAt: at };
  }
  return state;
}

function describedAfter(
  before: ReplayedDescription,
  data: Readonly<Record<string, unknown>>,
): ReplayedDescription {
  const set = Object.entries(data).filter(([name]) => Object.hasOwn(describedFrom, name));
  return { ...before, ...Object.fromEntries(set) };
}

function change(type: string, data: Record<string, unknown>, before: ReplayedState): Partial<ReplayedState> {
  const status = moving.has(type) && isStatus(data['to']) ? { status: data['to'] } : {};
  switch (type) {
    case 'claim.approved':
      return {
        ...status,
        revision: Number(data['revision']),
        rating: String(data['rating']),
        published: [...before.published, String(data['verdict'])],
      };
    case 'claim.retracted':
      return { ...status, revision: null, rating: null };
    case 'claim.merged':
      return {
        ...status,
        mergedInto: data['into'] as { id: string; ref: string },
        // A published one leaves the public with it.
        ...(data['revision'] !== undefined && { revision: null, rating: null }),
      };
    case 'claim.reopened':
      return { ...status, mergedInto: null };
    case 'claim.became_contested':
      return { contested: true };
    case 'claim.ceased_contested':
      return { contested: false };
    case 'claim.related':
      return { relations: [...before.relations, String(data['relation'])] };
    case 'claim.unrelated':
      return { relations: before.relations.filter((id) => id !== data['relation']) };
    case 'claim.evidence_added':
      return { evidence: [...before.evidence, String(data['evidence'])] };
    case 'claim.contact_recorded':
      return { contacts: [...before.contacts, String(data['contact'])] };
    default:
      return status;
  }
}

const isStatus = (value: unknown): value is ClaimStatus =>
  (claimStatuses as readonly unknown[]).includes(value);

const unborn = (at: Date): ReplayedState => ({
  status: 'submitted',
  rating: null,
  revision: null,
  contested: false,
  mergedInto: null,
  version: 0,
  updatedAt: at,
  published: [],
  relations: [],
  evidence: [],
  contacts: [],
  described: describedFrom,
});
