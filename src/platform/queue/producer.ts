import type { Trace } from '../tracing/trace.js';
import type { QueueBackend } from './backend.types.js';
import type { Enqueue, JobContracts } from './job.js';
import { openWhenNeeded } from './open-queue.js';
import { within } from '../time-limit.js';

export interface Producer {
  enqueue: Enqueue;
  close(): Promise<void>;
}

const timeLimitMs = 8_000;

const hour = 3_600;
/**
 * What is done or given up stays to be looked at, for a while and up to a number. Ages in seconds. PostgreSQL looks
 * through those that are kept whenever one more is done: a thousand of them halve what a worker gets through.
 */
const keepDone = { age: hour, count: 100 };
const keepFailed = { age: 7 * 24 * hour, count: 5_000 };

/**
 * Sends jobs. One queue holds them all: they are short, do not wait for one another, and are worked on in
 * parallel. A kind of job that holds others up would be the reason for a second queue.
 */
export function createProducer(backend: QueueBackend, contracts: JobContracts, trace?: Trace): Producer {
  const queue = openWhenNeeded(backend);

  return {
    enqueue: async ({ name, payload, delayMs }, { id }) => {
      const contract = contracts[name];
      if (!contract) throw new Error(`there is no job ${name}`);
      const { payload: schema, attempts, backoffMs } = contract;
      const data: unknown = schema.parse(payload);
      const traceparent = trace?.current();
      const send = async (): Promise<void> => {
        await (
          await queue.open()
        ).add(name, data, {
          jobId: id,
          attempts,
          ...(delayMs !== undefined && delayMs > 0 && { delay: delayMs }),
          ...(backoffMs > 0 && { backoff: { type: 'exponential', delay: backoffMs } }),
          // BullMQ's own place for it, which it hands on untouched.
          ...(traceparent !== undefined && { telemetry: { metadata: traceparent } }),
          removeOnComplete: keepDone,
          removeOnFail: keepFailed,
          stackTraceLimit: 5,
        });
      };
      await within(send(), timeLimitMs, `the queue did not take a ${name} job`);
    },
    close: queue.close,
  };
}
