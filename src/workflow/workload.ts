/** PURE: whether a member can be handed work: they are there, and do not hold as much as they may already. */
import type { Refusal } from '../domain/problem/refusal.js';
import type { Workload } from './docket-task.js';

type Held = Pick<Workload, 'held' | 'limit'>;

/** For somebody who asks for work. */
export const refuseOverLimit = (load: Held): Refusal | undefined =>
  load.held >= load.limit
    ? noRoom(load, `You hold ${howMany(load)}. Finish or release one first.`)
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
    : noRoom(others, `${load.ref} holds ${howMany(others)}. ${otherwise}`);
}

const howMany = ({ held, limit }: Held): string => `${String(held)} of at most ${String(limit)} tasks`;

const noRoom = ({ held, limit }: Held, why: string): Refusal => ({
  kind: 'conflict',
  code: 'wip_limit_reached',
  why,
  extra: { held, limit },
});
