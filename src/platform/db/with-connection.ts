import type { PoolClient } from 'pg';
import type { Pool } from './client.js';

/**
 * A connection for as long as `work` takes. After a failure it is closed, because nobody knows what it still
 * holds; when it breaks while nobody asks anything of it, that is not the end of the process.
 */
export async function withConnection<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const breaks = (error: unknown): void => {
    broken ??= error instanceof Error ? error : new Error(String(error));
  };
  client.on('error', breaks);
  try {
    return await work(client);
  } catch (error) {
    breaks(error);
    throw error;
  } finally {
    client.release(broken);
    client.removeListener('error', breaks);
  }
}
