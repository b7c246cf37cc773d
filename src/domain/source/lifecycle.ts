/** PURE: a source that was recorded twice is merged into the other, and can be split from it again. */
import { isSystem, type Actor } from '../access/rules.js';
import type { Refusal } from '../problem/refusal.js';
import type { ListedMove } from '../listed-move.js';
import type { EventType } from '../event/types.js';

export const sourceStatuses = ['active', 'merged'] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

export const sourceMoveNames = ['merge', 'split'] as const;
export type SourceMoveName = (typeof sourceMoveNames)[number];

const sourceTable: Readonly<Record<SourceStatus, Readonly<Partial<Record<SourceMoveName, SourceStatus>>>>> = {
  active: { merge: 'merged' },
  merged: { split: 'active' },
};

/** The event that tells of each move. */
export const sourceMoveEvents = {
  merge: 'source.merged',
  split: 'source.split',
} as const satisfies Readonly<Record<SourceMoveName, EventType>>;

interface Reference {
  id: string;
  ref: string;
}

/** What the rules look at of a source. */
interface SourceFacts extends Reference {
  status: SourceStatus;
  /** Empty where its names are withheld. */
  name: string;
  mergedInto: Reference | null;
}

/** Why this actor may not make this move; undefined where they may. */
export function refuseSourceMove(
  { status }: Pick<SourceFacts, 'status'>,
  event: SourceMoveName,
  actor: Actor,
): Refusal | undefined {
  if (!sourceTable[status][event])
    return {
      kind: 'conflict',
      code: 'illegal_move',
      why: `The source is ${status}: there is nothing to ${event}.`,
    };
  if (isSystem(actor) || actor.role !== 'editor')
    return { kind: 'forbidden', code: 'editors_only', why: 'Only an editor may do this.' };
  return undefined;
}

/** Why a source is not merged into that one: it has to stand, and to have a name. */
export function refuseMergeTarget({ id }: Pick<SourceFacts, 'id'>, into: SourceFacts): Refusal | undefined {
  if (into.id === id)
    return { kind: 'conflict', code: 'merge_into_itself', why: 'A source cannot be merged into itself.' };
  const { ref, mergedInto } = into;
  if (mergedInto?.id === id) return gone(`The source ${ref} was merged into this one: split that one first.`);
  if (mergedInto) {
    const why = `The source ${ref} was merged into ${mergedInto.ref}: merge into that one.`;
    return { ...gone(why), extra: { mergedInto } };
  }
  return into.name === ''
    ? gone(`The names of the source ${ref} are withheld: merge into one that has a name.`)
    : undefined;
}

/** Why a source is neither merged nor split: two persons decide on which names go, and one would change it. */
export const refuseWhileErasureWaits = (waits: boolean): Refusal | undefined =>
  waits
    ? {
        kind: 'conflict',
        code: 'erasure_waiting',
        why: 'An erasure of its names, or of those of the other source, waits for a second person: have it decided on first.',
      }
    : undefined;

const gone = (why: string): Refusal => ({ kind: 'conflict', code: 'merge_target_gone', why });

/** Every move from here, for somebody whom `refuse` says why not. */
export const listSourceMoves = (
  status: SourceStatus,
  refuse: (event: SourceMoveName) => Promise<Refusal | undefined>,
): Promise<ListedMove<SourceMoveName, SourceStatus>[]> =>
  Promise.all(
    (Object.entries(sourceTable[status]) as [SourceMoveName, SourceStatus][]).map(async ([event, to]) => {
      const why = (await refuse(event))?.why ?? null;
      return { event, to, allowed: why === null, why };
    }),
  );
