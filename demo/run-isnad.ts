import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from '../src/platform/config/env.js';
import { projectRoot } from '../src/platform/project-root.js';

export interface RunningIsnad {
  url: string;
  pid: number;
  /** Ref of a member → key. */
  keys: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the whole of Isnad, as `npm start` does, on a free port and in a folder that goes with it. */
export async function runIsnad(): Promise<RunningIsnad> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-demo-'));
  // As root, the database runs under another account, which has to pass through.
  await chmod(dir, 0o711);
  const child = spawn(process.execPath, await readStartArguments(), {
    cwd: projectRoot,
    env: environmentWith({
      PORT: '0',
      HOST: '127.0.0.1',
      ISNAD_DIR: dir,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const url = await readAddress(child.stdout);
    const keys = JSON.parse(await readFile(join(dir, 'keys.json'), 'utf8')) as Record<string, string>;
    return { url, pid: child.pid ?? NaN, keys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What `npm start` runs, with the options that keep Node small. */
async function readStartArguments(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
}

async function readAddress(output: AsyncIterable<Buffer>): Promise<string> {
  let said = '';
  for await (const chunk of output) {
    said += chunk.toString();
    const address = /ready at (http:\/\/\S+)/.exec(said)?.[1];
    // The greeting ends with this line: from here on nobody needs to read along.
    if (address !== undefined && said.includes('Ctrl-C')) return address;
  }
  throw new Error('Isnad did not start.');
}
