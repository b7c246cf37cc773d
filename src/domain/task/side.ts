/** PURE: nobody decides on words of which they wrote any, and who decided on a verdict writes nothing of its next round. */
import type { Refusal } from '../problem/refusal.js';
import { answeringOutcomes } from '../evidence/contact.js';
import type { EventType } from '../event/types.js';
import type { Stage, TaskStatus } from './lifecycle.js';

export const sides = ['writing', 'deciding'] as const;
export type Side = (typeof sides)[number];

/**
 * A person on a side of what is published next of a claim, in all its rounds since the last approval. The
 * database keeps these rows (prisma/sql/verdict-sides.sql) and refuses a second side by itself.
 */
export interface Participant {
  personId: string;
  side: Side;
  /** Wrote words that stay when drafts are dropped: glosses, notes of evidence, what somebody is said to have answered. */
  kept: boolean;
}

/** What the rule looks at. */
export interface Independence {
  participants: readonly Participant[];
  /** The persons behind all active editors: whoever has written nothing can decide. */
  editors: readonly string[];
}

/** The side of whoever holds a task of a stage. Triage has none: there is no verdict yet. */
export const sideOf: Readonly<Record<Stage, Side | null>> = {
  triage: null,
  review: 'writing',
  approval: 'deciding',
  correction: 'writing',
};

interface SideEvent {
  type: EventType;
  /** Who did it, or who wrote what was passed on (`writerOf`). Null for the system. */
  personId: string | null;
  data: Readonly<Record<string, unknown>>;
  /** A verdict was submitted, recorded or not, and nobody has decided on it yet. */
  hasUndecidedVerdict: boolean;
}

/** The member that an event counts for: who did it; of a draft that is passed on, who held the task. */
export const writerOf = (type: EventType, data: SideEvent['data'], actor: string | null): string | null =>
  draftPassingEvents.has(type) ? ((data['holder'] ?? null) as string | null) : actor;

const draftPassingEvents: ReadonlySet<EventType> = new Set<EventType>([
  'task.assigned',
  'task.released',
  'task.expired',
]);

/** With these the drafts of a claim are dropped; `record_sides_of_event` names the same. */
export const draftDroppingEvents: ReadonlySet<EventType> = new Set<EventType>([
  'claim.reopened',
  'claim.correction_canceled',
]);

/** The side that an event puts its writer on; undefined where it gives none. The function `side_of_event` does the same. */
export function sideGivenBy({
  type,
  data,
  hasUndecidedVerdict,
}: Omit<SideEvent, 'personId'>): Omit<Participant, 'personId'> | undefined {
  if (draftPassingEvents.has(type))
    return data['wrote'] === true ? { side: 'writing', kept: false } : undefined;
  switch (type) {
    case 'verdict.submitted':
    case 'verdict.edited':
    case 'claim.correction_started':
      return { side: 'writing', kept: false };
    case 'claim.returned':
      return { side: 'deciding', kept: false };
    case 'claim.submitted':
      return isWritten(data['glosses']) ? { side: 'writing', kept: true } : undefined;
    case 'claim.evidence_added':
      return isWritten(data['note']) ? { side: 'writing', kept: true } : undefined;
    case 'claim.changed':
      if (data['glosses'] !== undefined) return { side: 'writing', kept: true };
      return hasUndecidedVerdict && isIngredient(data) ? { side: 'writing', kept: false } : undefined;
    case 'claim.contact_recorded':
      if (saysWhatWasAnswered(data)) return { side: 'writing', kept: true };
      return hasUndecidedVerdict ? { side: 'writing', kept: false } : undefined;
    case 'claim.attributed':
    case 'claim.related':
    case 'claim.unrelated':
    case 'claim.contact_withdrawn':
      // No words of ours, but what was submitted is another thing now.
      return hasUndecidedVerdict ? { side: 'writing', kept: false } : undefined;
    default:
      return undefined;
  }
}

const isWritten = (text: unknown): boolean =>
  text !== undefined && text !== null && (typeof text !== 'object' || Object.keys(text).length > 0);

/** This member alone says that somebody replied, and what: nothing else shows it. */
export const saysWhatWasAnswered = ({ label, text, outcome }: Readonly<Record<string, unknown>>): boolean =>
  isWritten(label) || isWritten(text) || answeringOutcomes.some((answer) => answer === outcome);

/** Fields of a claim that are published, and are not words of ours. */
const isIngredient = (data: Readonly<Record<string, unknown>>): boolean =>
  ['kind', 'secondaryKinds', 'statementDate', 'topics', 'test'].some((field) => data[field] !== undefined);

