import { withSessionLock } from '../../platform/db/session-lock.js';
import type { Db, Pool, Tx } from '../../platform/db/client.js';
import { checkpointGraceMinutes, checkpointPeriod } from '../../platform/config/defaults.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { sealed, type Checkpoint } from './statement.js';

/** Any number, as long as nothing else in this database uses it. */
const signingLock = 47_624;

/** Lets one at a time sign; undefined while another process is at it. */
export const whileSigning = <Result>(pool: Pool, work: () => Promise<Result>): Promise<Result | undefined> =>
  withSessionLock(pool, signingLock, work);

const select = { statement: true, signature: true } as const;
const view = (row: { statement: string; signature: string }): Checkpoint =>
  sealed(row.statement, row.signature);

export async function findCheckpoint(db: Db, number: number): Promise<Checkpoint | undefined> {
  const row = await db.checkpoint.findUnique({ where: { number }, select });
  return row ? view(row) : undefined;
}

export async function lastCheckpoint(db: Db): Promise<Checkpoint | undefined> {
  const row = await db.checkpoint.findFirst({ orderBy: { number: 'desc' }, select });
  return row ? view(row) : undefined;
}

/** Those behind this number, oldest first. */
export async function listCheckpointsAfter(db: Db, number: number): Promise<Checkpoint[]> {
  const where = { number: { gt: number } };
  return (await db.checkpoint.findMany({ where, orderBy: { number: 'asc' }, select })).map(view);
}

/** Whether a checkpoint is due, and how long it has been. */
interface Signing {
  due: boolean;
  /** For longer than `checkpointGraceMinutes`. */
  overdue: boolean;
  since: Date | null;
  /** Why the last attempt failed, where there was one since it is due. */
  problem: string | null;
}

/**
 * One is due where none was made in this period (`checkpointPeriod`) by the clock of the desk, though something has happened;
 * or since texts were redacted: what is left of the events that held them is proven by no checkpoint before.
 */
export async function readSigning(db: Db): Promise<Signing> {
  const [row] = await db.$queryRaw<[Signing]>`
    WITH last AS (SELECT at, position FROM checkpoints ORDER BY number DESC LIMIT 1), owed AS (
      SELECT least(
        (SELECT date_trunc(${checkpointPeriod}, at, 'UTC') + ('1 ' || ${checkpointPeriod})::interval FROM last),
        (SELECT least(e.at, desk_now()) FROM feed f JOIN events e ON e.seq = f.event_seq WHERE NOT EXISTS (SELECT FROM last)
          ORDER BY f.position LIMIT 1),
        (SELECT min(w.since) FROM last JOIN withheld_texts w ON w.since > last.at - interval '1 day' WHERE EXISTS (
          SELECT FROM events e JOIN feed f ON f.event_seq = e.seq
          WHERE e.claim_id = w.subject_id AND e.ordinal = w.before AND f.position > last.position
          UNION ALL
          SELECT FROM events e JOIN feed f ON f.event_seq = e.seq
          WHERE e.claim_id IS NULL AND e.subject_id = w.subject_id AND e.subject_ordinal = w.before AND f.position > last.position))
      ) AS since)
    SELECT coalesce(since <= desk_now(), false) AS due, since,
      coalesce(since <= desk_now() - make_interval(mins => ${checkpointGraceMinutes}), false) AS overdue,
      (SELECT problem FROM signing_attempts WHERE at >= since) AS problem
    FROM owed`;
  return row;
}

export async function noteAttempt(db: Db, problem: string | null): Promise<void> {
  await db.$executeRaw`
    INSERT INTO signing_attempts (problem) VALUES (${problem})
    ON CONFLICT (id) DO UPDATE SET at = excluded.at, problem = excluded.problem`;
}

export async function insertCheckpoint(tx: Tx, { statement, signature }: Checkpoint): Promise<void> {
  const text = canonicalJson(statement);
  await tx.$executeRaw`
    INSERT INTO checkpoints (number, at, position, statement, signature)
    VALUES (${statement.number}, ${statement.at}::timestamptz, ${statement.feed.position}, ${text}, ${signature})`;
}

/** Each key that has signed, with the first and the last checkpoint that it signed. */
export async function listKeys(db: Db): Promise<{ key: string; log: string; first: number; last: number }[]> {
  return db.$queryRaw`
    SELECT statement::jsonb ->> 'key' AS key, max(statement::jsonb -> 'log' ->> 'origin') AS log,
      min(number) AS first, max(number) AS last
    FROM checkpoints GROUP BY 1 ORDER BY 3`;
}
