import {
  permissionToAsk,
  type PrivilegedKind,
  type PrivilegedStatus,
} from '../../domain/access/privileged-change.js';
import { holdersOf, type Permission, type Role } from '../../domain/access/rules.js';
import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import type { PrivilegedChange } from './privileged-change.schema.js';

export interface Holder {
  id: string;
  personId: string;
  role: Role;
}

/**
 * All who hold a permission, locked: they are counted, and act, as they are. Always in the same order, admins first and
 * before any other member, so that two never wait for each other.
 */
export async function lockHolders(tx: Tx, permission: Permission): Promise<Holder[]> {
  return tx.$queryRaw<Holder[]>`
    SELECT id, coalesce(person_id, id) AS "personId", role::text AS role FROM members
    WHERE role = ANY (${[...holdersOf(permission)]}::role[]) AND active ORDER BY role <> 'admin', id FOR NO KEY UPDATE`;
}

export const lockAdmins = (tx: Tx): Promise<Holder[]> => lockHolders(tx, 'administer');

const named = { select: { id: true, ref: true } } as const;
const fields = {
  id: true,
  kind: true,
  member: named,
  keyId: true,
  wanted: true,
  status: true,
  askedBy: named,
  askedAt: true,
  lapsesAt: true,
  decidedBy: named,
  decidedAt: true,
} as const satisfies Prisma.PrivilegedChangeSelect;

export interface NewChange {
  id?: string;
  kind: PrivilegedKind;
  memberId: string | null;
  keyId: string | null;
  wanted: Prisma.InputJsonObject;
  /** What it replaces: where that is another by then, it is not confirmed. */
  before?: Prisma.InputJsonObject;
  /** Of the key that would be made. */
  secretDigest?: Uint8Array<ArrayBuffer> | null;
  /** Of identities that were asked for: `sealSubjects`. */
  subjects?: Uint8Array<ArrayBuffer> | null;
  /** Null: the command. */
  askedById: string | null;
  hours: number;
}

export async function insertChange(tx: Tx, { hours, ...given }: NewChange): Promise<PrivilegedChange> {
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT date_trunc('milliseconds', desk_now()) AS now`;
  const lapsesAt = new Date(now.getTime() + hours * 3_600_000);
  return toChange(
    await tx.privilegedChange.create({ data: { ...given, askedAt: now, lapsesAt }, select: fields }),
  );
}

export async function findChange(db: Db, id: string): Promise<PrivilegedChange | undefined> {
  const row = await db.privilegedChange.findUnique({ where: { id }, select: fields });
  return row ? toChange(row) : undefined;
}

/** As they were sealed; null once it was decided on. */
export async function findSubjects(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db.privilegedChange.findUnique({ where: { id }, select: { subjects: true } });
  return row?.subjects ?? null;
}

/** What is not shown of a change, and what a move on it is judged by. */
export interface Hidden {
  status: PrivilegedStatus;
  late: boolean;
  before: unknown;
  secretDigest: Uint8Array<ArrayBuffer> | null;
  /** Null for the command, whose changes never wait. */
  askedById: string | null;
  askedByPersonId: string | null;
  askedByStands: boolean;
}

export async function readHidden(db: Db, id: string): Promise<Hidden | undefined> {
  const [row] = await db.$queryRaw<Hidden[]>`
    SELECT c.status::text AS status, c.lapses_at <= desk_now() AS late, c.before, c.secret_digest AS "secretDigest",
      m.id AS "askedById", coalesce(m.person_id, m.id) AS "askedByPersonId",
      coalesce(m.active AND m.role = ANY (${[...holdersOf(permissionToAsk)]}::role[]), false) AS "askedByStands"
    FROM privileged_changes c LEFT JOIN members m ON m.id = c.asked_by_id WHERE c.id = ${id}::uuid`;
  return row;
}

/** Locked until the transaction ends. */
export async function lockChange(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM privileged_changes WHERE id = ${id}::uuid FOR UPDATE`;
}

export async function decideChange(
  tx: Tx,
  id: string,
  { status, by }: { status: PrivilegedStatus; by: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE privileged_changes SET status = ${status}::privileged_status, decided_by_id = ${by}::uuid, decided_at = desk_now(),
      secret_digest = NULL, subjects = NULL
    WHERE id = ${id}::uuid`;
}

/** False where it does not wait any more, or not for long enough yet. */
export async function lapseChange(tx: Tx, id: string): Promise<boolean> {
  const lapsed = await tx.$executeRaw`
    UPDATE privileged_changes SET status = 'lapsed', decided_at = desk_now(), secret_digest = NULL, subjects = NULL
    WHERE id = ${id}::uuid AND status = 'waiting' AND lapses_at <= desk_now()`;
  return lapsed === 1;
}

export async function findLate(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM privileged_changes WHERE status = 'waiting' AND lapses_at <= (SELECT desk_now())
    ORDER BY lapses_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

type Row = Prisma.PrivilegedChangeGetPayload<{ select: typeof fields }>;

const toChange = ({ keyId, askedAt, lapsesAt, decidedAt, wanted, ...row }: Row): PrivilegedChange => ({
  ...row,
  key: keyId === null ? null : { id: keyId },
  wanted: wanted as Record<string, unknown>,
  askedAt: askedAt.toISOString(),
  lapsesAt: lapsesAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
