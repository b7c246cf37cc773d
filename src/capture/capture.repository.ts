import type { Db, Json, Tx } from '../platform/db/client.js';
import type { CaptureChange, CaptureFailureCode } from '../domain/evidence/capture.js';
import type { Header, Hop } from './fetch-page.js';
import type { PageReading } from './read-page.js';

/** Milliseconds until a worker that has begun a capture counts as gone. Longer than the job may take. */
const leaseMs = 45_000;

const fields = {
  id: true,
  evidenceId: true,
  number: true,
  outcome: true,
  reason: true,
  detail: true,
  change: true,
  url: true,
  redirects: true,
  requestHeaders: true,
  headers: true,
  status: true,
  mediaType: true,
  charset: true,
  language: true,
  sha256: true,
  size: true,
  title: true,
  excerpt: true,
  at: true,
} as const;

export type CaptureRow = NonNullable<Awaited<ReturnType<typeof readCapture>>>;

export const readCapture = async (db: Db, id: string) =>
  db.capture.findUnique({ where: { id }, select: fields });

/** Of this evidence. */
export async function findNewest(db: Db, evidenceId: string) {
  const where = { evidenceId };
  return (await db.capture.findFirst({ where, orderBy: { number: 'desc' }, select: fields })) ?? undefined;
}

export async function findEvidence(db: Db, id: string) {
  return db.evidence.findUnique({
    where: { id },
    select: { id: true, claimId: true, captureDueAt: true, erasedAt: true },
  });
}

/** What a worker took on. */
export interface Taken {
  evidenceId: string;
  claimId: string;
  url: string;
  /** This try is counted. */
  tries: number;
  /** How many captures there were when it began. */
  number: number;
}

/** Takes a capture that is due, for as long as a try may last; undefined where none is, or somebody has it. */
export async function takeCapture(db: Db, evidenceId: string): Promise<Taken | undefined> {
  const [taken] = await db.$queryRaw<Taken[]>`
    UPDATE evidence SET capture_tries = capture_tries + 1, capture_due_at = desk_now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${evidenceId}::uuid AND capture_due_at <= desk_now() AND erased_at IS NULL
    RETURNING id AS "evidenceId", claim_id AS "claimId", url, capture_tries AS tries,
      (SELECT coalesce(max(number), 0) FROM captures WHERE evidence_id = evidence.id) AS number`;
  return taken;
}

export async function lockClaim(tx: Tx, claimId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Locks the claim, then the evidence; false where another try has ended in the meantime, or what was captured was erased:
 * this one comes too late.
 */
export async function holdsStill(tx: Tx, { claimId, evidenceId, number }: Taken): Promise<boolean> {
  await lockClaim(tx, claimId);
  await tx.$queryRaw`SELECT 1 FROM evidence WHERE id = ${evidenceId}::uuid FOR NO KEY UPDATE`;
  const evidence = await tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { erasedAt: true },
  });
  if (evidence.erasedAt !== null) return false;
  return (await tx.capture.count({ where: { evidenceId, number: { gt: number } } })) === 0;
}

/** The last capture that succeeded: what a new one is compared with. */
export async function readLastGood(db: Db, evidenceId: string) {
  return db.capture.findFirst({
    where: { evidenceId, outcome: 'captured' },
    orderBy: { number: 'desc' },
    select: { sha256: true, textSha256: true },
  });
}

interface NewCapture extends Partial<PageReading> {
  evidenceId: string;
  number: number;
  url: string;
  redirects: Hop[];
  requestHeaders: Header[];
  failure: { code: CaptureFailureCode; detail: string } | null;
  change: CaptureChange | null;
  status: number | null;
  headers: Header[];
  sha256: string | null;
  size: number | null;
}

export async function insertCapture(tx: Tx, { failure, ...capture }: NewCapture): Promise<string> {
  const { id } = await tx.capture.create({
    data: {
      ...capture,
      redirects: capture.redirects as unknown as Json,
      outcome: failure ? 'failed' : 'captured',
      ...(failure && { reason: failure.code, detail: failure.detail }),
    },
    select: { id: true },
  });
  return id;
}

/** Whether a capture that was not erased rests on these bytes. */
export const isKept = async (db: Db, sha256: string): Promise<boolean> =>
  (await db.capture.count({ where: { sha256, evidence: { erasedAt: null } } })) > 0;

/** Those of them that a capture rests on that was not erased. */
export const findKept = async (db: Db, hashes: readonly string[]): Promise<Set<string>> =>
  distinctHashes(db, { sha256: { in: [...hashes] }, evidence: { erasedAt: null } });

/** Those of them that ever were captured. */
export const findCaptured = async (db: Db, hashes: readonly string[]): Promise<Set<string>> =>
  distinctHashes(db, { sha256: { in: [...hashes] } });

async function distinctHashes(db: Db, where: object): Promise<Set<string>> {
  const rows = await db.capture.findMany({ where, select: { sha256: true }, distinct: ['sha256'] });
  return new Set(rows.flatMap(({ sha256 }) => sha256 ?? []));
}

/** Its id; undefined where nothing has happened yet. */
export const findLastEvent = async (db: Db): Promise<string | undefined> =>
  (await db.event.findFirst({ orderBy: { seq: 'desc' }, select: { id: true } }))?.id;

export const hasEvent = async (db: Db, id: string): Promise<boolean> =>
  (await db.event.count({ where: { id } })) > 0;

/** When it is tried again; not at all without `seconds`. */
export async function setNextCapture(tx: Tx, evidenceId: string, seconds: number | undefined): Promise<void> {
  await tx.$executeRaw`
    UPDATE evidence SET capture_due_at = desk_now() + ${seconds ?? null}::float8 * interval '1 second'
    WHERE id = ${evidenceId}::uuid AND erased_at IS NULL`;
}

/**
 * Compare-and-set: false where a capture is owed already, or a verdict that was submitted waits to rest on what came of the last one:
 * it rests on no later one.
 */
export async function oweCapture(tx: Tx, evidenceId: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE evidence SET capture_due_at = desk_now(), capture_tries = 0
    WHERE id = ${evidenceId}::uuid AND capture_due_at IS NULL AND erased_at IS NULL
      AND NOT EXISTS (
        SELECT FROM verdict_evidence x JOIN verdicts v ON v.id = x.verdict_id
        WHERE x.evidence_id = evidence.id AND x.capture_id IS NULL AND v.status = 'submitted')`;
  return count === 1;
}

/** Evidence whose capture is due, what has waited longest first. */
export async function findDueCaptures(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM evidence WHERE capture_due_at <= (SELECT desk_now()) ORDER BY capture_due_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Submitted verdicts that cite this evidence: they may have waited for its capture. */
export async function findWaitingVerdicts(db: Db, evidenceId: string): Promise<string[]> {
  const rows = await db.verdict.findMany({
    where: { status: 'submitted', evidence: { some: { evidenceId } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
