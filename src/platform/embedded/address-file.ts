import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Log } from '../log.js';
import { startEmbeddedPostgres } from './postgres.js';

const addressFile = (dir: string): string => join(dir, 'database.url');

/** Leaves the address of a running database for commands that come later; gives back what removes it. */
export async function writeAddressFile(dir: string, url: string): Promise<() => Promise<void>> {
  await writeFile(addressFile(dir), `${url}\n`, { mode: 0o600 });
  return () => rm(addressFile(dir), { force: true });
}

/** The database of a process that runs on `dir` now, or else the same one started for the caller alone. */
export async function readAddressFile({ dir, log }: { dir: string; log: Log }) {
  const running = await readFile(addressFile(dir), 'utf8').catch(() => undefined);
  if (running !== undefined && (await answers(running.trim()))) {
    return { url: running.trim(), stop: () => Promise.resolve() };
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
