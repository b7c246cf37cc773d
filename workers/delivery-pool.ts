/**
 * Runs of deliveries, beside the jobs and not in their places: a receiver that takes its time would hold up
 * whatever else there is to do. A job only says to whom something may be owed.
 */
import type { WarnThrottled } from '../src/platform/throttled-warning.js';
import { inSpan, type Trace } from '../src/platform/tracing/trace.js';

export interface Deliveries {
  /** Delivers what is owed to a webhook by now; does nothing while somebody else is at it. */
  deliver(webhookId: string, halt: { stop: AbortSignal; cut: AbortSignal }): Promise<void>;
  /** Who is owed a run and has nobody at it, with the count of its leases. */
  findOwedRuns(): Promise<{ id: string; lease: bigint }[]>;
}

export interface DeliveryPool {
  /** Has what is owed to this webhook delivered, as soon as there is room. Never throws, never blocks. */
  send(webhookId: string): void;
  /** Sends nothing more, and resolves when what is on its way has arrived, or was broken off. */
  close(): Promise<void>;
}

interface Deps extends Pick<Deliveries, 'deliver'> {
  warn: WarnThrottled;
  trace?: Trace | undefined;
  /** Called when a run has ended: there may be more. */
  ended?: () => void;
  /** How many runs go on at once. */
  most?: number;
  /** How long what is on its way may take to arrive once this is closed. */
  graceMs?: number;
}

export function createDeliveryPool({
  deliver,
  warn,
  trace,
  ended = () => undefined,
  most = 200,
  graceMs = 8_000,
}: Deps): DeliveryPool {
  const stop = new AbortController();
  const cut = new AbortController();
  /** With the span of whoever asked for it. */
  const waiting = new Map<string, string | undefined>();
  const running = new Map<string, Promise<void>>();

  const start = (): void => {
    for (const [webhookId, traceparent] of waiting) {
      if (running.size >= most || stop.signal.aborted) return;
      if (running.has(webhookId)) continue;
      waiting.delete(webhookId);
      running.set(webhookId, run(webhookId, traceparent));
    }
  };

  async function run(webhookId: string, traceparent: string | undefined): Promise<void> {
    const span = { name: 'deliveries', kind: 'internal', from: { traceparent } } as const;
    try {
      await inSpan(trace, { ...span, attributes: { 'isnad.webhook': webhookId } }, () =>
        deliver(webhookId, { stop: stop.signal, cut: cut.signal }),
      );
    } catch (error) {
      warn(error, 'deliveries to a webhook broke off; they go on once its lease is over');
    }
    running.delete(webhookId);
    start();
    ended();
  }

  return {
    send: (webhookId) => {
      waiting.set(webhookId, trace?.current());
      start();
    },
    close: async () => {
      stop.abort();
      const grace = setTimeout(() => {
        cut.abort();
      }, graceMs);
      await Promise.all(running.values());
      clearTimeout(grace);
    },
  };
}
