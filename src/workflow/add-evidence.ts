/** PURE: adds evidence for, against or around a claim. */
import type { Caller } from '../domain/access/rules.js';
import { refuseFullClaim } from '../domain/claim/limits.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { addRows, begin, addEvents, type Decision, type EvidenceRow } from './change.js';
import type { Docket } from './docket.js';
import { refuseWriting } from './refuse-writing.js';
import { renewLease } from './renew-lease.js';

export function addEvidence(docket: Docket, evidence: EvidenceRow, caller: Caller): Decision {
  const { id, stance, url, note } = evidence;
  const event = {
    type: 'claim.evidence_added',
    subject: { type: 'claim', id: docket.claim.id },
    data: { evidence: id, stance, url, ...(note !== null && { note: toSeal('evidence_note', id, note) }) },
  } as const;
  const { claim, counts } = docket;
  const refusal =
    refuseFullClaim('evidence', claim.ref, counts?.evidence ?? 0) ?? refuseWriting(docket, event, caller);
  if (refusal) return refusal;
  return renewLease(addEvents(addRows(begin(docket), { evidence: [evidence] }), caller, event), caller);
}
