import type { Caller } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { moveLease } from './times.repository.js';

/** Whoever works on a claim keeps its task: called with everything that shows that its holder is at work. */
export const renewLease = (tx: Tx, claimId: string, { memberId }: Pick<Caller, 'memberId'>): Promise<void> =>
  moveLease(tx, claimId, memberId);
