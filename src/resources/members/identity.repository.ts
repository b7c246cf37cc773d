import type { Db, Tx } from '../../platform/db/client.js';
import type { Caller, Role } from '../../domain/access/rules.js';
import type { Identity } from './member.schema.js';

/** Who signs in, with the key that stands for it once there is one. */
export interface SignedIn extends Omit<Caller, 'keyId'> {
  keyId: string | null;
  /** The member is active, and the key not revoked. */
  valid: boolean;
}

export async function findSignedIn(db: Db, { issuer, subject }: Identity): Promise<SignedIn | undefined> {
  const [row] = await db.$queryRaw<(SignedIn & { role: Role })[]>`
    SELECT members.id AS "memberId", coalesce(members.person_id, members.id) AS "personId", members.ref, members.name, members.role::text AS role, identity.key_id AS "keyId",
           members.active AND keys.revoked_at IS NULL AS valid
    FROM member_identities identity JOIN members ON members.id = identity.member_id
      LEFT JOIN keys ON keys.id = identity.key_id
    WHERE identity.issuer = ${issuer} AND identity.subject = ${subject} AND identity.ended_at IS NULL`;
  return row;
}

/** The key that stands for an identity; `made` where it was made now. Undefined: there is no such identity. */
export async function provideKey(
  tx: Tx,
  { issuer, subject }: Identity,
): Promise<{ keyId: string; made: boolean } | undefined> {
  const [identity] = await tx.$queryRaw<{ keyId: string | null; memberId: string }[]>`
    SELECT key_id AS "keyId", member_id AS "memberId" FROM member_identities
    WHERE issuer = ${issuer} AND subject = ${subject} AND ended_at IS NULL FOR UPDATE`;
  if (!identity) return undefined;
  if (identity.keyId !== null) return { keyId: identity.keyId, made: false };
  const { id } = await tx.key.create({
    data: { memberId: identity.memberId, name: nameOf(issuer) },
    select: { id: true },
  });
  await tx.memberIdentity.update({
    where: { issuer_subject: { issuer, subject } },
    data: { keyId: id },
    select: { keyId: true },
  });
  return { keyId: id, made: true };
}

export const nameOf = (issuer: string): string => `sign-in at ${new URL(issuer).host}`;

/** Ties these identities to the member, and no others; the keys of those that were untied. */
export async function setIdentities(
  tx: Tx,
  memberId: string,
  identities: readonly Identity[],
): Promise<string[]> {
  const isKept = (one: Identity): boolean =>
    identities.some(({ issuer, subject }) => issuer === one.issuer && subject === one.subject);
  const tied = await tx.memberIdentity.findMany({ where: { memberId, endedAt: null } });
  const untied = tied.filter((one) => !isKept(one));
  for (const { issuer, subject } of untied)
    await tx.memberIdentity.update({
      where: { issuer_subject: { issuer, subject } },
      data: { endedAt: new Date() },
      select: { memberId: true },
    });
  const fresh = identities.filter(
    (one) => !tied.some(({ issuer, subject }) => issuer === one.issuer && subject === one.subject),
  );
  for (const identity of fresh) await tie(tx, memberId, identity);
  return untied.flatMap(({ keyId }) => keyId ?? []);
}

/**
 * Whoever signed in with it before is the same person from now on, and all that were one with either of them. What
 * they did before stays as it was judged.
 */
async function tie(tx: Tx, memberId: string, { issuer, subject }: Identity): Promise<void> {
  const [before] = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM member_identities
    WHERE issuer = ${issuer} AND subject = ${subject} AND ended_at IS NOT NULL FOR UPDATE`;
  if (!before) {
    await tx.memberIdentity.create({ data: { issuer, subject, memberId }, select: { memberId: true } });
    return;
  }
  await tx.memberIdentity.update({
    where: { issuer_subject: { issuer, subject } },
    data: { memberId, keyId: null, endedAt: null },
    select: { memberId: true },
  });
  await tx.$executeRaw`
    UPDATE members SET person_id = person_of(${before.memberId}::uuid)
    WHERE coalesce(person_id, id) = person_of(${memberId}::uuid) AND id <> person_of(${before.memberId}::uuid)`;
}
