/** What became of an attempt, written in one statement, and only while the lease it was made under holds. */
import type { Db, Tx } from '../../platform/db/client.js';
import type { Ending } from '../../domain/delivery/ending.js';
import type { Attempt } from './attempt.js';
import type { Leased } from './lease.repository.js';
import type { Entry } from './feed-cursor.repository.js';

/** What is left of a lane: untouched, clear again, or held up at an event. */
export type Lane = 'untouched' | 'clear' | { position: bigint; attempts: number; inMs: number };

export interface Outcome {
  entry: Entry;
  attempt: Attempt;
  /** Counts the attempts of this event, from 1. */
  number: number;
  outcome: 'delivered' | 'failed' | 'given_up';
  lane: Lane;
  /** Up to here everything is settled or held up. */
  cursor: bigint;
  /** Nothing new before so long; null: as it was, unless it has recovered. */
  holdMs: number | null;
  /** It had been ill and is well: what is held up is due at once. */
  recovered: boolean;
}

/** Recall asks who received these, whenever it was; of everything else the log is enough. */
const recalled = ['claim.approved', 'claim.retracted', 'claim.merged'];

/**
 * The settings' version; undefined where nothing was written: the lease or the round is over, or a failure is that of
 * settings that hold no longer. What was accepted counts wherever it was sent; the place stays then, because the settings of now
 * may ask for what was passed over.
 */
export async function recordOutcome(
  db: Db,
  { id, lease, round, version }: Pick<Leased, 'id' | 'lease' | 'round' | 'version'>,
  { entry, attempt, number, outcome, lane, cursor, holdMs, recovered }: Outcome,
): Promise<number | undefined> {
  const delivered = outcome === 'delivered';
  const { position, attempts, inMs } =
    typeof lane === 'object' ? lane : { position: null, attempts: 0, inMs: 0 };
  const nextInMs = outcome === 'failed' ? inMs : null;
  const [row] = await db.$queryRaw<{ version: number }[]>`
    WITH clock AS (SELECT desk_now() AS now),
    mine AS (
      UPDATE webhooks SET position = CASE WHEN version = ${version} THEN ${cursor} ELSE position END,
        failures = CASE WHEN ${delivered} THEN 0 ELSE failures + 1 END,
        failing_since = CASE WHEN ${delivered} THEN NULL ELSE coalesce(failing_since, clock.now) END,
        hold_until = CASE WHEN ${recovered} THEN NULL
          ELSE coalesce(clock.now + make_interval(secs => ${holdMs}::float8 / 1000), hold_until) END,
        delivered_at = CASE WHEN ${delivered} THEN clock.now ELSE delivered_at END
      FROM clock
      WHERE id = ${id}::uuid AND lease = ${lease} AND round = ${round} AND (version = ${version} OR ${delivered})
      RETURNING id, version, clock.now),
    cleared AS (
      DELETE FROM webhook_retries r USING mine
      WHERE r.webhook_id = mine.id AND r.lane = ${entry.lane}::uuid AND ${lane === 'clear'}),
    held AS (
      INSERT INTO webhook_retries AS r (webhook_id, lane, position, attempts, first_at, next_at)
      SELECT mine.id, ${entry.lane}::uuid, ${position}::bigint, ${attempts}, mine.now,
        mine.now + make_interval(secs => ${inMs}::float8 / 1000)
      FROM mine WHERE ${position}::bigint IS NOT NULL
      ON CONFLICT (webhook_id, lane) DO UPDATE SET position = EXCLUDED.position, attempts = EXCLUDED.attempts,
        next_at = EXCLUDED.next_at,
        first_at = CASE WHEN r.position = EXCLUDED.position AND r.attempts > 0 THEN r.first_at ELSE EXCLUDED.first_at END),
    roused AS (
      UPDATE webhook_retries r SET next_at = mine.now FROM mine
      WHERE r.webhook_id = mine.id AND r.lane <> ${entry.lane}::uuid AND r.next_at > mine.now AND ${recovered}),
    received AS (
      INSERT INTO webhook_receipts (webhook_id, event_seq, at)
      SELECT mine.id, ${entry.seq}, mine.now FROM mine
      WHERE ${delivered && recalled.includes(entry.row.type)} ON CONFLICT DO NOTHING),
    logged AS (
      INSERT INTO webhook_attempts
        (webhook_id, event_id, type, position, round, number, outcome, status, problem, excerpt, duration_ms, at, next_at)
      SELECT mine.id, ${entry.row.id}::uuid, ${entry.row.type}, ${entry.position}, ${round}, ${number},
        ${outcome}, ${attempt.status}, ${attempt.problem}, ${attempt.excerpt}, ${attempt.durationMs}, mine.now,
        mine.now + make_interval(secs => ${nextInMs}::float8 / 1000)
      FROM mine)
    SELECT version FROM mine`;
  return row?.version;
}

/** Moves the place in the feed on past what was not asked for; false where the lease, the round or the settings are over. */
export async function moveOn(
  db: Db,
  { id, lease, round, version }: Pick<Leased, 'id' | 'lease' | 'round' | 'version'>,
  cursor: bigint,
): Promise<boolean> {
  const moved = await db.$executeRaw`
    UPDATE webhooks SET position = ${cursor}
    WHERE id = ${id}::uuid AND lease = ${lease} AND round = ${round} AND version = ${version}`;
  return moved === 1;
}

/** False where it is not enabled any more, or not as it was when the reason was found. */
export async function disable(
  tx: Tx,
  { id, version }: Pick<Leased, 'id' | 'version'>,
  { reason, detail }: Ending,
): Promise<boolean> {
  const disabled = await tx.$executeRaw`
    UPDATE webhooks SET status = 'disabled', reason = ${reason}, detail = ${detail}, disabled_at = desk_now(),
      version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND status = 'enabled'`;
  return disabled === 1;
}

const kept = 1_000;

/**
 * Deletes the oldest of the log: a thousand that succeeded are kept, and a thousand that did not. What is settled past the place in the
 * feed stays: whoever goes on from there knows by it what not to send again (`readDone`).
 */
export async function pruneLog(db: Db, webhookId: string): Promise<void> {
  for (const delivered of [true, false]) {
    await db.$executeRaw`
      DELETE FROM webhook_attempts a WHERE webhook_id = ${webhookId}::uuid AND (outcome = 'delivered') = ${delivered}
        AND NOT EXISTS (
          SELECT FROM webhooks w WHERE w.id = a.webhook_id AND w.round = a.round AND a.position > w.position)
        AND id <= (SELECT id FROM webhook_attempts
          WHERE webhook_id = ${webhookId}::uuid AND (outcome = 'delivered') = ${delivered}
          ORDER BY id DESC OFFSET ${kept} LIMIT 1)`;
  }
}
