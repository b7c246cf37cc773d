/** Who made members and keys what they are, and did what takes a role: whether they could, when everything has passed. */
import { isPrivilegedBeginning, privilegedFields } from '../../domain/access/privileged-change.js';
import { holdersOf, type Permission, type Role } from '../../domain/access/rules.js';
import { claimTable, type Move } from '../../domain/claim/lifecycle.js';
import type { EventType } from '../../domain/event/types.js';
import type { State } from '../../domain/replay/apply.js';
import { taskTable } from '../../domain/task/lifecycle.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from './ordered-event.js';
import { createConfirmedChanges, type MadeByChange } from './confirmed-changes.js';
import { identitiesIn, type MemberHistories, type Standing } from './member-histories.js';

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
  'privileged_change.asked': 'administer',
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

export function createRoleBoundActs(members: MemberHistories) {
  const roleBoundActs: RoleBoundAct[] = [];
  const changes = createConfirmedChanges();

  const rightsChanged = (
    { type, data, subject, actor }: OrderedEvent,
    { before, identities }: { before: Standing | undefined; identities: readonly string[] },
  ) => {
    switch (type) {
      case 'member.created': {
        const role = data['role'] as Role;
        return { isTheirs: false, takesTwo: isPrivilegedBeginning({ role, identities: identities.length }) };
      }
      case 'member.changed': {
        if (!before) return { isTheirs: false, takesTwo: true };
        const was = { role: before.role as Role, active: before.active };
        const is = { role: data['role'] as Role, active: data['active'] === true };
        // By the rows: identities that were given, and are what they were, are said to be changed, too.
        const changesIdentities = before.identities.join() !== identities.join();
        const takesTwo = privilegedFields(was, is, { changesIdentities }).length > 0;
        return { isTheirs: !takesTwo && was.active === is.active, takesTwo };
      }
      case 'key.created': {
        const isTheirs = data['member'] === actor;
        return { isTheirs, takesTwo: !isTheirs };
      }
      default:
        return { isTheirs: subject.id === actor, takesTwo: false };
    }
  };

  return {
    /** Of a member or a key. `before`: what the member was until then; `after`: the rows of its chain by then. */
    ofRights(event: OrderedEvent, before: Standing | undefined, after: State): void {
      const { actor, type, data, order, subject, at, id } = event;
      changes.event(event, after);
      if (actor === null || !['member.created', 'member.changed', 'key.created'].includes(type)) return;
      const identities = identitiesIn(after);
      const { isTheirs, takesTwo } = rightsChanged(event, { before, identities });
      if (isTheirs) return;
      const change = data['privilegedChange'];
      roleBoundActs.push({
        order,
        actor,
        as: holdersOf('administer'),
        at: Date.parse(at),
        place: { chain: `subject/${subject.type}/${subject.id}`, ordinal: event.ordinal, id },
        ...(takesTwo && {
          change: typeof change === 'string' ? change : null,
          made: { event, before, identities, after },
        }),
      });
    },

    /** Of anything else. */
    ofPermission({ actor, type, order, subject, claim, ordinal, at, id }: OrderedEvent): void {
      const permission = permissionFor[type];
      if (actor === null || permission === undefined) return;
      const chain = claim === null ? `subject/${subject.type}/${subject.id}` : `claim/${claim}`;
      const place = { chain, ordinal, id };
      roleBoundActs.push({
        order,
        actor,
        place,
        as: holdersOf(permission),
        at: Date.parse(at),
      });
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
