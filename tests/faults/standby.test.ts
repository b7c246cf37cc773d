/** F25: a second PostgreSQL that follows the first as it writes: read from, then made the first one when that is lost. */
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/api.js';
import { expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import { startFaultProxy } from '../support/fault-proxy.js';
import { startReceiver } from '../support/hook-receiver.js';
import { prepareDatabase } from '../support/prepare-database.js';
import { folderOf } from '../support/processes.js';
import { startRunningProduct } from '../support/running-product.js';
import { findPrograms, startSystemPostgres, type SystemPostgres } from '../support/system-postgres.js';
import { verifyTables } from '../support/verify-database.js';
import { happen, subscribe } from '../support/webhooks.js';

const programs = await findPrograms();
const patient = { timeout: 60_000, interval: 100 };
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

const ask = async (url: string, query: string, values: unknown[] = []): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ found: unknown }>(query, values)).rows[0]?.found;
  } finally {
    await client.end();
  }
};
const readiness = async (url: string): Promise<unknown> => {
  const answer = await apiOf(url).stranger.get('/readyz');
  return [answer.status, (answer.body as { degraded?: string[] }).degraded];
};

describe.skipIf(programs === undefined)('a server with a standby', () => {
  const start = async () => {
    const first = await startSystemPostgres(programs ?? '');
    undo.push(() => first.stop());
    await ask(first.urlOf('postgres', 'admin'), 'CREATE ROLE isnad_app LOGIN');
    await ask(first.urlOf('postgres', 'admin'), 'CREATE DATABASE isnad');
    const addressesOn = (server: SystemPostgres) => ({
      url: server.urlOf('isnad', 'isnad_app'),
      ownerUrl: server.urlOf('isnad', 'admin'),
    });
    await prepareDatabase(addressesOn(first));
    // The one address that the product knows, whichever server answers there.
    const proxy = await startFaultProxy(addressesOn(first).url);
    undo.push(proxy.close);
    const ownerUrl = Object.assign(new URL(proxy.url), { username: 'admin' }).href;
    const isnad = await startRunningProduct({
      on: { url: proxy.url, ownerUrl, drop: () => Promise.resolve() },
    });
    undo.push(isnad.close);
    return { first, proxy, isnad, addressesOn };
  };

  /** All that the first one has written has arrived. */
  const caughtUp = async (first: SystemPostgres, standby: SystemPostgres): Promise<void> => {
    const written = await ask(first.urlOf('postgres', 'admin'), 'SELECT pg_current_wal_lsn()::text AS found');
    const hasAll = (): Promise<unknown> =>
      ask(standby.urlOf('postgres', 'admin'), 'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS found', [
        written,
      ]);
    await expect.poll(hasAll, patient).toBe(true);
  };

  it('F25: is read from while it follows, and goes on in the place of the first with nobody called twice', async () => {
    const { first, proxy, isnad, addressesOn } = await start();
    const api = await isnad.startApi();
    const worker = await isnad.startWorker();
    const receiver = await startReceiver();
    undo.push(receiver.close);
    await subscribe(isnad, receiver, { types: ['source.created'] });
    const standby = await first.startStandby();
    undo.push(() => standby.stop());
    await happen(isnad, 'Told before');
    const named = (): unknown[] => receiver.all.map(({ event }) => event.type);
    await expect.poll(named, patient).toEqual(['source.created']);
    await isnad.work();
    await caughtUp(first, standby);

    const there = { DATABASE_URL: addressesOn(standby).url, ISNAD_DIR: folderOf(isnad.url) };
    const reading = await isnad.startApi(there);
    const waiting = await isnad.startWorker(there, /is a standby/);
    const names = async (): Promise<unknown> => {
      const answer = await isnad.at(reading, 'reader').get('/v1/sources?limit=100');
      return [answer.status, (answer.body as { items: { name: string }[] }).items.map(({ name }) => name)];
    };
    await expect.poll(names, patient).toEqual([200, ['Told before']]);
    expect(await readiness(reading.url)).toEqual([200, expect.arrayContaining(['cannot_write'])]);
    const refused = await isnad
      .at(reading, 'checker')
      .post('/v1/sources', { kind: 'person', name: 'Refused' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([503, 'database_cannot_write']);

    await first.crash();
    await expect.poll(async () => (await fetch(`${api.url}/readyz`)).status, patient).toBe(503);
    await ask(standby.urlOf('postgres', 'admin'), 'SELECT pg_promote()');
    proxy.turnTo(addressesOn(standby).url);
    for (const { url } of [api, reading]) await expect.poll(() => readiness(url), patient).toEqual([200, []]);
    await happen({ ...isnad, as: (person) => isnad.at(api, person) }, 'Told afterwards');
    await expect.poll(named, patient).toEqual(['source.created', 'source.created']);
    await isnad.work();
    expect(new Set(receiver.all.map(({ id }) => id)).size).toBe(receiver.all.length);
    expect([worker.child.exitCode, waiting.child.exitCode]).toEqual([null, null]);
    await expectWholeChains(isnad);
    await expectNothingDoubled(isnad);
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  }, 300_000);
});
