/**
 * What refuses, checks and derives in the database is what this version brings. Whoever owns the tables can take a rule away,
 * do what it forbids, and leave no trace of that in the rows.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { readDefinitions, type Definitions } from './read-definitions.js';

/** What the migrations and prisma/sql make of an empty database; tests/db/definitions.test.ts compares it. */
export const shippedFile = join(projectRoot, 'prisma', 'definitions.json');

const readShipped = async (): Promise<Definitions> =>
  new Map(Object.entries(JSON.parse(await readFile(shippedFile, 'utf8')) as Record<string, string>));

/** How many there are; throws a VerificationError that names the first that is missing, changed or added. */
export async function verifyDefinitions(snapshot: Snapshot): Promise<number> {
  const [shipped, found] = [await readShipped(), await readDefinitions(snapshot)];
  // These first: a schema that stands before ours changes the words of much else.
  for (const [definition, is] of found)
    if (!shipped.has(definition))
      throw new VerificationError(`is in the database, and this version brings none: ${is}`, { definition });
  for (const [definition, wanted] of shipped) {
    const is = found.get(definition);
    if (is === undefined)
      throw new VerificationError('is missing from the database, and this version brings it', { definition });
    if (is !== wanted) throw new VerificationError(`should be “${wanted}”, and is “${is}”`, { definition });
  }
  return shipped.size;
}
