/** A database that answers and takes no writes, or does not keep them. */
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiOf } from '../support/api.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';

const patient = { timeout: 30_000, interval: 100 };
let isnad: ListeningIsnad;
beforeEach(async () => {
  isnad = await listenLocally();
});
afterEach(() => isnad.close());

const readiness = async (): Promise<unknown> => {
  const answer = await apiOf(isnad.url).stranger.get('/readyz');
  return [answer.status, (answer.body as { degraded: string[] }).degraded];
};
const enter = async (): Promise<unknown> => {
  const api = apiOf(isnad.url).as(isnad.keyOf('checker'));
  const answer = await api.post('/v1/sources', { kind: 'person', name: 'Somebody' });
  return [answer.status, (answer.body as { code?: string }).code];
};

/** For all who connect from now on. */
async function setDatabase(setting: string): Promise<void> {
  const admin = new pg.Client({ connectionString: isnad.ownerUrl });
  await admin.connect();
  const name = new URL(isnad.databaseUrl).pathname.slice(1);
  await admin.query('SET default_transaction_read_only = off');
  await admin.query(`ALTER DATABASE ${name} SET ${setting}`);
  // What is connected keeps the setting it began with.
  await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await admin.end();
}
/** As it is on a standby. */
const setReadOnly = (on: boolean): Promise<void> =>
  setDatabase(`default_transaction_read_only = ${on ? 'on' : 'off'}`);

it('on a read-only database writes are refused with words, reads go on, and readyz is degraded until it is over', async () => {
  expect([await readiness(), await enter()]).toEqual([
    [200, []],
    [201, undefined],
  ]);
  await setReadOnly(true);
  await expect.poll(readiness, patient).toEqual([200, ['cannot_write']]);
  await expect.poll(enter, patient).toEqual([503, 'database_cannot_write']);
  expect((await isnad.get('reader', '/v1/sources')).status).toBe(200);

  await setReadOnly(false);
  await expect.poll(enter, patient).toEqual([201, undefined]);
  await expect.poll(readiness, patient).toEqual([200, []]);
});

it('on a database that answers before a write is on disk readyz is degraded until it waits again', async () => {
  await setDatabase('synchronous_commit = off');
  await expect.poll(readiness, patient).toEqual([200, ['not_durable']]);
  await setDatabase('synchronous_commit = local');
  await expect.poll(readiness, patient).toEqual([200, []]);
});
