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
    SELECT members.id AS "memberId", members.ref, members.name, members.role::text AS role, identity.key_id AS "keyId",
           members.active AND keys.revoked_at IS NULL AS valid
    FROM member_identities identity JOIN members ON members.id = identity.member_id
      LEFT JOIN keys ON keys.id = identity.key_id
    WHERE identity.issuer = ${issuer} AND identity.subject = ${subject}`;
  return row;
}

/** The key that stands for an identity; `made` where it was made now. Undefined: there is no such identity. */
export async function provideKey(
  tx: Tx,
  { issuer, subject }: Identity,
): Promise<{ keyId: string; made: boolean } | undefined> {
  const [identity] = await tx.$queryRaw<{ keyId: string | null; memberId: string }[]>`
    SELECT key_id AS "keyId", member_id AS "memberId" FROM member_identities
    WHERE issuer = ${issuer} AND subject = ${subject} FOR UPDATE`;
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
  const tied = await tx.memberIdentity.findMany({ where: { memberId } });
  const untied = tied.filter((one) => !isKept(one));
  for (const { issuer, subject } of untied)
    await tx.memberIdentity.delete({ where: { issuer_subject: { issuer, subject } } });
  const fresh = identities.filter(
    (one) => !tied.some(({ issuer, subject }) => issuer === one.issuer && subject === one.subject),
  );
  if (fresh.length > 0)
    await tx.memberIdentity.createMany({
      data: fresh.map(({ issuer, subject }) => ({ issuer, subject, memberId })),
    });
  return untied.flatMap(({ keyId }) => keyId ?? []);
}
