/** Who made members and keys what they are, and did what takes a role: whether they could, when everything has passed. */
import { isPrivilegedBeginning, privilegedFields } from '../../domain/access/privileged-change.js';
import { holdersOf, type Permission, type Role } from '../../domain/access/rules.js';
import { claimTable, type Move } from '../../domain/claim/lifecycle.js';
import type { EventType } from '../../domain/event/types.js';
import { taskTable } from '../../domain/task/lifecycle.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from './claim-authorship.js';
import type { MemberHistories, Standing } from './member-histories.js';

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
  type: EventType;
  order: number;
  at: number;
  place: FaultLocation;
  actor: string;
  as: readonly Role[];
  /** It takes two where there are two: the change that was confirmed, null where they say that they were alone. */
  change?: string | null;
  subject: string;
}

export function createRoleBoundActs(members: MemberHistories) {
  const roleBoundActs: RoleBoundAct[] = [];
  const confirmed = new Set<string>();

  const rightsChanged = ({ type, data, subject, actor }: OrderedEvent, before: Standing | undefined) => {
    switch (type) {
      case 'member.created': {
        const role = data['role'] as Role;
        return { isTheirs: false, takesTwo: isPrivilegedBeginning({ role, identities: 0 }) };
      }
      case 'member.changed': {
        if (!before) return { isTheirs: false, takesTwo: true };
        const was = { role: before.role as Role, active: before.active };
        const is = { role: data['role'] as Role, active: data['active'] === true };
        // Identities that were given, and are what they were, are said to be changed, too.
        const takesTwo = privilegedFields(was, is, { changesIdentities: false }).length > 0;
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
    /** Of a member or a key. `before`: what the member was until then. */
    ofRights(event: OrderedEvent, before: Standing | undefined): void {
      const { actor, type, data, order, subject, at, id } = event;
      if (type === 'privileged_change.confirmed') confirmed.add(subject.id);
      if (actor === null || !['member.created', 'member.changed', 'key.created'].includes(type)) return;
      const { isTheirs, takesTwo } = rightsChanged(event, before);
      if (isTheirs) return;
      const change = data['privilegedChange'];
      roleBoundActs.push({
        type,
        order,
        actor,
        as: holdersOf('administer'),
        at: Date.parse(at),
        subject: subject.id,
        place: { chain: `subject/${subject.type}/${subject.id}`, ordinal: event.ordinal, id },
        ...(takesTwo && { change: typeof change === 'string' ? change : null }),
      });
    },

    /** Of anything else. */
    ofPermission({ actor, type, order, subject, claim, ordinal, at, id }: OrderedEvent): void {
      const permission = permissionFor[type];
      if (actor === null || permission === undefined) return;
      const chain = claim === null ? `subject/${subject.type}/${subject.id}` : `claim/${claim}`;
      const place = { chain, ordinal, id };
      roleBoundActs.push({
        type,
        order,
        actor,
        place,
        as: holdersOf(permission),
        at: Date.parse(at),
        subject: subject.id,
      });
    },

    /** Throws at the first that was never allowed; how many there were. */
    judge(): number {
      const used = new Set<string>();
      for (const { type, order, at, place, actor, as, change, subject } of roleBoundActs) {
        if (!as.some((role) => members.hadRole(actor, role, { order, at })))
          throw new VerificationError(
            `was done by ${actor}, who was no active ${as.join(' or ')} then`,
            place,
          );
        if (change === null && members.otherAdmins(actor, { order, at }))
          throw new VerificationError('was done by one admin, though there was another to confirm it', place);
        if (typeof change !== 'string') continue;
        if (!confirmed.has(change))
          throw new VerificationError(`rests on the change ${change}, which nobody confirmed`, place);
        const once = type === 'member.changed' ? `${change} ${subject}` : `${change} ${type}`;
        if (used.has(once))
          throw new VerificationError(`rests on the change ${change}, which was made before`, place);
        used.add(once);
      }
      return roleBoundActs.length;
    },
  };
}
