import pg from 'pg';
import type { Log } from '../log.js';
import { readAddressFile } from './address-file.js';
import { startEmbeddedPostgres } from './postgres.js';

/** The database of a process that runs on `dir` now, or else the same one started for the caller alone. */
export async function reachDatabase({ dir, log }: { dir: string; log: Log }) {
  const running = await readAddressFile(dir, 'database');
  const owner = await readAddressFile(dir, 'owner');
  if (running !== undefined && owner !== undefined && (await answers(running))) {
    return { url: running, ownerUrl: owner, stop: () => Promise.resolve() };
  }
  return startEmbeddedPostgres({ dir, log });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
