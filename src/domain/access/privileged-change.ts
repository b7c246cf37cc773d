/** PURE: changes of who may do what, that one admin asks for and the person of another confirms. */
import type { ListedMove } from '../listed-move.js';
import { may, type Caller, type Permission, type Role } from './rules.js';
import { refusalOf, type Refusal } from '../problem/refusal.js';

export const privilegedKinds = [
  'create_member',
  'change_member',
  'create_key',
  'rotate_key',
  'revoke_key',
  'erase',
] as const;
export type PrivilegedKind = (typeof privilegedKinds)[number];

export const privilegedStatuses = ['waiting', 'confirmed', 'rejected', 'withdrawn', 'lapsed'] as const;
export type PrivilegedStatus = (typeof privilegedStatuses)[number];

export const privilegedMoveNames = ['confirm', 'reject', 'withdraw'] as const;
export type PrivilegedMoveName = (typeof privilegedMoveNames)[number];

/** Who asks for any of them; they may withdraw it. `erase()` of the database knows it as well. */
export const permissionToAsk: Permission = 'administer';

/** Who confirms or rejects it. */
export const permissionToDecide = (kind: PrivilegedKind): Permission =>
  kind === 'erase' ? 'erase' : 'administer';

/** Unconfirmed, it lapses after this. */
export const lapseHours = 72;

/** Where each move leads from `waiting`, and which side makes it. From anywhere else there is none. */
const moves: Readonly<Record<PrivilegedMoveName, { to: PrivilegedStatus; by: 'another' | 'author' }>> = {
  confirm: { to: 'confirmed', by: 'another' },
  reject: { to: 'rejected', by: 'another' },
  withdraw: { to: 'withdrawn', by: 'author' },
};

/** What a move is judged by. */
export interface Judged {
  kind: PrivilegedKind;
  status: PrivilegedStatus;
  /** Its time is over, whether anybody has come to say so or not. */
  late: boolean;
  askedBy: {
    /** Null for the command. */
    id: string | null;
    personId: string | null;
    /** Still active, and somebody who may ask. */
    stands: boolean;
  };
}

/** Why a move may not be made; where it leads, if it may. */
export function judgePrivilegedMove(
  { kind, status, late, askedBy }: Judged,
  event: PrivilegedMoveName,
  caller: Pick<Caller, 'personId' | 'role'>,
): Refusal | { to: PrivilegedStatus } {
  const { to, by } = moves[event];
  if (status !== 'waiting')
    return { kind: 'conflict', code: 'illegal_move', why: `It is ${status}: there is nothing to ${event}.` };
  if (late) return lapsed;
  const isAuthor = caller.personId === askedBy.personId;
  if (by === 'author' && !isAuthor) return notTheAuthor;
  if (by === 'another' && isAuthor) return samePerson;
  if (!may(caller.role, permissionToDecide(kind))) return kind === 'erase' ? notTheDesk : notAnAdmin;
  if (event === 'confirm' && !askedBy.stands) return authorGone;
  return { to };
}

/** Every move from the present status, as the table judges it for somebody. */
export const listPrivilegedMoves = (
  judged: Judged,
  caller: Pick<Caller, 'personId' | 'role'>,
): ListedMove<PrivilegedMoveName, PrivilegedStatus>[] =>
  judged.status !== 'waiting'
    ? []
    : privilegedMoveNames.map((event) => {
        const judgment = judgePrivilegedMove(judged, event, caller);
        const why = 'why' in judgment ? judgment.why : null;
        return { event, to: moves[event].to, allowed: why === null, why };
      });

interface MemberRights {
  role: Role;
  active: boolean;
}

/** A member who is to begin with rights over others, or as whom somebody signs in. */
export const isPrivilegedBeginning = ({ role, identities }: { role: Role; identities: number }): boolean =>
  role === 'editor' || role === 'admin' || identities > 0;

/** Which of the fields of a change take a second person. */
export function privilegedFields(
  before: MemberRights,
  after: Partial<MemberRights>,
  { changesIdentities }: { changesIdentities: boolean },
): ('role' | 'active' | 'identities')[] {
  const role = after.role ?? before.role;
  const active = after.active ?? before.active;
  const isPowerful = (one: Role): boolean => one === 'editor' || one === 'admin';
  const ends = before.active && !active && before.role === 'admin';
  const returns = !before.active && active && isPowerful(role);
  return [
    ...(role !== before.role ? (['role'] as const) : []),
    ...(ends || returns ? (['active'] as const) : []),
    ...(changesIdentities ? (['identities'] as const) : []),
  ];
}

const lapsed: Refusal = {
  kind: 'conflict',
  code: 'privileged_change_lapsed',
  why: `Nobody confirmed it within ${String(lapseHours)} hours. Ask for it again.`,
};
const notTheAuthor = refusalOf('forbidden', 'not_who_asked');
const samePerson: Refusal = {
  kind: 'forbidden',
  code: 'same_person',
  why: 'You asked for it yourself, as this member or another one of yours: another admin has to confirm it.',
};
const notAnAdmin: Refusal = {
  kind: 'forbidden',
  code: 'forbidden',
  why: 'Only an active admin decides on it.',
};
const notTheDesk: Refusal = {
  kind: 'forbidden',
  code: 'forbidden',
  why: 'Only an active editor or admin decides on it.',
};
const authorGone = refusalOf('conflict', 'asker_inactive');
