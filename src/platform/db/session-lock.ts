import type { PoolClient } from 'pg';
import type { Pool } from './client.js';
import { allowSilentSocket } from './socket-timeout.js';
import { withConnection } from './with-connection.js';

/**
 * Lets one at a time work, of all processes; undefined while another is at it. The lock is held by a connection, not by
 * a transaction, because the work may take longer than a transaction should. A failure closes the connection, which
 * releases it.
 */
export const withSessionLock = <Result>(
  pool: Pool,
  lock: number,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result | undefined> =>
  withConnection(pool, async (client) => {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [lock]);
    if (rows[0]?.held !== true) return undefined;
    // Nothing is said on it meanwhile, however long that takes.
    const inTime = allowSilentSocket(client);
    const result = await work(client);
    await client.query('SELECT pg_advisory_unlock($1)', [lock]);
    inTime();
    return result;
  });
