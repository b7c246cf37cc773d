/** Processes of the bench: where they run, what they say, what they cost. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, closeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from '../src/platform/config/env.js';
import { projectRoot } from '../src/platform/project-root.js';

/** The server under measure has a core to itself; load and database share the next, or have one each. */
interface Cores {
  server: number | undefined;
  load: number | undefined;
  database: number | undefined;
}

const canPin = ((): boolean => {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' });
    return availableParallelism() > 1;
  } catch {
    return false;
  }
})();

export const cores: Cores = canPin
  ? { server: 0, load: 1, database: availableParallelism() > 2 ? 2 : 1 }
  : { server: undefined, load: undefined, database: undefined };

/** Pins a running process, or lets it go where it likes; children that it has later go with it. */
export function pin(pid: number | undefined, core: number | 'any' | undefined): void {
  if (pid === undefined || core === undefined || cores.server === undefined) return;
  const list = core === 'any' ? `0-${String(availableParallelism() - 1)}` : String(core);
  execFileSync('taskset', ['-a', '-c', '-p', list, String(pid)], { stdio: 'ignore' });
}

interface Running {
  pid: number;
  child: ChildProcess;
  stop(): Promise<void>;
}

interface Start {
  /** The project it is started from, where it is not this one. */
  root?: string | undefined;
  entry: string;
  /** Options of Node itself. */
  node?: string[];
  args?: string[];
  env?: Record<string, string>;
  core?: number | undefined;
  /** Where what it says goes. */
  logFile?: string;
  /** With a channel for messages. */
  channel?: boolean;
}

export function startNode({
  root = projectRoot,
  entry,
  node = [],
  args = [],
  env = {},
  core,
  logFile,
  channel = false,
}: Start): Running {
  const command = [process.execPath, ...node, join(root, 'dist', entry), ...args];
  const [program = '', ...rest] = core === undefined ? command : ['taskset', '-c', String(core), ...command];
  const log = logFile === undefined ? undefined : openSync(logFile, 'a');
  const child = spawn(program, rest, {
    env: environmentWith(env),
    stdio: ['ignore', log ?? 'pipe', log ?? 'inherit', ...(channel ? (['ipc'] as const) : [])],
    serialization: 'advanced',
  });
  if (log !== undefined) closeSync(log);
  const ended = once(child, 'exit');
  if (child.pid === undefined) throw new Error(`${entry} did not start`);
  return {
    pid: child.pid,
    child,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

const ticksPerSecond = ((): number => {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  } catch {
    return 100;
  }
})();

/** Seconds of processor time that a process has used in all its threads; NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  try {
    // The name in the second field may hold blanks; what follows it does not.
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')
        .at(-1)
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return NaN;
  }
}

/** Megabytes of memory that a process holds; NaN where the system does not tell. */
export function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? NaN) / 1024;
  } catch {
    return NaN;
  }
}
