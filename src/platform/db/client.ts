import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.js';
import type { Prisma } from './generated/client.js';
import { createWriteWatch, type WriteWatch } from './refused-writes.js';
import { endSilentSockets, statementLimitMs } from './socket-timeout.js';
import { createStatementNames } from './statement-names.js';
import { queueStatements } from './statement-queue.js';

export type Pool = pg.Pool;
/** An open transaction. */
export type Tx = Prisma.TransactionClient;
/** A value for a jsonb column. */
export type Json = Prisma.InputJsonValue;
/** Either the client or an open transaction: repositories do not care which. */
export type Db = PrismaClient | Tx;

export interface Database {
  prisma: PrismaClient;
  /** The same connections, for the few paths where SQL is clearer or must be fast. */
  pool: pg.Pool;
  /** What became of its last writes. */
  writes: WriteWatch;
  close(): Promise<void>;
}

/** No default of `pg` has a limit; without these a stuck lock would hold a request for ever. */
const limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: statementLimitMs,
  // Whoever holds a claim holds it for milliseconds; who still waits then is told that it was changed meanwhile.
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 30_000,
};

export function connectDatabase(url: string, { connections = 10 } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // Timestamps are written and read as UTC whatever the server's zone is. No query of ours is meant to read
    // much: to compile one, or to spread it over processes, costs more than it can save.
    options: '-c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0',
    application_name: 'isnad',
    ...limits,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', endSilentSockets);
  const nameOf = createStatementNames('s');
  const prisma = new PrismaClient({
    adapter: queueStatements(new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) })),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return {
    prisma,
    pool,
    writes: createWriteWatch(pool),
    close: async () => {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
