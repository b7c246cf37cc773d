/** What every member was at every moment, by what happened: which person, in which role. */
import type { Cells } from '../../domain/replay/row.js';

export interface Standing {
  order: number;
  at: number;
  person: string;
  role: string;
  active: boolean;
  /** The privileged change that made it so. */
  by: unknown;
}

interface Moment {
  order: number;
  at: number;
}

/** Who is let in is looked at anew within a second; and a request takes a few. */
const knownMs = 10_000;

export type MemberHistories = ReturnType<typeof createMemberHistories>;

export function createMemberHistories() {
  const members = new Map<string, Standing[]>();
  /** `except`: what this privileged change itself made of them does not count yet. */
  const find = (member: string, order: number, except?: string): Standing | undefined =>
    members.get(member)?.findLast((one) => one.order <= order && (except === undefined || one.by !== except));
  return {
    add({ id, person_id, role, active }: Cells, { order, at }: Moment, by: unknown): void {
      const member = String(id);
      const standing = {
        order,
        at,
        person: String(person_id ?? id),
        role: String(role),
        active: active === true,
        by,
      };
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

    personAt: (member: string, order: number, except?: string): string =>
      find(member, order, except)?.person ?? member,
    /** The role they could act in; undefined while they were no active member. */
    roleAt: (member: string, order: number, except?: string): string | undefined => {
      const standing = find(member, order, except);
      return standing?.active === true ? standing.role : undefined;
    },
  };
}
