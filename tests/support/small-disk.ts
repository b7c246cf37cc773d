/** A disk of a few megabytes, that can be filled up and freed again. */
import { spawnSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface SmallDisk {
  /** Writes until nothing fits any more. */
  fill(): Promise<void>;
  free(): Promise<void>;
  unmount: () => void;
}

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** Whether this user may mount one at all. */
export const mayMount = ((): boolean => {
  const path = '/mnt';
  const done = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path);
  if (done) run('umount', path);
  return done;
})();

export function mountSmallDisk(path: string, megabytes: number): SmallDisk {
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=711`, 'tmpfs', path))
    throw new Error(`no small disk could be mounted at ${path}`);
  const filler = join(path, 'filler');
  return {
    fill: async () => {
      const file = await open(filler, 'a');
      try {
        for (const size of [1 << 20, 1 << 12])
          while (
            await file.write(Buffer.alloc(size)).then(({ bytesWritten }) => bytesWritten === size, isFull)
          );
      } finally {
        await file.close();
      }
    },
    free: () => rm(filler, { force: true }),
    unmount: () => {
      run('umount', '-l', path);
    },
  };
}

function isFull(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  return false;
}
