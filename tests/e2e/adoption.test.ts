/** A folder of `npm start` that was copied, as the processes are shipped. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProcess } from '../support/processes.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-copied-'));
  await chmod(dir, 0o711);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What it says of itself before and after `work`. */
async function degradedIn(folder: string, work?: () => Promise<void>): Promise<string[][]> {
  const isnad = startProcess('src/main.js', { PORT: '0', ISNAD_DIR: folder, LOG_LEVEL: 'warn' });
  const [, url = ''] = await isnad.says(/ready at (http:\S+)[^]*Ctrl-C/);
  const ask = async (): Promise<string[]> =>
    ((await (await fetch(`${url}/readyz`)).json()) as { degraded: string[] }).degraded;
  const before = await ask();
  if (work) {
    await work();
    // What it knows of its adoption is a second old at most.
    await expect.poll(ask, { timeout: 10_000 }).not.toEqual(before);
  }
  const after = await ask();
  expect(await isnad.end('SIGTERM'), isnad.output()).toBe(0);
  return [before, after];
}

it('calls nobody and says so at /readyz, until it is adopted', { timeout: 180_000 }, async () => {
  const original = join(dir, 'original');
  const copy = join(dir, 'copy');
  const [first] = await degradedIn(original);
  expect(first).not.toContain('not_adopted');
  await promisify(execFile)('cp', ['-a', original, copy]);
  const run = async (...args: string[]): Promise<void> => {
    const command = startProcess('src/cli/isnad.js', { ISNAD_DIR: copy }, ['adopt', ...args]);
    expect(await command.ended, command.output()).toBe(0);
  };
  // As the original leaves it with its first captured page.
  const users = join(copy, 'evidence', 'databases');
  await mkdir(users, { recursive: true });
  await writeFile(join(users, 'original'), 'embedded');
  const [copied, adopted] = await degradedIn(copy, () => run());
  expect(await readdir(users)).toEqual(['original']);
  await run('--evidence');
  expect(await readdir(users)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(copied).toContain('not_adopted');
  expect(adopted).not.toContain('not_adopted');
});
