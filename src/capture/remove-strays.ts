/** Bytes that no capture speaks of: a worker was killed between keeping them and writing that it did. */
import type { Store } from '../platform/db/transaction.js';
import { sweepIntervalMs } from '../platform/queue/sweep.js';
import type { WarnThrottled } from '../platform/throttled-warning.js';
import { findCaptured, findKept, findLastEvent, hasEvent, isKept } from './capture.repository.js';
import { withFileLock } from './file-lock.js';
import { StoreFault, type PageStore, type Shelves } from './page-store.js';

/** A capture that is under way has long been written down by then, or is begun anew. */
const afterMs = 3_600_000;
const shelfCount = 256;

interface Deps {
  store: Store;
  pages: PageStore;
  warn: WarnThrottled;
  now?: () => number;
}

/** Each sweep looks at the next of 256 shelves, so that it costs little however much is kept. Gives how many were removed. */
export function createStrayRemoval({ store, pages: { shelves }, warn, now = Date.now }: Deps) {
  /** When it was last found that not all in the folder is of this database, and said. */
  let refusedAt = -Infinity;
  /** Whether everything that was there before folders had ids is of this database. */
  let wasKnown: boolean | undefined;

  const refuse = (reason: string, why: string): false => {
    if (now() - refusedAt >= afterMs) {
      refusedAt = now();
      warn(reason, why);
    }
    return false;
  };

  const isOwn = async (folder: Shelves): Promise<boolean> => {
    const { users } = folder;
    const others = await users.others();
    if (others.length === 0) return isNewest(folder);
    if (!(await users.onlyBefore())) return refuse(others.join(', '), sharedFolder);
    // It costs as much as there is: each process looks once.
    wasKnown ??= await knowsAll(store, folder);
    if (!wasKnown) return refuse('some of its files are of no capture here', beforeIds);
    await users.forgetBefore();
    return (await users.others()).length === 0 && isNewest(folder);
  };

  /** Where an older state of the database came back, files that it does not know may be those of the newer one. */
  const isNewest = async ({ users }: Shelves): Promise<boolean> => {
    const known = await users.lastEvent();
    if (known !== undefined && !(await hasEvent(store.db, known)))
      return refuse(`event ${known} is missing`, olderState);
    const last = await findLastEvent(store.db);
    if (last !== undefined && last !== known) await users.noteLastEvent(last);
    return true;
  };

  const sweep = async (folder: Shelves): Promise<number> => {
    if (!(await folder.users.isUsed()) || !(await isOwn(folder))) return 0;
    const before = now() - afterMs;
    const old = await folder.listOlder(Math.floor(now() / sweepIntervalMs) % shelfCount, before);
    const kept = await findKept(store.db, old);
    let removed = 0;
    for (const sha256 of old.filter((each) => !kept.has(each)))
      await withFileLock(store, sha256, async (tx) => {
        if ((await isKept(tx, sha256)) || !(await folder.removeOlder(sha256, before))) return;
        removed++;
      }).catch(warnOfFault);
    return removed;
  };

  /** It goes on without: the next round comes to the same shelf, and nothing waits for it. */
  const warnOfFault = (error: unknown): void => {
    const cause = error instanceof StoreFault ? (error.cause ?? error) : error;
    warn(cause, 'captured bytes that nothing refers to could not be removed');
  };

  return async (): Promise<number> => {
    if (!shelves) return 0;
    try {
      return await sweep(shelves);
    } catch (error) {
      warnOfFault(error);
      return 0;
    }
  };
}

const sharedFolder =
  'nothing is removed from EVIDENCE_DIR, where another database keeps pages, too: give each a folder of its own. If all others are gone: isnad adopt --evidence';
const beforeIds =
  'nothing is removed from EVIDENCE_DIR, where pages were kept before it was noted by which database. If they are this one’s: isnad adopt --evidence';
const olderState =
  'nothing is removed from EVIDENCE_DIR, which was used by a newer state of this database: restore that one. If it is lost: isnad adopt --evidence';

async function knowsAll({ db }: Store, folder: Shelves): Promise<boolean> {
  for (let shelf = 0; shelf < shelfCount; shelf++) {
    const all = await folder.listOlder(shelf, Infinity);
    if ((await findCaptured(db, all)).size < all.length) return false;
  }
  return true;
}
