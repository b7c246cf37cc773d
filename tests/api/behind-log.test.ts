/** A database that knows less than the signed log answers requests, and says that nothing is signed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { addToFeed } from '../support/add-to-feed.js';
import { createNotary } from '../support/checkpoints.js';
import { createTestDatabase } from '../support/database.js';
import { listenLocally } from '../support/listening.js';

it('is degraded at readyz, with the reason in words', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-behind-'));
  const later = await createTestDatabase();
  const database = connectDatabase(later.url);
  await addToFeed(database, 50);
  await (await createNotary({ database, store: createStore(database) }, dir)).sign();
  await database.close();
  await later.drop();

  const here = await listenLocally({ checkpointDir: dir });
  const answer = await fetch(new URL('/readyz', here.url));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    degraded: ['database_behind_log'],
    parts: {
      log: {
        reason: 'database_behind_log',
        why: expect.stringMatching(
          /holds a signed log of \d+ events, and the database knows of \d+/,
        ) as string,
      },
    },
  });
  await here.close();
  await rm(dir, { recursive: true, force: true });
});
