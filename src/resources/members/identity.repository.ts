import type { Db, Tx } from '../../platform/db/client.js';
import type { Caller, Role } from '../../domain/access/rules.js';
import { macOfIdentity, type Digests } from '../../platform/auth/credential-digests.js';
import type { Identity } from './member.schema.js';

/** Who signs in, with the key that stands for it once there is one. */
export interface SignedIn extends Omit<Caller, 'keyId'> {
  keyId: string | null;
  /** The member is active, and the key theirs and not revoked. */
  valid: boolean;
  /** What the row says of whose it is: `macOfIdentity`. */
  mac: string;
}

export async function findSignedIn(db: Db, { digest }: Identity): Promise<SignedIn | undefined> {
  const [row] = await db.$queryRaw<(SignedIn & { role: Role })[]>`
    SELECT members.id AS "memberId", coalesce(members.person_id, members.id) AS "personId", members.ref, members.name, members.role::text AS role, identity.key_id AS "keyId",
           encode(identity.mac, 'hex') AS mac,
           members.active AND keys.revoked_at IS NULL AND coalesce(keys.member_id, members.id) = members.id AS valid
    FROM member_identities identity JOIN members ON members.id = identity.member_id
      LEFT JOIN keys ON keys.id = identity.key_id
    WHERE identity.digest = decode(${digest}, 'hex') AND identity.ended_at IS NULL`;
  return row;
}

/** The key that stands for an identity; `made` where it was made now. Undefined: there is no such identity. */
export async function provideKey(
  tx: Tx,
  { issuer, digest }: Identity,
): Promise<{ keyId: string; memberId: string; made: boolean } | undefined> {
  const [identity] = await tx.$queryRaw<{ id: string; keyId: string | null; memberId: string }[]>`
    SELECT id, key_id AS "keyId", member_id AS "memberId" FROM member_identities
    WHERE digest = decode(${digest}, 'hex') AND ended_at IS NULL FOR UPDATE`;
  if (!identity) return undefined;
  const { memberId } = identity;
  if (identity.keyId !== null) return { keyId: identity.keyId, memberId, made: false };
  const { id } = await tx.key.create({ data: { memberId, name: nameOf(issuer) }, select: { id: true } });
  await tx.memberIdentity.update({ where: { id: identity.id }, data: { keyId: id }, select: { id: true } });
  return { keyId: id, memberId, made: true };
}

export const nameOf = (issuer: string): string => `sign-in at ${new URL(issuer).host}`;

interface Tied {
  /** Of the identities that the member has no longer. */
  keys: string[];
  /** Other members who are one person with this one now. */
  members: string[];
}

/** Ties these identities to the member, and no others. */
export async function setIdentities(
  tx: Tx,
  memberId: string,
  identities: readonly Identity[],
  digests: Digests,
): Promise<Tied> {
  const tied = (await tx.memberIdentity.findMany({ where: { memberId, endedAt: null } })).map((row) => ({
    ...row,
    digest: Buffer.from(row.digest).toString('hex'),
  }));
  const untied = tied.filter((one) => !identities.some(({ digest }) => digest === one.digest));
  await tx.memberIdentity.updateMany({
    where: { id: { in: untied.map(({ id }) => id) } },
    data: { endedAt: new Date() },
  });
  // Given again, it is theirs, whatever somebody wrote into its row.
  for (const { id, digest } of tied.filter((one) => !untied.includes(one))) {
    const mac = Buffer.from(macOfIdentity(digests, digest, memberId), 'hex');
    await tx.memberIdentity.updateMany({ where: { id, NOT: { mac } }, data: { mac } });
  }
  const fresh = identities.filter((one) => !tied.some(({ digest }) => digest === one.digest));
  const members: string[] = [];
  for (const identity of fresh) members.push(...(await tie(tx, memberId, identity, digests)));
  return { keys: untied.flatMap(({ keyId }) => keyId ?? []), members };
}

/**
 * Whoever signed in with it before is the same person from now on, and all that were one with either of them. What
 * they did before stays as it was judged.
 */
async function tie(
  tx: Tx,
  memberId: string,
  { issuer, digest }: Identity,
  digests: Digests,
): Promise<string[]> {
  const before = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM member_identities
    WHERE digest = decode(${digest}, 'hex') AND ended_at IS NOT NULL ORDER BY id FOR UPDATE`;
  await tx.memberIdentity.create({
    data: {
      issuer,
      digest: Buffer.from(digest, 'hex'),
      memberId,
      mac: Buffer.from(macOfIdentity(digests, digest, memberId), 'hex'),
    },
    select: { id: true },
  });
  const changed: string[] = [];
  // Two ties at once would make two persons of what is one: each would look for whom the other has not brought along yet.
  if (before.length > 0)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('isnad.ties', 0))`;
  for (const one of before) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE members SET person_id = person_of(${one.memberId}::uuid)
      WHERE coalesce(person_id, id) = person_of(${memberId}::uuid) AND id <> person_of(${one.memberId}::uuid)
        AND person_of(${memberId}::uuid) <> person_of(${one.memberId}::uuid)
      RETURNING id`;
    changed.push(...rows.map(({ id }) => id).filter((id) => id !== memberId));
  }
  return changed;
}
