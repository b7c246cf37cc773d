import type { Role } from '../../domain/access/rules.js';
import type { Erasure, ErasureTarget } from '../../domain/erasure/erasure.js';
import { isUuid } from '../../domain/text/uuid.js';
import type { Db, Pool, Tx } from '../../platform/db/client.js';
import { withSessionLock } from '../../platform/db/session-lock.js';
import { StartAgain } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';

/** What is to be erased, as it is kept. */
export interface Found {
  id: string;
  /** The claim it belongs to; null for a member. */
  claimId: string | null;
  /** Null for everything but a member. `active`: their keys still work; `waits`: a change of them waits for an admin. */
  member: { active: boolean; role: Role; waits: boolean } | null;
  /** ref of the source that stands for this one */
  mergedInto: string | null;
}

const from: Readonly<Record<ErasureTarget, string>> = {
  claim: 'SELECT id, id AS "claimId", ref FROM claims',
  verdict: 'SELECT id, claim_id AS "claimId", NULL::text AS ref FROM verdicts',
  evidence: 'SELECT id, claim_id AS "claimId", NULL::text AS ref FROM evidence',
  contact: 'SELECT id, claim_id AS "claimId", NULL::text AS ref FROM contacts',
  task: 'SELECT id, claim_id AS "claimId", NULL::text AS ref FROM review_tasks',
  member: 'SELECT id, NULL::uuid AS "claimId", ref FROM members',
  article: 'SELECT id, NULL::uuid AS "claimId", ref FROM articles',
  source: 'SELECT id, NULL::uuid AS "claimId", ref FROM sources',
  privileged_change:
    "SELECT id, NULL::uuid AS \"claimId\", NULL::text AS ref FROM privileged_changes WHERE kind <> 'erase' AND status <> 'waiting'",
};

/** By id, or by ref where there are refs. */
export async function findTarget(
  db: Db,
  { kind, id }: { kind: ErasureTarget; id: string },
): Promise<Found | undefined> {
  const named = isUuid(id) ? 'target.id = $1::uuid' : 'target.ref = $1';
  const [found] = await db.$queryRawUnsafe<Found[]>(
    `SELECT target.id, "claimId",
      (SELECT into_this.ref FROM sources s JOIN sources into_this ON into_this.id = s.merged_into_id WHERE s.id = target.id) AS "mergedInto",
      CASE WHEN m.id IS NOT NULL THEN json_build_object('active', m.active, 'role', m.role, 'waits', EXISTS (
        SELECT FROM privileged_changes c WHERE c.member_id = m.id AND c.kind <> 'erase' AND c.status = 'waiting')) END AS member
     FROM (${from[kind]}) AS target LEFT JOIN members m ON m.id = target.id
     WHERE ${named}`,
    id,
  );
  return found;
}

/** No change of the claim, article or source goes on beside an erasure in it. */
export async function lockTarget(
  tx: Tx,
  { kind, id, claimId }: { kind: ErasureTarget; id: string; claimId: string | null },
): Promise<void> {
  if (claimId !== null)
    await tx.$queryRaw`SELECT 1 FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  // Nobody approves an edition with a name in it that is being withheld.
  if (kind === 'article' || kind === 'source') await tx.$queryRaw`SELECT FROM lock_names_shown()`;
  if (kind === 'article') await tx.$queryRaw`SELECT 1 FROM articles WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (kind === 'source') await lockSourcesWithheldWith(tx, id);
}

