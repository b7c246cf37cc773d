/** PURE: whether a member can be handed work: they are there, and do not hold as much as they may already. */
import type { Refusal } from '../problem/refusal.js';
import { heldOf, type Candidate } from './choose-member.js';

type Held = Pick<Candidate, 'held' | 'limit'>;

interface Workload extends Held {
  ref: string;
  away: boolean;
  awayUntil: Date | null;
}

/** For somebody who asks for work. */
export const refuseOverLimit = (load: Held): Refusal | undefined =>
  load.held >= load.limit
    ? noRoom(load, `You hold ${heldOf(load)}. Finish or release one first.`)
    : undefined;

/** For somebody who is handed a task by another; `held`: they hold this very task already. */
export function refuseAssignment(load: Workload, held: boolean): Refusal | undefined {
  const otherwise = 'Choose somebody else, or send "override": true.';
  if (load.away) {
    const until = load.awayUntil?.toISOString() ?? null;
    return {
      kind: 'conflict',
      code: 'member_away',
      why: `${load.ref} is away until ${String(until)}. ${otherwise}`,
      extra: { awayEndsAt: until },
    };
  }
  const others = { held: held ? load.held - 1 : load.held, limit: load.limit };
  return others.held < load.limit
    ? undefined
    : noRoom(others, `${load.ref} holds ${heldOf(others)}. ${otherwise}`);
}

const noRoom = ({ held, limit }: Held, why: string): Refusal => ({
  kind: 'conflict',
  code: 'wip_limit_reached',
  why,
  extra: { held, limit },
});
