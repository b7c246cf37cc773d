import type { Caller } from '../../domain/access/rules.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Store } from '../../platform/db/transaction.js';
import { renewLease } from '../../workflow/renew-lease.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { insertEvidence, listEvidence } from './evidence.repository.js';
import { viewEvidence } from './evidence.view.js';

export type EvidenceService = ReturnType<typeof createEvidenceService>;

interface Deps {
  store: Store;
}

interface EvidenceInput {
  url: string;
  stance: 'for' | 'against' | 'context';
  note?: string | undefined;
}

export function createEvidenceService({ store: { db, transact } }: Deps) {
  return {
    async add(claimIdOrRef: string, { note, ...input }: EvidenceInput, caller: Caller) {
      const { id: claimId } = await findClaim(db, claimIdOrRef);
      return transact(async (tx) => {
        const row = await insertEvidence(tx, { claimId, ...input, note: note ?? null });
        await appendEvents(tx, caller, [
          {
            type: 'claim.evidence_added',
            subject: { type: 'claim', id: claimId },
            claimId,
            data: { evidence: row.id, stance: row.stance, url: row.url },
          },
        ]);
        await renewLease(tx, claimId, caller);
        return viewEvidence(row);
      });
    },

    async list(claimIdOrRef: string) {
      const { id } = await findClaim(db, claimIdOrRef);
      return (await listEvidence(db, id)).map(viewEvidence);
    },
  };
}
