/** The log of deliveries, read; and a test written into it. */
import type { Db, Tx } from '../../platform/db/client.js';
import type { Attempt } from './attempt.js';
import type { Delivery } from './webhook.schema.js';

interface Reading {
  limit: number;
  /** The page begins below this. */
  below: bigint | undefined;
  outcome: Delivery['outcome'] | undefined;
  event: string | undefined;
}

/** Newest first. */
export async function readLog(
  db: Db,
  webhookId: string,
  { limit, below, outcome, event }: Reading,
): Promise<{ id: bigint; delivery: Delivery }[]> {
  const rows = await db.webhookAttempt.findMany({
    where: {
      webhookId,
      ...(below !== undefined && { id: { lt: below } }),
      ...(outcome && { outcome }),
      ...(event !== undefined && { eventId: event }),
    },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(({ id, at, nextAt, ...row }) => ({
    id,
    delivery: {
      event: { id: row.eventId, type: row.type },
      attempt: row.number,
      attemptedAt: at.toISOString(),
      outcome: row.outcome as Delivery['outcome'],
      httpStatus: row.status,
      problem: row.problem,
      response: row.excerpt,
      durationMs: row.durationMs,
      nextAt: nextAt?.toISOString() ?? null,
    },
  }));
}

/** A test stands in the log like any attempt; it has no place in the feed, and is never tried again. */
export async function logTest(
  tx: Tx,
  webhookId: string,
  event: { id: string; type: string },
  { status, problem, excerpt, durationMs }: Attempt,
): Promise<Delivery> {
  const { id } = await tx.webhookAttempt.create({
    data: {
      webhookId,
      eventId: event.id,
      type: event.type,
      round: 0,
      number: 1,
      outcome: problem === null ? 'delivered' : 'failed',
      status,
      problem,
      excerpt,
      durationMs,
    },
    select: { id: true },
  });
  const [row] = await readLog(tx, webhookId, {
    limit: 1,
    below: id + 1n,
    outcome: undefined,
    event: undefined,
  });
  if (!row) throw new Error('the log lost what was just written');
  return row.delivery;
}
