/** What `isnad verify` holds a database against, as the sources make it. */
import { readFile, writeFile } from 'node:fs/promises';
import { shippedFile } from '../../src/integrity/verify/definitions.js';
import { readDefinitions } from '../../src/integrity/verify/read-definitions.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { withSnapshot } from '../../src/platform/db/snapshot.js';

export async function definitionsOf(url: string): Promise<Record<string, string>> {
  const database = connectDatabase(url, { connections: 1 });
  try {
    return Object.fromEntries(await withSnapshot(database.pool, readDefinitions));
  } finally {
    await database.close();
  }
}

/** Before the template is used, where somebody asks for it: otherwise tests/db/definitions.test.ts compares the two. */
export async function writeShippedDefinitions(migratedUrl: string): Promise<void> {
  if (process.env['UPDATE_DEFINITIONS'] !== '1') return;
  const made = `${JSON.stringify(await definitionsOf(migratedUrl), null, 2)}\n`;
  if ((await readFile(shippedFile, 'utf8').catch(() => '')) !== made) await writeFile(shippedFile, made);
}
