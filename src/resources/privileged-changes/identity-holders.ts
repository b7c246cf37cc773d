/** Whose an identity is, or was last: by rows that one of our processes wrote, and nobody else in the database. */
import { macOfIdentity, type Digests } from '../../platform/auth/credential-digests.js';
import type { Db } from '../../platform/db/client.js';

export interface IdentityHolder {
  issuer: string;
  digest: string;
  member: { id: string; ref: string };
  /** Null: it is theirs now. */
  endedAt: string | null;
}

export async function findHolders(
  db: Db,
  digests: Digests,
  named: readonly { digest: string }[],
): Promise<IdentityHolder[]> {
  if (named.length === 0) return [];
  const rows = await db.memberIdentity.findMany({
    where: { digest: { in: named.map(({ digest }) => Buffer.from(digest, 'hex')) } },
    select: {
      issuer: true,
      digest: true,
      mac: true,
      endedAt: true,
      member: { select: { id: true, ref: true } },
    },
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
  });
  const holders = new Map<string, IdentityHolder>();
  for (const { mac, endedAt, member, issuer, ...row } of rows) {
    const digest = Buffer.from(row.digest).toString('hex');
    if (holders.has(digest) || Buffer.from(mac).toString('hex') !== macOfIdentity(digests, digest, member.id))
      continue;
    holders.set(digest, { issuer, digest, member, endedAt: endedAt?.toISOString() ?? null });
  }
  return [...holders.values()];
}
