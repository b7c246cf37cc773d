/**
 * Captured bytes that are equal are kept once. While an erasure looks whether others still rest on them and removes them,
 * nobody makes sure that they are there, and the other way round.
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
