/** What operators watch, in the form Prometheus reads (exposition format 0.0.4). */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from '../db/client.js';
import { readOwed } from './metrics.repository.js';

export type Metrics = ReturnType<typeof createMetrics>;

interface Deps {
  pool: Pool;
  /** How many readers wait, and the last position of the feed that this process knows. */
  tail: { waiting: () => number; end: () => bigint };
  /** How many jobs are in the queue, by state. Rejects while its store is down. */
  depth: () => Promise<Record<string, number>>;
  /** How often this process has let nobody in with a token, by identity provider. */
  refusedSignIns: () => Readonly<Record<string, number>>;
}

export function createMetrics({ pool, tail, depth, refusedSignIns }: Deps) {
  const registry = new Registry();
  // Event-loop lag, memory, garbage collection, file descriptors, CPU.
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name: `isnad_${name}`, help, labelNames, registers });

  const requests = new Histogram({
    name: 'isnad_http_request_seconds',
    help: 'Time to answer, by operation and status. Held long polls and streams count until their end.',
    labelNames: ['operation', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
    registers,
  });
  const connections = gauge('pool_connections', 'Connections to the database, by what they do', ['state']);
  const waiting = gauge('waiting_readers', 'Long polls and streams that wait for something to happen');
  const position = gauge('feed_position', 'The last place of the feed that this process has seen');
  const queue = gauge('queue_jobs', 'Jobs in the queue, by state', ['state']);
  const queueUp = gauge('queue_up', 'Whether the store of the queue answers');
  const unsequenced = gauge(
    'outbox_events',
    'Committed events that have no place in the feed yet (at most 10000)',
  );
  const relayLag = gauge('relay_lag_seconds', 'How long the oldest of them has waited');
  const undispatched = gauge('feed_undispatched', 'Entries of the feed whose work is not enqueued yet');
  const owed = gauge('oldest_owed_seconds', 'How long the oldest work of a kind has been owed', ['work']);

  const refused = new Counter({
    name: 'isnad_refused_sign_ins_total',
    help: 'Sign-ins at an identity provider, by token or with a browser, that let nobody in; the log says why',
    labelNames: ['provider'],
    registers,
  });

  const look = async (): Promise<void> => {
    connections.set({ state: 'idle' }, pool.idleCount);
    connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    connections.set({ state: 'awaited' }, pool.waitingCount);
    waiting.set(tail.waiting());
    position.set(Number(tail.end()));
    refused.reset();
    for (const [provider, count] of Object.entries(refusedSignIns())) refused.inc({ provider }, count);
    const counts = await depth().catch(() => undefined);
    queueUp.set(counts ? 1 : 0);
    for (const [state, count] of Object.entries(counts ?? {})) queue.set({ state }, count);
    const now = await readOwed(pool);
    unsequenced.set(now.unsequenced);
    relayLag.set(now.unsequencedAge);
    undispatched.set(now.undispatched);
    owed.set({ work: 'record-verdict' }, now.unrecordedAge);
    owed.set({ work: 'check-clock' }, now.dueAge);
  };

  return {
    contentType: registry.contentType,

    /** All figures as text; rejects where the database does not answer. */
    async render(): Promise<string> {
      await look();
      return registry.metrics();
    },

    /** One request, answered. */
    answered: (operation: string, status: number, ms: number): void => {
      requests.observe({ operation, status }, ms / 1_000);
    },
  };
}
