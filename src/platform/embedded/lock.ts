import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { Failure } from '../errors.js';
import { startOf } from './process-start.js';

/** Gives the lock back. */
export type Release = () => Promise<void>;

/**
 * Takes a lock that does not outlive its process: it says which process holds it and when that one started,
 * and counts for nothing once there is no such process. Throws a Failure when a living one holds it; `what`
 * is what is locked, in words.
 */
export async function acquireLock(file: string, what: string): Promise<Release> {
  const mine = `${String(process.pid)}\n${(await startOf(process.pid)) ?? ''}\n${randomUUID()}\n`;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, mine, { mode: 0o644 });
  try {
    // A link appears with all of its content, or not at all when there is one already.
    while (!(await succeeds(link(draft, file), 'EEXIST'))) {
      const holder = await holderOf(file);
      if (holder !== undefined) throw inUse(what, holder);
      await setAside(file);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
  };
}

/** The number of the living process that holds the lock. */
export async function holderOf(file: string): Promise<number | undefined> {
  const [pid, start] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (!pid || !start) return undefined;
  return (await startOf(Number(pid))) === start ? Number(pid) : undefined;
}

/** Removes a dead process's lock, and nothing else: another may have replaced it since we looked. */
async function setAside(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  if (!(await succeeds(rename(file, aside), 'ENOENT'))) return;
  if ((await holderOf(aside)) !== undefined) await succeeds(link(aside, file), 'EEXIST');
  await rm(aside, { force: true });
}

async function succeeds(step: Promise<void>, unless: string): Promise<boolean> {
  try {
    await step;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === unless) return false;
    throw error;
  }
}

const inUse = (what: string, pid: number): Failure =>
  new Failure('upstream', `${what} is already in use by process ${String(pid)}.`);
