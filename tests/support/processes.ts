import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inject } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { secretsKeyFile } from './secrets.js';

/** A process of ours, the way it is shipped: what `npm run compile` wrote to dist/. */
export interface Started {
  child: ChildProcess;
  /** Everything it has said so far. */
  output: () => string;
  /** Resolves with the match once its output matches; rejects when it ends first or `limitMs` is over. */
  says: (pattern: RegExp, limitMs?: number) => Promise<RegExpExecArray>;
  /** Sends a signal and resolves with the exit code once it has ended. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
  ended: Promise<number | null>;
}

/** Pages and checkpoints belong to one house: the processes of a database share them, and nobody else does. */
export function folderOf(databaseUrl = 'none:'): string {
  const { port, pathname } = new URL(databaseUrl);
  return join(inject('folder'), 'houses', `${port}-${pathname.slice(1)}`);
}

export function startProcess(
  entry: string,
  env: Record<string, string>,
  args: readonly string[] = [],
): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', entry), ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'test',
      // Nothing stands before it that would have to look elsewhere first.
      DRAIN_SECONDS: '0',
      ...(env['DATABASE_URL'] && { SECRETS_KEY_FILE: secretsKeyFile(), INSTANCE_ID: 'tests' }),
      ...env,
      ISNAD_DIR: env['ISNAD_DIR'] ?? folderOf(env['DATABASE_URL']),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      for (const look of [...listeners]) look();
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    ended,
    output: () => said,
    says: (pattern, limitMs = 90_000) =>
      new Promise((resolve, reject) => {
        const finish = (): void => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = (): void => {
          const match = pattern.exec(said);
          if (!match) return;
          finish();
          resolve(match);
        };
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`${entry} did not print ${String(pattern)}:\n${said}`));
        }, limitMs);
        listeners.add(look);
        look();
        void ended.then((code) => {
          look();
          finish();
          reject(new Error(`${entry} ended with ${String(code)}:\n${said}`));
        });
      }),
    end: (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}
