import { afterEach, describe, expect, it } from 'vitest';
import { createStage } from '../../demo/desk.js';
import { castOf, playFirstAct } from '../../demo/first-act.js';
import { playSecondAct } from '../../demo/second-act.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { provideFirstKeys } from '../../src/resources/keys/first-keys.js';
import { createServices } from '../../src/runtime.js';
import { testSecrets } from '../support/secrets.js';
import { deafSignal } from '../support/silent-signal.js';
import { createTestDatabase } from '../support/database.js';
import { startProcess, type Started } from '../support/processes.js';
import { queueStores } from '../support/queue-stores.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

async function firstKeys(url: string): Promise<Record<string, string>> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-flow-'));
  const database = connectDatabase(url, { connections: 2 });
  try {
    const services = createServices(database, deafSignal, { secrets: testSecrets });
    return (await provideFirstKeys(services, dir)).keys;
  } finally {
    await database.close();
    await rm(dir, { recursive: true });
  }
}

function start(entry: string, env: Record<string, string>): Started {
  const started = startProcess(entry, env);
  undo.push(() => started.end());
  return started;
}

/** In both among the long tests; what one store does otherwise than the other, tests/workers/queue.test.ts shows. */
const isLong = process.env['LONG'] === '1';
const there = queueStores.filter(({ skipped }) => !skipped);

describe.each(isLong ? queueStores : there.slice(-1))(
  'the first act, with the queue in $name',
  ({ open, skipped }) => {
    it.skipIf(skipped)('is played by an API process and two workers, one of which is killed', async () => {
      const { url: databaseUrl, drop } = await createTestDatabase({ seeded: true });
      undo.push(drop);
      const store = await open();
      undo.push(store.close);
      const env = {
        DATABASE_URL: databaseUrl,
        REDIS_URL: store.redisUrl ?? '',
        PORT: '0',
        LOG_LEVEL: 'info',
      };
      const keys = await firstKeys(databaseUrl);

      const doomed = start('workers/main.js', env);
      const worker = start('workers/main.js', env);
      const api = start('src/server.js', env);
      const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
      await doomed.says(/"working"/);
      await doomed.end('SIGKILL');
      await worker.says(/"working"/);
      // What it looks at answers within a second, but for the first time on a busy machine.
      await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);

      const told: string[] = [];
      const stage = createStage((line) => told.push(line));
      const cast = castOf({ url, keys }, stage);
      await playFirstAct(cast);
      await playSecondAct(cast);
      expect(told.filter((line) => line.includes('✓')).length).toBeGreaterThanOrEqual(40);

      expect(await api.end()).toBe(0);
      expect(await worker.end()).toBe(0);
      for (const { output } of [api, worker]) {
        expect(output()).not.toMatch(/"level":"(error|fatal)"/);
        for (const key of Object.values(keys)) expect(output()).not.toContain(key);
      }
    });
  },
);
