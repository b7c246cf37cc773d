/** Filling a database: connections on which a statement may take minutes. */
import type { Pool, PoolClient } from 'pg';
import { allowSilentSocket } from '../src/platform/db/socket-timeout.js';

/** To be released for good: with its settings it is of no use to others. */
export async function connectForLong(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  allowSilentSocket(client);
  await client.query('SET statement_timeout = 0');
  return client;
}

/** The rows are whole and consistent as they are written: triggers and foreign keys would only look again. */
export const trustRows = 'SET session_replication_role = replica';

export async function inLongSession<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await connectForLong(pool);
  try {
    return await work(client);
  } finally {
    client.release(true);
  }
}
