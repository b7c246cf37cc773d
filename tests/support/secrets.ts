import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createSecretBox } from '../../src/platform/secrets/secret-box.js';

const key = Buffer.alloc(32, 'of the tests');

export const readTestKey = (): Buffer => key;
/** What all processes of the tests keep secrets in. */
export const testSecrets = createSecretBox(readTestKey);

/** The same key as a file, for those that are started. */
export function secretsKeyFile(): string {
  const file = join(inject('folder'), 'secrets.key');
  mkdirSync(inject('folder'), { recursive: true });
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600 });
  return file;
}