/**
 * Who is on which side after an event of the claim. An approval ends it (but for notes of evidence that are not cited yet,
 * which the database knows); what drops the drafts leaves what is kept, and whoever decided: the revision is still the same.
 */
export function participantsAfter(
  participants: readonly Participant[],
  event: SideEvent,
): readonly Participant[] {
  if (event.type === 'claim.approved') return [];
  if (draftDroppingEvents.has(event.type))
    return participants.filter(({ side, kept }) => side === 'deciding' || kept);
  const given = event.personId === null ? undefined : sideGivenBy(event);
  return given && event.personId !== null
    ? addParticipant(participants, { ...given, personId: event.personId })
    : participants;
}

/** A draft goes on to whoever has the task next, so its words count too. */
export const participantsWithDraft = (
  participants: readonly Participant[],
  { status, holder }: { status: TaskStatus; holder: { personId: string } | null },
): readonly Participant[] =>
  holder && ['assigned', 'in_progress', 'submitted'].includes(status)
    ? addParticipant(participants, { personId: holder.personId, side: 'writing', kept: false })
    : participants;

function addParticipant(participants: readonly Participant[], added: Participant): readonly Participant[] {
  const known = participants.find(({ personId }) => personId === added.personId);
  if (!known) return [...participants, added];
  if (known.kept || !added.kept) return participants;
  return participants.map((one) => (one === known ? { ...one, kept: true } : one));
}

/** Why this person cannot be on that side of the verdict; undefined where they can. */
export function refuseSide(
  { participants, editors }: Independence,
  personId: string,
  wanted: Side | null,
): Refusal | undefined {
  if (wanted === null) return undefined;
  // Whoever returned a verdict, and then changed what the next one names, stands on both.
  const own = participants.filter((one) => one.personId === personId).map(({ side }) => side);
  if (own.some((side) => side !== wanted)) return otherSide[wanted];
  if (own.length > 0) return undefined;
  if (wanted === 'deciding') return undefined;
  return refuseLastDecider({ participants, editors }, personId);
}

export const isWriter = ({ participants }: Pick<Independence, 'participants'>, personId: string): boolean =>
  participants.some((one) => one.personId === personId && one.side === 'writing');

/**
 * Why somebody does not change what a verdict rests on elsewhere: an article, a source, another claim. They could not decide on the
 * verdict then, so another editor has to be left who can. Whoever returned an earlier round is asked the same.
 */
export const refuseUnlessOthersDecide = (
  independence: Independence,
  personId: string,
): Refusal | undefined =>
  isWriter(independence, personId) ? undefined : refuseLastDecider(independence, personId);

/** Why an editor does not write, whatever they have written before: another one has to be left who wrote nothing. */
export function refuseLastDecider(
  { participants, editors }: Independence,
  personId: string,
): Refusal | undefined {
  if (!editors.includes(personId)) return undefined;
  const others = editors.filter((editor) => editor !== personId);
  return canBeDecided({ participants, editors: others }) ? undefined : lastDecider;
}

/** Whether some editor has written nothing of it. */
export const canBeDecided = ({ participants, editors }: Independence): boolean =>
  editors.some((editor) => !isWriter({ participants }, editor));

/**
 * Why a change is not made by which some editor could decide before, and none could afterwards: also where it brings in what others
 * made. `by`: the person who makes it.
 */
export function refuseLeavingNobody(
  before: Independence,
  after: Independence,
  by: string | null,
): Refusal | undefined {
  if (!canBeDecided(before) || canBeDecided(after)) return undefined;
  const isOwn = by !== null && before.editors.includes(by) && !isWriter(before, by) && isWriter(after, by);
  return isOwn ? lastDecider : nobodyLeft;
}

const otherSide: Readonly<Record<Side, Refusal>> = {
  deciding: {
    kind: 'forbidden',
    code: 'own_verdict',
    why: 'Whoever wrote any of what would be published, in this round or an earlier one, does not decide on it: somebody else must.',
  },
  writing: {
    kind: 'forbidden',
    code: 'own_decision',
    why: 'Whoever returned a verdict does not write on its next round: somebody else must.',
  },
};

/** Otherwise the verdict would lie there until Isnad has another editor. */
const lastDecider: Refusal = {
  kind: 'conflict',
  code: 'nobody_left_to_decide',
  why: 'No other editor could decide on the verdict then: leave the writing to somebody else.',
};

const nobodyLeft: Refusal = {
  ...lastDecider,
  why: 'No editor could decide on the verdict then, because each has written or changed some of what it would be published with: have it decided first.',
};
