import type { OpenQueue, QueueBackend } from './backend.types.js';

interface LazyQueue {
  /** The queue, opened by the first who asks, and again by the next where that failed. */
  open: () => Promise<OpenQueue>;
  close: () => Promise<void>;
}

export function openWhenNeeded(backend: QueueBackend): LazyQueue {
  let opening: Promise<OpenQueue> | undefined;
  return {
    open: () =>
      (opening ??= openFresh(backend).catch((error: unknown) => {
        opening = undefined;
        throw error;
      })),
    close: async () => {
      const queue = await opening?.catch(() => undefined);
      await queue?.close();
    },
  };
}

async function openFresh(backend: QueueBackend): Promise<OpenQueue> {
  await backend.reach();
  const queue = backend.openQueue();
  try {
    await queue.waitUntilReady();
    return queue;
  } catch (error) {
    await queue.close().catch(() => undefined);
    throw error;
  }
}
