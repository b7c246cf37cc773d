/** Who made members and keys what they are, and did what takes a role: whether they could, when everything has passed. */
import { permissionToAsk } from '../../domain/access/privileged-change.js';
import { holdersOf, type Permission, type Role } from '../../domain/access/rules.js';
import { claimTable, type Move } from '../../domain/claim/lifecycle.js';
import type { EventType } from '../../domain/event/types.js';
import type { State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import { taskTable } from '../../domain/task/lifecycle.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import { requireSomebody } from './acts-of-nobody.js';
import { changedKey, changedMember, type ChangedRights } from './changed-rights.js';
import type { ConfirmedChanges, MadeByChange } from './confirmed-changes.js';
import { rightsIn, type MemberHistories } from './member-histories.js';
import { placeOf, type OrderedEvent } from './ordered-event.js';

const moves: readonly Move[] = Object.values(claimTable).flatMap((row) => Object.values(row).flat());

const isEditors = ({ by }: Move): boolean => by.every((one) => one === 'editor' || one === 'other_editor');

/** Moves of a claim that are an editor's alone. An approval is looked at with its verdict, since it can be out of turn. */
const editorsMoves: ReadonlySet<EventType> = new Set(
  moves
    .map(({ eventType }) => eventType)
    .filter((type) => type !== 'claim.approved')
    .filter((type) => moves.every((move) => move.eventType !== type || isEditors(move))),
);

/** Moves of a task that no member makes but an editor; the system may make them, too. */
const editorsTaskMoves: readonly EventType[] = Object.values(taskTable)
  .flatMap((row) => Object.values(row))
  .filter(({ by }) => by.includes('editor') && by.every((one) => one === 'editor' || one === 'system'))
  .map(({ eventType }) => eventType);

/** What takes a permission that few have, by what it appends. What is only recorded is not looked at: most members may. */
const permissionFor: Partial<Record<EventType, Permission>> = {
  ...Object.fromEntries([...editorsMoves, ...editorsTaskMoves].map((type) => [type, 'edit' as const])),
  'claim.notice_proposed': 'edit',
  'claim.notice_dropped': 'edit',
  'source.merged': 'edit',
  'source.split': 'edit',
  'policy.changed': 'govern',
  'scale.published': 'administer',
  'instrument.recorded': 'administer',
  'privileged_change.asked': permissionToAsk,
};

interface RoleBoundAct {
  order: number;
  at: number;
  place: FaultLocation;
  actor: string;
  as: readonly Role[];
  /** It takes two where there are two: the change that was confirmed, null where they say that they were alone. */
  change?: string | null;
  /** What it made of whom: it is what the change was asked for. */
  made?: MadeByChange;
}

export function createRoleBoundActs(members: MemberHistories, changes: ConfirmedChanges) {
  const roleBoundActs: RoleBoundAct[] = [];

  /** Key → its row, by the last event. */
  const keys = new Map<string, Cells>();

  /** Throws where it makes of them what nobody can. */
  const rightsChanged = (
    event: OrderedEvent,
    after: State,
  ): (ChangedRights & { made: MadeByChange }) | undefined => {
    const { subject, actor } = event;
    const row = after.get(`${subject.type}s`)?.get(subject.id);
    if (!row) return undefined;
    if (subject.type === 'member') {
      const [before, now] = [members.latest(subject.id), rightsIn(row, after)];
      return { ...changedMember(before, now), made: { event, member: { before, now } } };
    }
    const changed = changedKey(keys.get(subject.id), row, actor);
    if ('why' in changed) throw new VerificationError(changed.why, placeOf(event));
    keys.set(subject.id, row);
    return { ...changed, made: { event, key: row } };
  };

  return {
    /** Of a member or a key, before what it tells of a member is added. `after`: the rows of its chain by then. */
    ofRights(event: OrderedEvent, after: State): void {
      const { actor, data, order, subject, at } = event;
      if (subject.type !== 'member' && subject.type !== 'key') return;
      const changed = rightsChanged(event, after);
      if (!changed) return;
      const { takesAdmin, takesTwo, bySignIn, made } = changed;
      if (actor === null && data['operator'] !== true && !bySignIn)
        throw new VerificationError('changes rights, and was done by nobody', placeOf(event));
      if (actor === null || !takesAdmin) return;
      const change = data['privilegedChange'];
      roleBoundActs.push({
        order,
        actor,
        as: holdersOf('administer'),
        at: Date.parse(at),
        place: placeOf(event),
        ...(takesTwo && { change: typeof change === 'string' ? change : null, made }),
      });
    },

    /** Of anything else. `takesEditor`: as it happened there, whatever else of its type takes. */
    ofPermission(event: OrderedEvent, takesEditor = false): void {
      const { actor, type, order, at } = event;
      const permission = takesEditor ? 'edit' : permissionFor[type];
      requireSomebody(event);
      if (actor === null || permission === undefined) return;
      const place = placeOf(event);
      roleBoundActs.push({ order, actor, place, as: holdersOf(permission), at: Date.parse(at) });
    },

    /** Throws at the first that was never allowed; how many there were. */
    judge(): number {
      members.judgeTies();
      for (const { order, at, place, actor, as, change, made } of roleBoundActs) {
        if (!as.some((role) => members.hadRole(actor, role, { order, at })))
          throw new VerificationError(
            `was done by ${actor}, who was no active ${as.join(' or ')} then`,
            place,
          );
        if (change === null && members.otherAdmins(actor, { order, at }))
          throw new VerificationError('was done by one admin, though there was another to confirm it', place);
        if (typeof change !== 'string' || !made) continue;
        const why = changes.refuse(change, made);
        if (why !== undefined) throw new VerificationError(`rests on the change ${change}, ${why}`, place);
      }
      return roleBoundActs.length;
    },
  };
}
