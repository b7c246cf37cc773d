/** Bytes that no capture speaks of: a worker was killed between keeping them and writing that it did. */
import type { Store } from '../platform/db/transaction.js';
import { sweepIntervalMs } from '../platform/queue/sweep.job.js';
import { isKept } from './capture.repository.js';
import { withFileLock } from './file-lock.js';
import type { PageStore } from './page-store.js';

/** A capture that is under way has long been written down by then, or is begun anew. */
const afterMs = 3_600_000;
const shelves = 256;

interface Deps {
  store: Store;
  pages: PageStore;
  now?: () => number;
}

/** Each sweep looks at the next of 256 shelves, so that it costs little however much is kept. Gives how many were removed. */
export const createStrayRemoval =
  ({ store, pages, now = Date.now }: Deps) =>
  async (): Promise<number> => {
    const shelf = Math.floor(now() / sweepIntervalMs) % shelves;
    const old = (await pages.listOlder?.(shelf, now() - afterMs)) ?? [];
    let removed = 0;
    for (const sha256 of old)
      await withFileLock(store, sha256, async (tx) => {
        if (await isKept(tx, sha256)) return;
        await pages.remove(sha256);
        removed++;
      });
    return removed;
  };
