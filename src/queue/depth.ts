import type { QueueBackend } from './backend.types.js';
import { openWhenNeeded } from './open-queue.js';
import { within } from './time-limit.js';

export interface QueueWatch {
  /** How many jobs there are, by state. Rejects while the store of the queue does not answer. */
  depth: () => Promise<Record<string, number>>;
  close: () => Promise<void>;
}

const timeLimitMs = 1_000;

export function watchQueue(backend: QueueBackend): QueueWatch {
  const queue = openWhenNeeded(backend);
  return {
    depth: () =>
      within(
        (async () => (await queue.open()).getJobCounts('waiting', 'active', 'delayed', 'failed'))(),
        timeLimitMs,
        'the queue did not say how long it is',
      ),
    close: queue.close,
  };
}
