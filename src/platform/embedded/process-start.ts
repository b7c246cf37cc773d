import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { platform } from 'node:os';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * When the process started, as text that no other process with the same number ever has; undefined when it is
 * gone. A number alone proves nothing: after a reboot, or in a container, it soon belongs to somebody else.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (platform() !== 'linux') return askPs(pid, 'lstart=');
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => undefined);
  // The name, in parentheses, can hold anything; after it come the state and, 19 fields on, the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields?.[0], fields?.[19]];
  if (ticks === undefined || state === 'Z' || state === 'X') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  return `${boot.trim()}/${ticks}`;
}

/** Whether the process is a PostgreSQL server of this data folder, and not whoever got its number later. */
export async function isServerOf(pid: number, dataFolder: string): Promise<boolean> {
  if ((await startOf(pid)) === undefined) return false;
  const folder = await realpath(dataFolder);
  if (platform() !== 'linux') {
    const command = (await askPs(pid, 'command=')) ?? '';
    return command.includes('postgres') && (command.includes(dataFolder) || command.includes(folder));
  }
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
  const [program = '', ...flags] = command.split('\0');
  const named = flags[flags.indexOf('-D') + 1] ?? '';
  return basename(program) === 'postgres' && (await realpath(named).catch(() => named)) === folder;
}

export const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Resolves to whether it was gone within `ms`. */
export async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while ((await startOf(pid)) !== undefined) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

async function askPs(pid: number, column: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', column], {
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
