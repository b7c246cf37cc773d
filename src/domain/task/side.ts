/** PURE: nobody decides on words of which they wrote any, and who decided on a verdict writes nothing of its next round. */
import type { Refusal } from '../access/rules.js';
import type { EventType } from '../event/types.js';
import type { Stage, TaskStatus } from './lifecycle.js';

export const sides = ['writing', 'deciding'] as const;
export type Side = (typeof sides)[number];

/**
 * Which person has had which part in what is published next of a claim, in all its rounds since the last approval. The
 * database keeps these rows (prisma/sql/verdict-sides.sql) and refuses a second side by itself.
 */
export interface Part {
  personId: string;
  side: Side;
  /** Wrote words that stay when drafts are dropped: glosses, notes of evidence, what somebody is said to have answered. */
  kept: boolean;
}

/** What the rule looks at. */
export interface Independence {
  parts: readonly Part[];
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

interface PartEvent {
  type: EventType;
  /** Whose part it is: who did it, or who wrote what was handed on (`writerOf`). Null for the system. */
  personId: string | null;
  data: Readonly<Record<string, unknown>>;
  /** A verdict was handed in, recorded or not, and nobody has decided on it yet. */
  handedIn: boolean;
}

/** The member that an event counts for: who did it; of a draft that is handed on, who held the task. */
export const writerOf = (type: EventType, data: PartEvent['data'], actor: string | null): string | null =>
  handsOnDraft.has(type) ? ((data['holder'] ?? null) as string | null) : actor;

const handsOnDraft: ReadonlySet<EventType> = new Set<EventType>([
  'task.assigned',
  'task.released',
  'task.expired',
]);

/** What an event makes of whose part it is; undefined where it gives none. The function `part_of_event` does the same. */
export function partOf({
  type,
  data,
  handedIn,
}: Omit<PartEvent, 'personId'>): Omit<Part, 'personId'> | undefined {
  if (handsOnDraft.has(type)) return data['wrote'] === true ? { side: 'writing', kept: false } : undefined;
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
      return handedIn && isIngredient(data) ? { side: 'writing', kept: false } : undefined;
    case 'claim.contact_recorded':
      // A reply is words of somebody else as this member tells them: nothing shows that they are theirs.
      if (isWritten(data['label']) || isWritten(data['text'])) return { side: 'writing', kept: true };
      return handedIn ? { side: 'writing', kept: false } : undefined;
    case 'claim.attributed':
    case 'claim.related':
    case 'claim.unrelated':
      // No words of ours, but what was handed in is another thing now.
      return handedIn ? { side: 'writing', kept: false } : undefined;
    default:
      return undefined;
  }
}

const isWritten = (text: unknown): boolean =>
  text !== undefined && text !== null && (typeof text !== 'object' || Object.keys(text).length > 0);

/** Fields of a claim that are published, and are not words of ours. */
const isIngredient = (data: Readonly<Record<string, unknown>>): boolean =>
  ['kind', 'secondaryKinds', 'statementDate', 'topics', 'test'].some((field) => data[field] !== undefined);

/**
 * Whether an event in a chain of its own changes editions that name its subject. The function `is_change_of_ingredient` does the
 * same.
 */
export function isChangeOfIngredient(type: EventType, data: PartEvent['data']): boolean {
  switch (type) {
    case 'article.changed':
      return ['title', 'language', 'url', 'datePublished', 'outlet'].some((field) =>
        namesIn(data['changed']).includes(field),
      );
    case 'source.changed':
      return ['kind', 'name', 'names', 'wikidata'].some((field) => namesIn(data['changed']).includes(field));
    case 'source.created':
    case 'instrument.recorded':
    case 'claim.attributed':
    case 'claim.rejected':
    case 'claim.retracted':
      return true;
    case 'claim.changed':
      return data['test'] !== undefined;
    case 'claim.reopened':
      return data['from'] === 'rejected';
    case 'claim.merged':
      return data['revision'] !== undefined;
    default:
      return false;
  }
}

const namesIn = (fields: unknown): readonly unknown[] =>
  Array.isArray(fields) ? fields : typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];

/**
 * Who has which part after an event of the claim. An approval ends it (but for notes of evidence that are not cited yet,
 * which the database knows); what drops the drafts leaves what is kept, and whoever decided: the revision is still the same.
 */
export function sidesAfter(parts: readonly Part[], event: PartEvent): readonly Part[] {
  if (event.type === 'claim.approved') return [];
  if (event.type === 'claim.reopened' || event.type === 'claim.correction_canceled')
    return parts.filter(({ side, kept }) => side === 'deciding' || kept);
  const part = event.personId === null ? undefined : partOf(event);
  return part && event.personId !== null ? takeSide(parts, { ...part, personId: event.personId }) : parts;
}

/** A draft goes on to whoever has the task next, so its words count too. */
export const sideOfDraft = (
  parts: readonly Part[],
  { status, holder }: { status: TaskStatus; holder: { personId: string } | null },
): readonly Part[] =>
  holder && ['assigned', 'in_progress', 'submitted'].includes(status)
    ? takeSide(parts, { personId: holder.personId, side: 'writing', kept: false })
    : parts;

function takeSide(parts: readonly Part[], part: Part): readonly Part[] {
  const known = parts.find(({ personId }) => personId === part.personId);
  if (!known) return [...parts, part];
  if (known.kept || !part.kept) return parts;
  return parts.map((one) => (one === known ? { ...one, kept: true } : one));
}

/** Why this person cannot be on that side of the verdict; undefined where they can. */
export function refuseSide(
  { parts, editors }: Independence,
  personId: string,
  wanted: Side | null,
): Refusal | undefined {
  if (wanted === null) return undefined;
  // Whoever returned a verdict, and then changed what the next one names, stands on both.
  const own = parts.filter((part) => part.personId === personId).map(({ side }) => side);
  if (own.some((side) => side !== wanted)) return otherSide[wanted];
  if (own.length > 0) return undefined;
  if (wanted === 'deciding' || !editors.includes(personId)) return undefined;
  const writers = parts.filter(({ side }) => side === 'writing').map((part) => part.personId);
  const canDecide = editors.some((editor) => editor !== personId && !writers.includes(editor));
  return canDecide ? undefined : lastDecider;
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
