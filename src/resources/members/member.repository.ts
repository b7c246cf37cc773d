import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import type { Member, MemberPatch, NewMember } from './member.schema.js';

const memberFields = {
  id: true,
  ref: true,
  kind: true,
  name: true,
  role: true,
  languages: true,
  topics: true,
  active: true,
  awayUntil: true,
  wipLimit: true,
  identities: {
    where: { endedAt: null },
    select: { issuer: true, digest: true },
    orderBy: [{ issuer: 'asc' }, { digest: 'asc' }],
  },
  version: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.MemberSelect;

/** Without identities: those are tied. */
export const insertMember = async (tx: Tx, data: Omit<NewMember, 'identities'>): Promise<Member> =>
  toMember(await tx.member.create({ data, select: memberFields }));

export async function findMember(db: Db, idOrRef: string): Promise<Member | undefined> {
  const row = await db.member.findUnique({ where: byIdOrRef(idOrRef), select: memberFields });
  return row ? toMember(row) : undefined;
}

/** The member, locked until the transaction ends. */
export async function lockMember(tx: Tx, idOrRef: string): Promise<Member | undefined> {
  const found = await tx.member.findUnique({ where: byIdOrRef(idOrRef), select: { id: true } });
  if (!found) return undefined;
  await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
  return findMember(tx, found.id);
}

export async function updateMember(
  tx: Tx,
  id: string,
  { awayEndsAt, ...patch }: Omit<MemberPatch, 'identities'>,
): Promise<Member> {
  const data = {
    ...patch,
    ...(awayEndsAt !== undefined && { awayUntil: awayEndsAt === null ? null : new Date(awayEndsAt) }),
    version: { increment: 1 },
  };
  return toMember(await tx.member.update({ where: { id }, data, select: memberFields }));
}

type Row = Prisma.MemberGetPayload<{ select: typeof memberFields }>;

const toMember = ({ awayUntil, createdAt, updatedAt, identities, ...row }: Row): Member => ({
  ...row,
  identities: identities.map(({ issuer, digest }) => ({
    issuer,
    digest: Buffer.from(digest).toString('hex'),
  })),
  awayEndsAt: awayUntil?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
