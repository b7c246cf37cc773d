/** PURE: what shall be true afterwards. Changes are made one after the other, and written at once: unit-of-work.ts. */
import type { ContactOutcome } from '../domain/evidence/contact.js';
import type { EvidenceStance } from '../domain/evidence/stance.js';
import { isSystem, type Actor } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import type { NewEvent } from '../domain/event/types.js';
import type { EditionManner } from '../domain/edition/edition.js';
import type { SealedEdition } from '../domain/edition/seal-edition.js';
import type { NewContent } from '../domain/text/seal.js';
import { canonicalJson } from '../domain/text/canonical-json.js';
import { participantsAfter, participantsWithDraft, writerOf } from '../domain/task/side.js';
import type { AttributionRow } from './attribution-rows.js';
import type { NormRow } from './norm-rows.js';
import type { Docket, DocketClaim, OtherClaim } from './docket.js';
import { verdictUnderWay } from './docket-facts.js';
import type { DocketTask } from './docket-task.js';
import type { DocketVerdict } from './docket-verdict.js';

export interface Change {
  /** As it was read. */
  before: Docket;
  /** As it will be: the next step of the same change is decided on this. */
  docket: Docket;
  /** Written beside the docket: no later step looks back on them. */
  rows: NewRows;
  events: readonly ChangeEvent[];
  /** Words whose seals were made in deciding. */
  contents: readonly NewContent[];
  /** The edition that it publishes. */
  published: PublishedEdition | null;
  /** An edition that somebody is given to read before it is decided on; `announced`: the desk knows of it. */
  proposed: (SealedEdition & { announced: boolean }) | null;
}

interface PublishedEdition extends SealedEdition {
  manner: EditionManner;
}

interface NewRows {
  /** The whole chain, in place of the one before. */
  attributions?: readonly AttributionRow[];
  norms?: readonly NormRow[];
  evidence?: readonly EvidenceRow[];
  contacts?: readonly ContactRow[];
  /** Contacts that are withdrawn, by their ids. */
  withdrawn?: readonly string[];
}

export interface EvidenceRow {
  id: string;
  url: string;
  stance: EvidenceStance;
  note: string | null;
}

export interface ContactRow {
  id: string;
  sourceId: string | null;
  label: string | null;
  outcome: ContactOutcome;
  channel: string | null;
  text: string | null;
  date: string;
  recordedById: string;
}

/** `claimId`: the claim whose chain it goes into. */
export type ChangeEvent = NewEvent & { claimId: string; actor: Actor };

/** A change, or why there is none. */
export type Decision = Change | Refusal;

export const begin = (docket: Docket): Change => ({
  before: docket,
  docket,
  rows: {},
  events: [],
  contents: [],
  published: null,
  proposed: null,
});

export const isRefusal = (decision: Decision): decision is Refusal => 'why' in decision;

/** Decides the next step on what the one before will leave; the first refusal is the whole answer. */
export function andThen(decision: Decision, ...steps: readonly ((change: Change) => Decision)[]): Decision {
  let now = decision;
  for (const step of steps) {
    if (isRefusal(now)) return now;
    now = step(now);
  }
  return now;
}

export const setDocket = (change: Change, set: Partial<Docket>): Change => ({
  ...change,
  docket: { ...change.docket, ...set },
});

export const addRows = (change: Change, rows: NewRows): Change => ({
  ...change,
  rows: { ...change.rows, ...rows },
});

export const setClaim = (change: Change, set: Partial<DocketClaim>): Change =>
  setDocket(change, { claim: { ...change.docket.claim, ...set } });

export const setOther = (change: Change, id: string, set: Partial<OtherClaim>): Change =>
  setDocket(change, {
    others: change.docket.others.map((one) => (one.id === id ? { ...one, ...set } : one)),
  });

export const setTask = (change: Change, id: string, set: Partial<DocketTask>): Change => {
  const version = versionAfter(change.before.tasks, id);
  return setDocket(change, {
    tasks: change.docket.tasks.map((one) =>
      one.id === id ? ({ ...one, ...set, version } as DocketTask) : one,
    ),
  });
};

/** A saved draft is no news about its task, but for the first one. */
export function setDraft(change: Change, id: string, draft: object): Change {
  const task = change.docket.tasks.find((one) => one.id === id);
  if (!task) return change;
  const draftVersion = task.draftVersion + 1;
  const version = task.draftVersion === 0 ? versionAfter(change.before.tasks, id) : task.version;
  return setDocket(change, {
    tasks: change.docket.tasks.map((one) => (one === task ? { ...one, draft, draftVersion, version } : one)),
    participants: saysNothingNew(task.draft, draft)
      ? change.docket.participants
      : participantsWithDraft(change.docket.participants, task),
  });
}

const saysNothingNew = (before: object | null, draft: object): boolean =>
  Object.keys(draft).length === 0 || canonicalJson(before) === canonicalJson(draft);

export const addTask = (change: Change, task: DocketTask): Change =>
  setDocket(change, { tasks: [...change.docket.tasks, task] });

export const setVerdict = (change: Change, id: string, set: Partial<DocketVerdict>): Change => {
  const version = versionAfter(change.before.verdicts, id);
  const verdicts = change.docket.verdicts.map((one) => (one.id === id ? { ...one, ...set, version } : one));
  const taskId = verdicts.find((one) => one.id === id)?.taskId;
  const { status } = set;
  return setDocket(change, {
    verdicts,
    ...(status && {
      tasks: change.docket.tasks.map((task) => (task.id === taskId ? { ...task, verdict: status } : task)),
    }),
  });
};

export const addVerdict = (change: Change, verdict: DocketVerdict): Change =>
  setDocket(change, { verdicts: [...change.docket.verdicts, verdict] });

/** However often a row is set in one change, it is written once, and one version later. */
const versionAfter = (rows: readonly { id: string; version: number }[], id: string): number =>
  (rows.find((row) => row.id === id)?.version ?? 0) + 1;

/** Appends to the history of the claim, or of another that is locked along. */
export function addEvents(change: Change, actor: Actor, ...events: readonly NewEvent[]): Change {
  return events.reduce<Change>((so, event) => {
    const { claim, now, others, participants } = so.docket;
    const { claimId = claim.id } = event;
    const appended = { ...so, events: [...so.events, { ...event, claimId, actor }] };
    if (claimId !== claim.id) {
      const { version = 0 } = others.find(({ id }) => id === claimId) ?? {};
      return setOther(appended, claimId, { version: version + 1, updatedAt: now });
    }
    const { type, data = {} } = event;
    // What another holder wrote has put them on the side of the writers already.
    const isOwn = !isSystem(actor) && writerOf(type, data, actor.memberId) === actor.memberId;
    return setDocket(setClaim(appended, { version: claim.version + 1, updatedAt: now }), {
      participants: participantsAfter(participants, {
        type,
        data,
        personId: isOwn ? actor.personId : null,
        hasUndecidedVerdict: verdictUnderWay(so.docket) !== undefined,
      }),
    });
  }, change);
}
