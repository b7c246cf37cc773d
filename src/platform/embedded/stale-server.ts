import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../errors.js';
import { readPidFile } from './pid-file.js';
import { exists, isGoneWithin, isServerOf } from './process-start.js';

/** Signals of PostgreSQL's postmaster: fast shutdown, then immediate, then none of its choice. */
const farewells = [
  { signal: 'SIGINT', withinMs: 10_000 },
  { signal: 'SIGQUIT', withinMs: 5_000 },
  { signal: 'SIGKILL', withinMs: 5_000 },
] as const;

/** Ends a server of ours, cleanly if it lets itself be. */
export async function endServer(pid: number): Promise<void> {
  for (const { signal, withinMs } of farewells) {
    if (!exists(pid)) return;
    process.kill(pid, signal);
    if (await isGoneWithin(pid, withinMs)) return;
  }
  throw new Failure('upstream', `PostgreSQL, process ${String(pid)}, cannot be ended.`);
}

/**
 * Ends the server that lives on after the Isnad that started it was killed; only to be called by who holds
 * the folder's lock. Resolves to its process number when there was one.
 */
export async function endStaleServer(dataFolder: string): Promise<number | undefined> {
  const left = await readPidFile(dataFolder);
  if (!left || !exists(left.pid)) return undefined; // the server itself sees that the file is stale
  if (await isServerOf(left.pid, dataFolder)) {
    await endServer(left.pid);
    return left.pid;
  }
  // Somebody else has the number by now, and the server would take that for a running one and refuse.
  await rm(join(dataFolder, 'postmaster.pid'), { force: true });
  return undefined;
}
