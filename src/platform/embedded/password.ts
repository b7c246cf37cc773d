import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { Failure } from '../errors.js';

/** For a database that is about to be made; what is left of one that never was is replaced. */
export async function makePassword(file: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await rm(file, { force: true });
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}

/** For a database that is there already. */
export async function readPassword(file: string): Promise<string> {
  const password = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (password !== '') return password;
  throw new Failure(
    'upstream',
    `The password of the embedded database is not in ${file}, or cannot be read: bring the file back.`,
  );
}
