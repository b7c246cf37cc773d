import type { Caller } from '../../domain/access/rules.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Store } from '../../platform/db/transaction.js';
import { begin, happened } from '../../workflow/change.js';
import { renewLease } from '../../workflow/renew-lease.js';
import { carryOut } from '../../workflow/unit-of-work.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { insertEvidence, listEvidence } from './evidence.repository.js';
import { viewEvidence } from './evidence.view.js';

export type EvidenceService = ReturnType<typeof createEvidenceService>;

interface Deps {
  store: Store;
  desk: Pick<Desk, 'onDocket'>;
}

interface EvidenceInput {
  url: string;
  stance: 'for' | 'against' | 'context';
  note?: string | undefined;
}

export function createEvidenceService({ store: { db }, desk }: Deps) {
  return {
    add(claimIdOrRef: string, { note, ...input }: EvidenceInput, caller: Caller) {
      return desk.onDocket({ claim: claimIdOrRef }, async (tx, docket) => {
        const claimId = docket.claim.id;
        const row = await insertEvidence(tx, { claimId, ...input, note: note ?? null });
        const added = happened(begin(docket), caller, {
          type: 'claim.evidence_added',
          subject: { type: 'claim', id: claimId },
          data: { evidence: row.id, stance: row.stance, url: row.url },
        });
        await carryOut(tx, renewLease(added, caller));
        return viewEvidence(row);
      });
    },

    async list(claimIdOrRef: string) {
      const { id } = await findClaim(db, claimIdOrRef);
      return (await listEvidence(db, id)).map(viewEvidence);
    },
  };
}
