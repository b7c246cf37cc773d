import { idleHours, longestDays } from '../../domain/access/session.js';
import type { Db, Tx } from '../../platform/db/client.js';

type Digest = Uint8Array<ArrayBuffer>;

/** When it ends, by the database's clock. */
export async function insertSession(tx: Tx, digest: Digest, keyId: string): Promise<Date> {
  const rows = await tx.$queryRaw<{ endsAt: Date }[]>`
    INSERT INTO sessions (digest, key_id, ends_at)
    VALUES (${digest}, ${keyId}::uuid, now() + make_interval(days => ${longestDays}::int))
    RETURNING ends_at AS "endsAt"`;
  const [{ endsAt } = { endsAt: undefined }] = rows;
  if (!endsAt) throw new Error('a session was not written');
  return endsAt;
}

export const findEnd = async (db: Db, digest: Digest): Promise<Date | undefined> =>
  (await db.session.findUnique({ where: { digest }, select: { endsAt: true } }))?.endsAt;

export async function deleteSession(tx: Tx, digest: Digest): Promise<void> {
  await tx.session.deleteMany({ where: { digest } });
}

/** Whether it was begun by signing in at an identity provider. */
export const isOfIdentity = async (db: Db, digest: Digest): Promise<boolean> =>
  (await db.session.count({ where: { digest, key: { identity: { isNot: null } } } })) > 0;

/** A session that is used goes on. There is no event of it: nothing ends. */
export const noteUses = (db: Db, digests: readonly Digest[]): Promise<number> =>
  db.$executeRaw`
    UPDATE sessions SET used_at = now() WHERE digest IN (
      SELECT digest FROM sessions WHERE digest = ANY (${digests}::bytea[]) ORDER BY digest FOR UPDATE)`;

/** Those that have ended, by themselves or with their key; how many that were. */
export const deleteEnded = (db: Db): Promise<number> =>
  db.$executeRaw`
    DELETE FROM sessions USING keys WHERE keys.id = sessions.key_id
      AND (sessions.ends_at <= now() OR sessions.used_at <= now() - make_interval(hours => ${idleHours}::int)
        OR keys.revoked_at IS NOT NULL OR keys.expires_at <= now())`;
