import { system } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { appendEvents } from './events/events.repository.js';
import { markRecheckAsked, type VerdictRow } from './verdict.repository.js';

/** Says once, on the locked claim, that a published verdict is due to be checked again. */
export async function askRecheck(
  tx: Tx,
  { id, claimId, revision, validUntil }: Pick<VerdictRow, 'id' | 'claimId' | 'revision' | 'validUntil'>,
): Promise<void> {
  if (!(await markRecheckAsked(tx, id))) return;
  await appendEvents(tx, system, [
    {
      type: 'verdict.recheck_due',
      subject: { type: 'verdict', id },
      claimId,
      data: { revision, validUntil: validUntil?.toISOString() ?? null },
    },
  ]);
}
