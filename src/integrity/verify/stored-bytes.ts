/** The captured bytes in their store, against the hashes that the events name. */
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';

/** Why the bytes of this hash cannot be had: nothing, where they are as they were captured, or erased by now. */
export type FindFault = (sha256: string) => Promise<string | undefined>;

export async function verifyStoredBytes(snapshot: Snapshot, findFault: FindFault): Promise<number> {
  let looked = 0;
  // Those of evidence that was erased are gone; that it was is told by an event.
  const query = `
    SELECT c.id, c.sha256 FROM captures c JOIN evidence e ON e.id = c.evidence_id
    WHERE c.sha256 IS NOT NULL AND e.erased_at IS NULL ORDER BY c.sha256, c.id`;
  let before: string | undefined;
  for await (const { id, sha256 } of snapshot.stream<{ id: string; sha256: string }>(query)) {
    if (sha256 === before) continue;
    before = sha256;
    looked++;
    const fault = await findFault(sha256);
    if (fault !== undefined)
      throw new VerificationError(`has bytes in the store that are not those: ${fault}`, {
        table: 'captures',
        row: id,
      });
  }
  return looked;
}
