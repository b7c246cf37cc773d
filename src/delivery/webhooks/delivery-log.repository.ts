/** A test, written into the log of deliveries. */
import type { Tx } from '../../platform/db/client.js';
import type { Attempt } from './attempt.js';
import type { Delivery } from './webhook.schema.js';

/** A test stands in the log like any attempt; it has no place in the feed, and is never tried again. */
export async function logTest(
  tx: Tx,
  webhookId: string,
  event: Delivery['event'],
  { status, problem, excerpt, durationMs }: Attempt,
): Promise<Delivery> {
  const { id, at, number, outcome } = await tx.webhookAttempt.create({
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
    select: { id: true, at: true, number: true, outcome: true },
  });
  return {
    id: String(id),
    event: { id: event.id, type: event.type },
    attempt: number,
    attemptedAt: at.toISOString(),
    outcome: outcome as Delivery['outcome'],
    httpStatus: status,
    problem,
    response: excerpt,
    durationMs,
    nextAt: null,
  };
}
