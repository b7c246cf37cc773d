import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server tells about itself in `postmaster.pid`, one thing per line. */
interface PidFile {
  pid: number;
  port: number | undefined;
  ready: boolean;
}

/** Undefined where there is no such file, or one that is still being written. */
export async function readPidFile(dataFolder: string): Promise<PidFile | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, , , , status] = text.split('\n');
  if (!pid || !/^-?\d+$/.test(pid)) return undefined;
  // Negative: a single-user session, as a repair would use.
  return {
    pid: Math.abs(Number(pid)),
    port: port ? Number(port) : undefined,
    // A standby answers too, what only reads.
    ready: status?.trim() === 'ready' || status?.trim() === 'standby',
  };
}