/** With those that were merged into it: their names are its own. */
async function lockSourcesWithheldWith(tx: Tx, id: string): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sources WHERE id IN (SELECT sources_withheld_with(${id}::uuid)) ORDER BY id FOR NO KEY UPDATE`;
  const ids = new Set(locked.map((one) => one.id));
  if ((await sourcesWithheldWith(tx, { kind: 'source', id })).some((one) => !ids.has(one.id)))
    throw new StartAgain('more was merged into it by now');
}

/** In the order of their ids; none of what is not a source. */
export const sourcesWithheldWith = async (
  tx: Tx,
  { kind, id }: Erasure['target'],
): Promise<Erasure['sources']> =>
  kind !== 'source'
    ? []
    : tx.$queryRaw<{ id: string; ref: string }[]>`
        SELECT s.id, s.ref FROM sources s WHERE s.id IN (SELECT sources_withheld_with(${id}::uuid)) ORDER BY s.id`;

/** Any number, as long as nothing else in this database uses it. */
export const lookingLock = 47_625;

/**
 * Where answers are kept that hold words of it, looked for before anything is locked, and for as long as it takes: there may be
 * millions. One at a time, because each takes a connection; throws while another is at it.
 */
export async function lookForAnswers(
  pool: Pool,
  { kind, id }: { kind: ErasureTarget; id: string },
): Promise<object> {
  const looked = await withSessionLock(pool, lookingLock, async (client) => {
    await client.query('BEGIN READ ONLY; SET LOCAL statement_timeout = 0');
    const { rows } = await client.query<{ looked: object }>('SELECT look_for_answers($1, $2) AS looked', [
      kind,
      id,
    ]);
    await client.query('ROLLBACK');
    return rows[0]?.looked ?? {};
  });
  if (!looked) throw anotherUnderWay();
  return looked;
}

const anotherUnderWay = (): Failure =>
  new Failure(
    'conflict',
    'Another erasure is under way, and they are made one by one. Send it again in a moment.',
    {
      code: 'changed_meanwhile',
      retryAfter: 10,
    },
  );

/** The seals of what is gone. Refused by the database where these are not two persons who may. */
export async function eraseByTwo(
  tx: Tx,
  changeId: string,
  { secondId, looked }: { secondId: string; looked: object },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ seal: string }[]>`
    SELECT seal FROM erase(${changeId}::uuid, ${secondId}::uuid, ${JSON.stringify(looked)}::jsonb) AS seal`;
  return rows.map(({ seal }) => seal);
}

/** The same by the command, on a machine that reaches the database as its owner. */
export async function eraseByOperator(tx: Tx, changeId: string, looked: object): Promise<string[]> {
  const rows = await tx.$queryRaw<{ seal: string }[]>`
    SELECT seal FROM carry_out_erasure(${changeId}::uuid, NULL, ${JSON.stringify(looked)}::jsonb) AS seal`;
  return rows.map(({ seal }) => seal);
}

/** Hashes of captured bytes that an erasure has to remove; empty once that is settled. */
export async function filesOf(db: Db, erasureId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT DISTINCT k.sha256 FROM privileged_changes c JOIN captures k ON k.evidence_id = (c.wanted #>> '{target,id}')::uuid
    WHERE c.id = ${erasureId}::uuid AND c.files_due_at IS NOT NULL AND k.sha256 IS NOT NULL`;
  return rows.map(({ sha256 }) => sha256);
}

export async function settleFiles(db: Db, erasureId: string): Promise<void> {
  await db.$executeRaw`UPDATE privileged_changes SET files_due_at = NULL WHERE id = ${erasureId}::uuid`;
}

export async function findOwedFiles(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM privileged_changes WHERE files_due_at <= (SELECT desk_now()) ORDER BY files_due_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** What was asked for, as it stands in `wanted`. */
export const wantedOf = ({ wanted }: { wanted: Record<string, unknown> }): Erasure =>
  wanted as unknown as Erasure;

/** Keys and webhooks of a member, and what was asked for about them. */
export async function partsOfMember(
  tx: Tx,
  memberId: string,
): Promise<{ type: 'key' | 'webhook' | 'privileged_change'; id: string }[]> {
  const keys = await tx.key.findMany({ where: { memberId }, select: { id: true } });
  const changes = await tx.privilegedChange.findMany({
    where: { memberId, kind: { not: 'erase' } },
    select: { id: true },
  });
  const webhooks = await tx.webhook.findMany({ where: { memberId }, select: { id: true } });
  return [
    ...keys.map(({ id }) => ({ type: 'key' as const, id })),
    ...webhooks.map(({ id }) => ({ type: 'webhook' as const, id })),
    ...changes.map(({ id }) => ({ type: 'privileged_change' as const, id })),
  ];
}
