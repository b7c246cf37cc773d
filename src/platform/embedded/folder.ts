import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../errors.js';
import { canEnter, type Account } from './user-account.js';

/** Everything the embedded database keeps in the folder it is given. */
export const filesOf = (dir: string) => ({
  data: join(dir, 'postgres'),
  /** Where the data is instead, when the server's account may not enter `dir`. */
  pointer: join(dir, 'postgres.location'),
  password: join(dir, 'postgres.password'),
  log: join(dir, 'postgres.log'),
});

const elsewhere = '/var/lib/isnad';

/** Makes the folder where there is none. As root, others may pass through it to the data, but not look around. */
export async function makeFolder(dir: string): Promise<void> {
  const made = await mkdir(dir, { recursive: true, mode: 0o700 });
  if (made !== undefined && process.getuid?.() === 0) await chmod(dir, 0o711);
}

/** The data folder that `dir` has, or undefined where there is none yet. */
export async function findData(dir: string): Promise<string | undefined> {
  const files = filesOf(dir);
  const moved = (await contentOf(files.pointer))?.trim();
  const data = moved ?? files.data;
  const version = await contentOf(join(data, 'PG_VERSION'));
  if (version !== undefined) return data;
  if (moved !== undefined) {
    throw unusable(
      `${files.pointer} says that the database is in ${moved}, and it is not: bring it back, or remove ${files.pointer} to begin with an empty one.`,
    );
  }
  if ((await entriesOf(data)).length === 0) return undefined;
  throw unusable(
    `${data} is not a data folder of PostgreSQL, and nothing was changed in it: move it away, or choose another ISNAD_DIR.`,
  );
}

/** Where a new data folder goes: into `dir` if the server's account can get there. */
export async function chooseData(dir: string, account: Account | undefined): Promise<string> {
  if (!account || (await canEnter(account, dir))) return filesOf(dir).data;
  await mkdir(elsewhere, { recursive: true });
  await chmod(elsewhere, 0o711);
  return join(elsewhere, randomBytes(6).toString('hex'));
}

export async function rememberData(dir: string, data: string): Promise<void> {
  const files = filesOf(dir);
  if (data !== files.data) await writeFile(files.pointer, `${data}\n`, { mode: 0o644 });
}

const contentOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(unless('ENOENT', undefined));

const entriesOf = (folder: string): Promise<string[]> => readdir(folder).catch(unless('ENOENT', []));

const unless =
  <Value>(code: string, value: Value) =>
  (error: unknown): Value => {
    if ((error as NodeJS.ErrnoException).code === code) return value;
    throw error;
  };

const unusable = (message: string): Failure => new Failure('upstream', message);
