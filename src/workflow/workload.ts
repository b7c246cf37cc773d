/** Whether a member can be handed work: they are there, and do not hold as much as they may already. */
import type { Tx } from '../platform/db/client.js';
import { Failure } from '../platform/errors.js';
import { lockWorkload, type Workload } from './assignment.repository.js';

/** For somebody who asks for work: false while they are away. Throws where they hold as much as they may. */
export async function isReadyForMore(tx: Tx, memberId: string): Promise<boolean> {
  const load = await lockWorkload(tx, memberId);
  if (load.away) return false;
  if (load.held >= load.limit) throw noRoom(load, 'You hold', 'Finish or release one first.');
  return true;
}

/** For somebody who has just been handed a task, in the same transaction. Throws where it is one too many. */
export async function requireRoom(tx: Tx, memberId: string): Promise<void> {
  const load = await lockWorkload(tx, memberId);
  const otherwise = 'Choose somebody else, or send "override": true.';
  if (load.away) {
    const until = load.awayUntil?.toISOString() ?? null;
    throw new Failure('conflict', `${load.ref} is away until ${String(until)}. ${otherwise}`, {
      code: 'member_away',
      extra: { awayUntil: until },
    });
  }
  if (load.held > load.limit) {
    throw noRoom({ ...load, held: load.held - 1 }, `${load.ref} holds`, otherwise);
  }
}

const noRoom = ({ held, limit }: Workload, who: string, otherwise: string): Failure =>
  new Failure('conflict', `${who} ${String(held)} of at most ${String(limit)} tasks. ${otherwise}`, {
    code: 'wip_limit_reached',
    extra: { held, limit },
  });
