/** Whether each identity was tied to its member by a process that has the key outside the database. */
import { macOfIdentity, type Digests } from '../../platform/auth/credential-digests.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';

interface IdentityRow {
  id: string;
  digest: string;
  member: string;
  mac: string;
}

/** `keySince`: as for events; what was tied before it was known by another key. */
export async function verifyIdentityMacs(
  snapshot: Snapshot,
  { secrets, keySince }: { secrets: Digests; keySince: number },
): Promise<void> {
  const query = `
    SELECT i.id, encode(i.digest, 'hex') AS digest, i.member_id AS member, encode(i.mac, 'hex') AS mac FROM member_identities i
    WHERE i.ended_at IS NULL AND i.created_at >= coalesce((
      SELECT e.at FROM feed f JOIN events e ON e.seq = f.event_seq WHERE f.position = ${String(keySince)}), '-infinity')
    ORDER BY i.id`;
  for await (const { id, digest, member, mac } of snapshot.stream<IdentityRow>(query))
    if (mac !== macOfIdentity(secrets, digest, member))
      throw new VerificationError('was tied to its member by none of our processes, but by hand', {
        table: 'member_identities',
        row: id,
        column: 'mac',
      });
}
