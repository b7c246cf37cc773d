/** A database that answers and takes no writes: why, and for how long that is told. */
import { Failure } from '../errors.js';
import type pg from 'pg';
import { sqlState } from './sql-errors.js';

const reasons: Record<string, string> = {
  '25006': 'it is read-only, as a standby is',
  '53100': 'its disk is full',
  '58030': 'its disk does not work',
};

/** Why the database took no write, where it was that. */
export function whyRefused(error: unknown): string | undefined {
  const own = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return reasons[sqlState(error) ?? ''] ?? (typeof own === 'string' ? reasons[own] : undefined);
}

const noWrites = (why: string): string => `The database takes no writes: ${why}.`;

export const cannotWrite = (why: string): Failure =>
  new Failure('busy', `${noWrites(why)} Reading works. Try again once the operator has seen to it.`, {
    code: 'database_cannot_write',
    retryAfter: 30,
  });

/** What the last writes of this process met. */
export interface WriteWatch {
  refused(why: string): void;
  check(): Promise<true | string>;
}

/** No new try within this time after a refusal. */
const quietMs = 5_000;

/** Takes room on the disk, as a write does, and gives it back at once. */
const tryWrite = `CREATE TEMP TABLE isnad_write_test ON COMMIT DROP AS SELECT repeat('x', 1000) FROM generate_series(1, 100)`;

export function createWriteWatch(pool: pg.Pool): WriteWatch {
  let last: { why: string; at: number } | undefined;
  return {
    refused: (why) => {
      last = { why, at: performance.now() };
    },
    check: async () => {
      const { rows } = await pool.query<{ off: boolean }>(
        `SELECT current_setting('transaction_read_only')::bool AS off`,
      );
      if (rows[0]?.off) return noWrites(reasons['25006'] ?? '');
      if (!last) return true;
      if (performance.now() - last.at < quietMs) return noWrites(last.why);
      try {
        await pool.query(tryWrite);
        last = undefined;
        return true;
      } catch (error) {
        const why = whyRefused(error);
        if (why === undefined) throw error;
        last = { why, at: performance.now() };
        return noWrites(why);
      }
    },
  };
}
