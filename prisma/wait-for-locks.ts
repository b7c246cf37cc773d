/**
 * A verification or an export reads for minutes: what waited for it would hold up all that wants the same table after it. So a
 * change of the schema does not wait long, and tries again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Nobody waits longer than this for one table behind a migration that waits for somebody else. */
export const limitLockWait = `SET LOCAL lock_timeout = '2s'`;
/** So often it is tried, with pauses in which those who waited behind it go on. */
const mostTries = 60;
const pauseMs = 1_000;

/** `change` is one transaction, or several that can be done again, each of which begins with `limitLockWait`. */
export async function retryLockWait<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await change();
    } catch (error) {
      if (!hadToWait(error)) throw error;
      if (tries === mostTries) throw new Error(busy, { cause: error });
    }
    await pause(pauseMs);
  }
}

const hadToWait = (error: unknown): boolean =>
  error instanceof pg.DatabaseError
    ? error.code === '55P03' || error.code === '40P01'
    : error instanceof Error && error.cause !== undefined && hadToWait(error.cause);
const busy =
  'the tables are read or written without a break: end the verification, the export or the long transaction that does so, and migrate again';
