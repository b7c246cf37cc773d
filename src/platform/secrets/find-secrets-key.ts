import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Env } from '../config/env.js';
import { howToMake, readSecretsKey } from './secrets-key.js';

type KeySettings = Pick<Env, 'secretsKeyFile' | 'databaseUrl' | 'dir'>;

/**
 * Reads the key of this installation, when called: beside an embedded database it lies in the data folder, where it is
 * made when it is first needed. With a database that others use too it has to be named.
 */
export const findSecretsKey =
  ({ secretsKeyFile, databaseUrl, dir }: KeySettings): (() => Buffer) =>
  () => {
    if (secretsKeyFile !== undefined) return readSecretsKey({ file: secretsKeyFile, make: false });
    if (databaseUrl !== undefined)
      throw new Error(
        `SECRETS_KEY_FILE is not set, which is needed with DATABASE_URL. Name the file that the other processes of this database have. Only where there is none yet: ${howToMake('secrets.key')}`,
      );
    return readSecretsKey({ file: join(resolve(dir), 'secrets.key'), make: true });
  };

/** Whether there is one, or one is named; none is made. */
export const hasSecretsKey = ({ secretsKeyFile, databaseUrl, dir }: KeySettings): boolean =>
  secretsKeyFile !== undefined ||
  (databaseUrl === undefined && existsSync(join(resolve(dir), 'secrets.key')));
