import type { Db, Pool, Tx } from '../db/client.js';
import type { Prisma } from '../db/generated/client.js';
import type { Caller } from './access.rules.js';
import type { Key } from './key.schema.js';

/** Everything but the digest: it never leaves this file except to be compared. */
const keyFields = {
  id: true,
  name: true,
  createdAt: true,
  revokedAt: true,
  member: { select: { id: true, ref: true } },
} satisfies Prisma.KeySelect;

export async function insertKey(
  tx: Tx,
  key: { memberId: string; name: string; secretDigest: Uint8Array<ArrayBuffer> },
): Promise<Key> {
  return toKey(await tx.key.create({ data: key, select: keyFields }));
}

/** In order of creation. */
export async function listKeys(
  db: Db,
  memberId: string,
  { limit, above }: { limit: number; above: string | undefined },
): Promise<Key[]> {
  const rows = await db.key.findMany({
    where: { memberId, ...(above !== undefined && { id: { gt: above } }) },
    orderBy: { id: 'asc' },
    take: limit,
    select: keyFields,
  });
  return rows.map(toKey);
}

/** False where it was revoked before. */
export async function revokeKey(tx: Tx, id: string, revokedAt: Date): Promise<boolean> {
  const { count } = await tx.key.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
  return count === 1;
}

export async function findKey(db: Db, id: string): Promise<Key | undefined> {
  const row = await db.key.findUnique({ where: { id }, select: keyFields });
  return row ? toKey(row) : undefined;
}

export interface Credential {
  caller: Caller;
  secretDigest: Uint8Array;
}

const usable = {
  name: 'credentials',
  text: `
    SELECT keys.id AS "keyId", keys.secret_digest AS "secretDigest",
           members.id AS "memberId", members.ref, members.name, members.role
    FROM keys JOIN members ON members.id = keys.member_id
    WHERE keys.id = ANY ($1::uuid[]) AND keys.revoked_at IS NULL AND members.active`,
};

/** Those of the keys that are not revoked, of members who are active, by the id of the key. */
export async function findCredentials(
  pool: Pool,
  keyIds: readonly string[],
): Promise<Map<string, Credential>> {
  const { rows } = await pool.query<Caller & { secretDigest: Uint8Array }>({ ...usable, values: [keyIds] });
  return new Map(rows.map(({ secretDigest, ...caller }) => [caller.keyId, { caller, secretDigest }]));
}

type Row = Prisma.KeyGetPayload<{ select: typeof keyFields }>;

const toKey = (row: Row): Key => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
