/** What every member was at every moment, by what happened: which person, in which role. */
import type { Role } from '../../domain/access/rules.js';
import type { State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import { placeOf, type OrderedEvent } from './ordered-event.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';

/** What a member is by the rows of their chain. */
export interface Rights {
  person: string;
  role: Role;
  active: boolean;
  /** As whom they sign in. */
  identities: readonly string[];
}

export interface Standing extends Rights {
  order: number;
  at: number;
  /** The privileged change that made it so. */
  by: unknown;
}

interface Moment {
  order: number;
  at: number;
}

/** One who was tied to others is another person from here on. */
interface MoveOfPerson extends Moment {
  member: string;
  from: string;
  to: string;
  place: FaultLocation;
}

/** Who is let in is looked at anew within a second; and a request takes a few. */
const knownMs = 10_000;

export const rightsIn = ({ id, person_id, role, active }: Cells, after: State): Rights => ({
  person: String(person_id ?? id),
  role: String(role) as Role,
  active: active === true,
  identities: identitiesIn(after),
});

/** Of a member's chain: the digests of those that stand, in one order. */
const identitiesIn = (after: State): string[] =>
  [...(after.get('member_identities')?.values() ?? [])]
    .filter(({ ended_at }) => (ended_at ?? null) === null)
    .map(({ digest }) => String(digest).replace(/^\\x/, ''))
    .sort();

export type MemberHistories = ReturnType<typeof createMemberHistories>;

export function createMemberHistories() {
  const members = new Map<string, Standing[]>();
  const moves: MoveOfPerson[] = [];
  /** `except`: what this privileged change itself made of them does not count yet. */
  const find = (member: string, order: number, except?: string): Standing | undefined =>
    members.get(member)?.findLast((one) => one.order <= order && (except === undefined || one.by !== except));
  return {
    /** What an event tells of a member; `after`: the rows of their chain. */
    add(row: Cells, after: State, event: OrderedEvent): void {
      const member = String(row['id']);
      const { order } = event;
      const at = Date.parse(event.at);
      const rights = rightsIn(row, after);
      const [from, to] = [members.get(member)?.at(-1)?.person, rights.person];
      if (from !== undefined && from !== to)
        moves.push({ member, from, to, order, at, place: placeOf(event) });
      const standing = { order, at, ...rights, by: event.data['privilegedChange'] };
      members.set(member, [...(members.get(member) ?? []), standing]);
    },
    /** Role and membership by their last event. */
    latest: (member: string): Standing | undefined => members.get(member)?.at(-1),

    /** By then, or as little earlier as what a process knows of a caller's rights may be old. */
    hadRole: (member: string, role: string, { order, at }: Moment): boolean =>
      (members.get(member) ?? []).some((one, place, all) => {
        const next = all[place + 1];
        const stands = next === undefined || next.order >= order || next.at >= at - knownMs;
        return one.order < order && one.active && one.role === role && stands;
      }),

    /** Whether somebody else was an admin by then, and not only for a moment. */
    otherAdmins: (member: string, { order, at }: Moment): boolean => {
      const own = find(member, order)?.person ?? member;
      return [...members.keys()].some((other) => {
        const standing = members.get(other)?.findLast((one) => one.order < order);
        return (
          standing?.active === true &&
          standing.role === 'admin' &&
          standing.person !== own &&
          standing.at < at - knownMs
        );
      });
    },

    /** Throws where a tie was undone: whoever moves on does so with all that are one person with them, in one transaction. */
    judgeTies(): void {
      for (const { member, from, to, order, at, place } of moves) {
        // Their events follow each other; those that wait for a place in the feed are of one moment.
        const isSameMove = (one: Standing, move: { order: number; at: number }): boolean =>
          Math.abs(one.order - move.order) <= members.size || Math.abs(one.at - move.at) <= knownMs;
        const stays = ([other, standings]: [string, Standing[]]): boolean =>
          (standings.findLast((one) => one.order < order)?.person ?? other) === from &&
          !standings.some((one) => one.person === to && isSameMove(one, { order, at }));
        if ((to === member && from !== member) || [...members].some(stays))
          throw new VerificationError(
            `says that ${member} is not one person any more with whom they were tied to`,
            place,
          );
      }
    },

    personAt: (member: string, order: number, except?: string): string =>
      find(member, order, except)?.person ?? member,
    /** The role they could act in; undefined while they were no active member. */
    roleAt: (member: string, order: number, except?: string): string | undefined => {
      const standing = find(member, order, except);
      return standing?.active === true ? standing.role : undefined;
    },
  };
}
