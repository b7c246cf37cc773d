/** PURE: what came of asking somebody for a reply, and that such a record is taken back. */
import { may, type Actor, isSystem } from '../access/rules.js';
import type { ListedMove } from '../listed-move.js';
import type { Refusal } from '../problem/refusal.js';

export const contactOutcomes = ['asked', 'replied', 'declined', 'no_answer'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** The outcomes that are an answer, if only that there will be none. */
export const answeringOutcomes = ['replied', 'declined'] as const satisfies readonly ContactOutcome[];

/** A withdrawn one stays for the desk, and stands in no later edition. */
export const contactStatuses = ['recorded', 'withdrawn'] as const;
export type ContactStatus = (typeof contactStatuses)[number];

export const contactMoveNames = ['withdraw'] as const;
export type ContactMoveName = (typeof contactMoveNames)[number];

const contactTable: Readonly<
  Record<ContactStatus, Readonly<Partial<Record<ContactMoveName, ContactStatus>>>>
> = { recorded: { withdraw: 'withdrawn' }, withdrawn: {} };

/** Why this actor may not make this move; undefined where they may, as far as the record alone says. */
export function refuseContactMove(
  status: ContactStatus,
  event: ContactMoveName,
  actor: Actor,
): Refusal | undefined {
  if (!contactTable[status][event])
    return { kind: 'conflict', code: 'illegal_move', why: 'What was recorded is withdrawn already.' };
  if (isSystem(actor) || !may(actor.role, 'record'))
    return {
      kind: 'forbidden',
      code: 'forbidden',
      why: 'Only a checker or an editor withdraws what was recorded.',
    };
  return undefined;
}

/** Every move from here, for somebody whom `refuse` says why not. */
export const listContactMoves = (
  status: ContactStatus,
  refuse: (event: ContactMoveName) => Refusal | undefined,
): ListedMove<ContactMoveName, ContactStatus>[] =>
  (Object.entries(contactTable[status]) as [ContactMoveName, ContactStatus][]).map(([event, to]) => {
    const why = refuse(event)?.why ?? null;
    return { event, to, allowed: why === null, why };
  });
