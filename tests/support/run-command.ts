/**
 * A command of `isnad` within this process, where all of its modules are loaded already. That it does the same as a process
 * of its own is shown once, by tests/e2e/command.test.ts.
 */
import { vi } from 'vitest';
import { runCommand as run } from '../../src/cli/run-command.js';
import { lineOf } from '../../src/platform/run-process.js';
import { folderOf } from './processes.js';
import { secretsKeyFile } from './secrets.js';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

const exitCode = (): number => Number(process.exitCode ?? 0);

export async function runCommand(args: string[], env: Record<string, string>): Promise<Ran> {
  const ran = { code: 0, out: '', err: '' };
  const into =
    (name: 'out' | 'err') =>
    (text: string | Uint8Array, written?: unknown): boolean => {
      ran[name] += String(text);
      if (typeof written === 'function') (written as () => void)();
      return true;
    };
  const before = { env: process.env, exitCode: process.exitCode };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ];
  const { PATH, HOME } = before.env;
  const own = { SECRETS_KEY_FILE: secretsKeyFile(), ISNAD_DIR: folderOf(env['DATABASE_URL']) };
  process.env = { PATH, HOME, NODE_ENV: 'test', INSTANCE_ID: 'tests', ...own, ...env };
  process.exitCode = undefined;
  try {
    await run(args);
    ran.code = exitCode();
  } catch (error) {
    ran.err += `isnad: ${lineOf(error)}\n`;
    ran.code = 1;
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.env = before.env;
    process.exitCode = before.exitCode;
  }
  return ran;
}
