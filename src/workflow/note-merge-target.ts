/** PURE: when a claim ends or stands again, the claims that were merged into it say so. */
import { endedStatus } from '../domain/claim/lifecycle.js';
import { system } from '../domain/access/rules.js';
import { addEvents, type Change } from './change.js';

export function noteMergeTarget(change: Change): Change {
  const { before, docket } = change;
  const { id, ref, status } = docket.claim;
  const ended = endedStatus(status);
  if (ended === endedStatus(before.claim.status)) return change;
  return docket.others
    .filter(({ mergedInto }) => mergedInto === id)
    .reduce(
      (so, merged) =>
        addEvents(so, system, {
          type: 'claim.merge_target_changed',
          subject: { type: 'claim', id: merged.id },
          claimId: merged.id,
          data: { into: { id, ref }, ended },
        }),
      change,
    );
}
