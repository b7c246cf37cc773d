import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import type { Key } from './key.schema.js';

/** Everything but the digest: it never leaves this file except to be compared. */
const keyFields = {
  id: true,
  name: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  identity: { select: { issuer: true } },
  successorId: true,
  member: { select: { id: true, ref: true } },
} satisfies Prisma.KeySelect;

export const insertKey = async (
  tx: Tx,
  key: {
    id?: string;
    memberId: string;
    name: string;
    secretDigest: Uint8Array<ArrayBuffer>;
    expiresAt: Date | null;
  },
): Promise<Key> => toKey(await tx.key.create({ data: key, select: keyFields }));

/** False where it was revoked before. */
export async function revokeKey(tx: Tx, id: string, revokedAt: Date): Promise<boolean> {
  const { count } = await tx.key.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
  return count === 1;
}

/** It ends so many hours from now, or when it would anyway; false where it was revoked or replaced before. */
export async function replaceKey(
  tx: Tx,
  id: string,
  { successor, overlapHours }: { successor: string; overlapHours: number },
): Promise<boolean> {
  const replaced = await tx.$executeRaw`
    UPDATE keys SET successor_id = ${successor}::uuid,
      expires_at = least(expires_at, now() + make_interval(secs => ${overlapHours * 3_600}))
    WHERE id = ${id}::uuid AND revoked_at IS NULL AND successor_id IS NULL`;
  return replaced === 1;
}

export async function findKey(db: Db, id: string): Promise<Key | undefined> {
  const row = await db.key.findUnique({ where: { id }, select: keyFields });
  return row ? toKey(row) : undefined;
}

/** By the database's clock. */
export async function isPast(db: Db, moment: Date): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ past: boolean }]>`SELECT ${moment}::timestamptz <= now() AS past`;
  return row.past;
}

type Row = Prisma.KeyGetPayload<{ select: typeof keyFields }>;

const toKey = ({ identity, successorId, createdAt, expiresAt, revokedAt, lastUsedAt, ...row }: Row): Key => ({
  ...row,
  kind: identity ? 'sign_in' : 'secret',
  successor: successorId === null ? null : { id: successorId },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
