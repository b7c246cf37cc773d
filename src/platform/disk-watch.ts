/** A folder whose disk takes no files: why, and for how long that is told. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './write-file-atomically.js';

const reasons: Record<string, string> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'no more is allowed on its disk',
  EROFS: 'its disk is read-only',
};

/** Why a file could not be written, where it was that. */
export function whyNoRoom(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = 'code' in error ? reasons[String(error.code)] : undefined;
  return own ?? whyNoRoom(error.cause);
}

interface DiskWatch {
  /** Gives on what the work gives or throws, and keeps in mind that the disk was in its way. */
  writing: <Result>(work: () => Promise<Result>) => Promise<Result>;
  check: () => Promise<true | string>;
}

/** No new try within this time after a refusal. */
const quietMs = 5_000;
/** So often a shared folder is tried where this process writes nothing there: for others its disk may be full. */
const everyMs = 60_000;
/** As much as a small page. */
const triedBytes = 100_000;

/** `setting`: what names the folder. `isShared`: other processes write there too, and this one may at any time. */
export function createDiskWatch(dir: string, setting: string, { isShared = false } = {}): DiskWatch {
  let last: { why: string; at: number } | undefined;
  let triedAt = -Infinity;
  const saying = (why: string): string => `Nothing can be kept in ${setting}: ${why}.`;
  const told = (): true | string => (last ? saying(last.why) : true);
  const writing: DiskWatch['writing'] = async (work) => {
    try {
      triedAt = performance.now();
      const result = await work();
      last = undefined;
      return result;
    } catch (error) {
      const why = whyNoRoom(error);
      if (why !== undefined) last = { why, at: performance.now() };
      throw error;
    }
  };
  return {
    writing,
    check: async () => {
      if (!last && (!isShared || performance.now() - triedAt < everyMs)) return true;
      if (last && performance.now() - last.at < quietMs) return saying(last.why);
      // Nobody may write there for long: it is found out here whether there is room.
      await writing(() => tryToWrite(dir)).catch((error: unknown) => {
        if (whyNoRoom(error) === undefined) throw error;
      });
      return told();
    },
  };
}

async function tryToWrite(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `.room-${randomBytes(4).toString('hex')}`);
  await writeWhole(file, Buffer.alloc(triedBytes), 0o600);
  await rm(file, { force: true });
}
