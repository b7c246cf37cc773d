import { parseArgs } from 'node:util';
import { z } from 'zod';
import { aloneReasons } from '../domain/erasure/erasure.js';
import { newErasure } from '../resources/erasures/erasure.schema.js';
import type { Pool } from '../platform/db/client.js';
import { isForbidden } from '../platform/db/database-role.js';
import { allowSilentSocket } from '../platform/db/socket-timeout.js';
import { withConnection } from '../platform/db/with-connection.js';
import { lineOf } from '../platform/run-process.js';
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
      print(`Erased: ${erasure}. The history says so, without the words.`);
      await erasures.removeFiles(erasure).catch((error: unknown) => {
        print(`Captured files are left to the workers, which remove them within a minute: ${lineOf(error)}`);
      });
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
const compactFiles = (pool: Pool): Promise<void> =>
  withConnection(pool, async (client) => {
    const inTime = allowSilentSocket(client);
    // Who reads or writes waits behind it meanwhile; but a backup that is being made would end it for no lock in two seconds.
    await client.query(`SET statement_timeout = 0; SET lock_timeout = '60s'`);
    await client.query('VACUUM (FULL, ANALYZE)');
    try {
      for (const statement of ['CHECKPOINT', 'SELECT pg_switch_wal()', 'CHECKPOINT'])
        await client.query(statement);
    } catch (error) {
      throw isForbidden(error) ? new Error(needsAdministrator) : error;
    }
    await client.query('RESET statement_timeout; RESET lock_timeout');
    inTime();
  });

const needsAdministrator =
  'The tables were written anew, but the owner may not begin a new segment of the log: as the administrator of the server, give CHECKPOINT; SELECT pg_switch_wal(); CHECKPOINT; or grant it as docs/OPERATIONS.md says.';

const { target, texts, reason } = newErasure.shape;
const request = z.strictObject({ ...target.shape, texts, reason, alone: z.enum(aloneReasons).optional() });
