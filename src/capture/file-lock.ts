/**
 * Captured bytes that are equal are kept once. Under this lock an erasure looks for other captures of them and removes them;
 * no capture puts the same bytes meanwhile.
 */
import type { Tx } from '../platform/db/client.js';
import type { Store } from '../platform/db/transaction.js';

export const withFileLock = (
  { transact }: Pick<Store, 'transact'>,
  sha256: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> =>
  transact(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`;
    await work(tx);
  });
