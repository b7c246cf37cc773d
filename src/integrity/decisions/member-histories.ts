/** What every member was at every moment, by what happened: which person, in which role. */
import type { Cells } from '../../domain/replay/row.js';

interface Standing {
  order: number;
  person: string;
  role: string;
  active: boolean;
  /** The privileged change that made it so. */
  by: unknown;
}

export type MemberHistories = ReturnType<typeof createMemberHistories>;

export function createMemberHistories() {
  const members = new Map<string, Standing[]>();
  /** `except`: what this privileged change itself made of them does not count yet. */
  const find = (member: string, order: number, except?: string): Standing | undefined =>
    members.get(member)?.findLast((one) => one.order <= order && (except === undefined || one.by !== except));
  return {
    add({ id, person_id, role, active }: Cells, order: number, by: unknown): void {
      const member = String(id);
      const standing = {
        order,
        person: String(person_id ?? id),
        role: String(role),
        active: active === true,
        by,
      };
      members.set(member, [...(members.get(member) ?? []), standing]);
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
