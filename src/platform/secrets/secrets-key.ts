/** The key that secrets are kept under, which lies outside the database: whoever has a dump alone cannot read them. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const keyBytes = 32;
export const howToMake = (file: string): string =>
  `Make one: openssl rand -base64 32 > ${file} && chmod 600 ${file}; every process needs the same.`;

/** Reads the key; where `make` says so and there is none yet, makes it. Throws one line that says what to do. */
export function readSecretsKey({ file, make }: { file: string; make: boolean }): Buffer {
  if (make) makeOnce(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'ENOENT'
        ? `SECRETS_KEY_FILE: there is no file ${file}. ${howToMake(file)}`
        : `SECRETS_KEY_FILE: ${file} cannot be read (${String(code)}).`,
      { cause: error },
    );
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes || key.toString('base64').replace(/=$/, '') !== text.replace(/=$/, ''))
    throw new Error(`SECRETS_KEY_FILE: ${file} does not hold 32 bytes in base64. ${howToMake(file)}`);
  return key;
}

/** Of two processes that start at once, one makes it and the other reads it. */
function makeOnce(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
