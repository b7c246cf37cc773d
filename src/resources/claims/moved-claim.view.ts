/** Where a claim stands after a move, from what was written. */
import type { z } from 'zod';
import { endedStatus } from '../../domain/claim/lifecycle.js';
import { isUnderCorrection } from '../../domain/claim/under-correction.js';
import type { Docket } from '../../workflow/docket.js';
import type { claimState } from './claim-output.schema.js';

export function viewMoved({ claim, others }: Docket): z.input<typeof claimState> {
  const { id, ref, status, rating, revision, contested, version } = claim;
  const into = others.find((other) => other.id === claim.mergedInto);
  return {
    id,
    ref,
    status,
    rating,
    revision,
    contested,
    underCorrection: isUnderCorrection(claim),
    mergedInto: into ? { id: into.id, ref: into.ref, ended: endedStatus(into.status) } : null,
    updatedAt: claim.updatedAt.toISOString(),
    version,
  };
}
