import type { PrivilegedChange } from '../privileged-changes/privileged-change.schema.js';
import { wantedOf } from './erasure.repository.js';
import type { ErasureOutput } from './erasure.schema.js';

/** An erasure as it is shown: a privileged change whose wish is known. */
export function viewErasure(change: PrivilegedChange): ErasureOutput {
  const { id, status, askedBy, askedAt, lapsesAt, decidedBy, decidedAt } = change;
  const { target, texts, reason } = wantedOf(change);
  return { id, target, texts: [...texts], reason, status, askedBy, askedAt, lapsesAt, decidedBy, decidedAt };
}
