/** The version before: a commit of this repository, built beside and filled by its own bench. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../src/platform/project-root.js';
import type { Filled } from './data/fill.js';

const run = promisify(execFile);

/** The folder it stands in, compiled. */
export async function buildBefore(commit: string, folder: string): Promise<string> {
  const root = join(folder, 'before');
  await mkdir(root);
  const archive = join(folder, 'before.tar');
  await run('git', ['archive', '--output', archive, commit], { cwd: projectRoot });
  await run('tar', ['-xf', archive, '-C', root]);
  if (await hasSamePackages(root)) {
    await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  } else {
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
  }
  await run('npm', ['run', 'build'], { cwd: root });
  return root;
}

async function hasSamePackages(root: string): Promise<boolean> {
  const [there, here] = await Promise.all(
    [root, projectRoot].map((folder) => readFile(join(folder, 'package-lock.json'), 'utf8')),
  );
  return there === here;
}

/** Its `fillDatabase` has to be found in bench/api.ts, as it is here. */
export async function fillBefore(
  root: string,
  databaseUrl: string,
  given: { claims: number; seed: number },
): Promise<Filled> {
  const script = `
    const [file, databaseUrl, given] = process.argv.slice(1);
    const { fillDatabase } = await import(file);
    const { keys } = await fillDatabase(databaseUrl, { ...JSON.parse(given), say: () => undefined, print: () => undefined });
    process.stdout.write(JSON.stringify({ keys }));
  `;
  const args = [join(root, 'dist/bench/api.js'), databaseUrl, JSON.stringify(given)];
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script, ...args], {
    cwd: root,
  });
  return JSON.parse(stdout) as Filled;
}
