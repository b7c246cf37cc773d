import { parseArgs } from 'node:util';
import { z } from 'zod';
import { aloneReasons } from '../domain/erasure/erasure.js';
import { newErasure } from '../resources/erasures/erasure.schema.js';
import type { Pool } from '../platform/db/client.js';
import { withRuntimeOfOwner } from './connect.js';
import { print } from './print.js';

/** Erases words of people: the event says that the command did it, and why without a second person where there is one. */
export async function erase(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      reason: { type: 'string' },
      texts: { type: 'string' },
      alone: { type: 'string' },
      compact: { type: 'boolean' },
    },
  });
  const [kind, id] = positionals;
  const compact = values.compact === true;
  const only = compact && kind === undefined;
  const given = only
    ? undefined
    : request.parse({
        kind,
        id,
        reason: values.reason,
        texts: values.texts?.split(','),
        alone: values.alone,
      });
  await withRuntimeOfOwner(async ({ services: { erasures }, database }) => {
    if (given) {
      const { kind: of, id: named, alone, ...more } = given;
      const { id: erasure } = await erasures.eraseAlone({ target: { kind: of, id: named }, ...more }, alone);
      await erasures.removeFiles(erasure);
      print(`Erased: ${erasure}. The history says so, without the words.`);
    }
    if (!compact) {
      print(
        'What was deleted stays in the files of the database until they are written anew: --compact does that.',
      );
      return;
    }
    await compactFiles(database.pool);
    print('The tables were written anew. Backups and standbys keep what they had: see docs/PRIVACY.md.');
  });
}

/** Rows that are gone leave their bytes behind, in tables and in the log of changes. */
async function compactFiles(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    for (const statement of ['VACUUM (FULL, ANALYZE)', 'CHECKPOINT', 'SELECT pg_switch_wal()', 'CHECKPOINT'])
      await client.query(statement);
  } finally {
    client.release(true);
  }
}

const { target, texts, reason } = newErasure.shape;
const request = z.strictObject({ ...target.shape, texts, reason, alone: z.enum(aloneReasons).optional() });
