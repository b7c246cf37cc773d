import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import type { Db } from './client.js';

/**
 * A statement of ours from its file below `src`, read once when the module that uses it is loaded. Its values are
 * `$1`, `$2`, …, and its rows have the type that the caller names.
 */
export function statement<Row extends object>(
  file: `${string}.sql`,
): (db: Db, ...values: unknown[]) => Promise<Row[]> {
  const text = readFileSync(join(projectRoot, 'src', file), 'utf8');
  return (db, ...values) => db.$queryRawUnsafe<Row[]>(text, ...values);
}
