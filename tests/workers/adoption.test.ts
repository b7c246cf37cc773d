/** Guarantee 14: a database that was restored or copied elsewhere calls nobody until an operator says that it is the one. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAdoption, type Installation } from '../../src/integrity/adoption/adoption.service.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { addToFeed } from '../support/add-to-feed.js';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { createNotary } from '../support/checkpoints.js';
import { enterClaim, startReview, verdictBody } from '../support/desk.js';
import { copyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { makeOwnPostgres } from '../support/own-postgres.js';
import { prepareDatabase } from '../support/prepare-database.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, happen, relay, subscribe } from '../support/webhooks.js';

const one: Installation = { instance: 'one', publicUrl: undefined };
const two: Installation = { instance: 'two', publicUrl: undefined };

describe('the settings that a database works for', () => {
  let created: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    created = await createTestDatabase();
    database = connectDatabase(created.url);
  });
  afterEach(async () => {
    await database.close();
    await created.drop();
  });
  const check = (installation: Installation) =>
    createAdoption({ pool: database.pool, installation, dir: undefined }).check();
  const adopt = (installation: Installation) =>
    createAdoption({ pool: database.pool, installation, dir: undefined }).adopt();

  it('are those of the first start; under others nobody is called, under the same it goes on', async () => {
    expect(await Promise.all([check(one), check(one)])).toEqual([true, true]);
    expect(await check(two)).toMatch(/works for another installation.*isnad adopt/);
    expect(await check(one)).toBe(true);
  });

  it('change by adoption, after which the one before calls nobody', async () => {
    await check(one);
    await adopt(two);
    expect(await check(two)).toBe(true);
    expect(await check(one)).toMatch(/works for another installation/);
  });

  it('have to be named: without a name nobody is called, and nothing is adopted', async () => {
    const unnamed = { instance: undefined, publicUrl: undefined };
    expect(await check(unnamed)).toMatch(/INSTANCE_ID is not set/);
    await expect(adopt(unnamed)).rejects.toThrow('INSTANCE_ID is not set');
    expect(await check(two)).toBe(true);
  });

  it('are answered in words where the log in the folder is damaged, so that the sweep goes on', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'isnad-damaged-'));
    try {
      await mkdir(join(dir, 'log'));
      await writeFile(join(dir, 'log', 'checkpoint'), 'x');
      const answer = await createAdoption({ pool: database.pool, installation: one, dir }).check();
      expect(answer).toMatch(/is no checkpoint of a log.*isnad adopt/);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('are answered in words where that log cannot be read, so that everything but calling goes on', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'isnad-unreadable-'));
    try {
      await mkdir(join(dir, 'log', 'checkpoint'), { recursive: true });
      const answer = await createAdoption({ pool: database.pool, installation: one, dir }).check();
      expect(answer).toMatch(/cannot be read \(EISDIR\): nobody is called/);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('include the address for the public, from its first setting on; not set, it is not compared', async () => {
    const at = (publicUrl: string): Installation => ({ instance: 'one', publicUrl });
    expect(await check(one)).toBe(true);
    expect(await check(at('https://desk.example'))).toBe(true);
    expect(await check(at('https://copy.example'))).toMatch(
      /works for PUBLIC_URL https:\/\/desk.example, not/,
    );
    expect(await check(one)).toBe(true);
    await adopt(at('https://copy.example'));
    expect(await check(at('https://desk.example'))).toMatch(/works for PUBLIC_URL https:\/\/copy.example/);
  });
});

describe('a dump that was restored elsewhere', () => {
  let original: TestDatabase;
  let receiver: Receiver;
  let isnad: TestIsnad;
  const stay = (database: TestDatabase): TestDatabase => ({ ...database, drop: () => Promise.resolve() });
  const told = (): number => receiver.accepted().length;

  beforeAll(async () => {
    original = await createTestDatabase();
    receiver = await startReceiver();
    isnad = await createIsnad({ on: stay(original), installation: one });
    await subscribe(isnad, receiver);
    await happen(isnad, 'first');
    await deliverAll(isnad);
    expect(told()).toBeGreaterThan(0);
    // What is owed when the dump is made is owed in the copy too.
    await happen(isnad, 'second');
    await relay(isnad);
    await isnad.close();
  });
  afterAll(async () => {
    await receiver.close();
    await original.drop();
  });

  it('calls nobody, says so where somebody asks for a call, and goes on once it is adopted', async () => {
    const copy = await copyDatabase(original.url);
    const restored = await createIsnad({ on: copy, installation: two });
    const before = receiver.all.length;
    await deliverAll(restored);
    const { rows } = await restored.database.pool.query<{ id: string }>('SELECT id FROM webhooks');
    const tried = await restored.as('reader').post(`/v1/webhooks/${rows[0]?.id ?? ''}/test`);
    expect([tried.status, problemOf(tried).code]).toEqual([409, 'not_adopted']);
    expect(receiver.all).toHaveLength(before);
    await restored.services.adoption?.adopt();
    await deliverAll(restored);
    expect(receiver.all.length).toBeGreaterThan(before);
    await restored.close();
  });

  it('looks at no page and removes no file of the store it shares, until it is adopted', async () => {
    const first = await createIsnad({ installation: one });
    await first.services.adoption?.check();
    const checker = first.as('checker');
    await checker.post('/v1/articles', {
      ref: 'copied',
      title: 'Copied',
      language: 'en',
      text: 'It rained.',
    });
    const claim = { ref: 'rain', article: 'copied', kind: 'assertion', quote: { exact: 'It rained.' } };
    expect((await checker.post('/v1/claims', claim)).status).toBe(201);
    const evidence = { url: 'https://example.org/rain', stance: 'for' };
    const made = await checker.post('/v1/claims/rain/evidence', evidence);
    const { id } = made.body as { id: string };
    const wanted = { target: { kind: 'claim', id: 'rain' }, texts: ['worthiness'], reason: 'confidential' };
    const erasure = (await first.as('admin').post('/v1/erasures', wanted)).body as { id: string };
    const confirm = `/v1/erasures/${erasure.id}/transitions`;
    expect((await first.as('editor').post(confirm, { event: 'confirm' }, anyVersion)).status).toBe(200);
    await first.owner.query('UPDATE privileged_changes SET files_due_at = now() WHERE id = $1', [erasure.id]);
    const owed = async ({ services: { captures, erasures } }: TestIsnad) => [
      (await captures.findOwed()).length,
      (await erasures.findOwed()).length,
    ];
    expect(await owed(first)).toEqual([1, 1]);
    const copy = await copyDatabase(first.url);
    await first.close();

    const restored = await createIsnad({ on: copy, installation: two });
    expect(await owed(restored)).toEqual([0, 0]);
    // What was queued before the dump does nothing either.
    expect(await restored.services.captures.capture(id)).toBeUndefined();
    await restored.services.erasures.removeFiles(erasure.id);
    await restored.services.adoption?.adopt();
    expect(await owed(restored)).toEqual([1, 1]);
    await restored.close();
  });

  it('records no verdict without the pages it cites, which are looked at once it is adopted', async () => {
    const first = await createIsnad({ installation: one, seeded: true });
    await first.services.adoption?.check();
    const claim = await enterClaim(first);
    const task = await startReview(first, claim);
    const evidence = { url: 'https://example.org/never-looked-at', stance: 'against' };
    const { id } = (await first.as('checker').post(`/v1/claims/${claim}/evidence`, evidence)).body as {
      id: string;
    };
    const body = verdictBody('mixed', { evidence: [id] });
    const { id: verdict } = (await first.as('checker').post(`/v1/tasks/${task.id}/verdict`, body)).body as {
      id: string;
    };
    await first.owner.query(
      `UPDATE verdicts SET submitted_at = submitted_at - interval '1 hour' WHERE id = $1`,
      [verdict],
    );
    const copy = await copyDatabase(first.url);
    await first.close();

    const restored = await createIsnad({ on: copy, installation: two });
    const status = async () =>
      ((await restored.as('checker').get(`/v1/verdicts/${verdict}`)).body as { status: string }).status;
    await restored.services.workflow.recordVerdict(verdict);
    expect(await status()).toBe('submitted');
    await restored.services.adoption?.adopt();
    await restored.services.workflow.recordVerdict(verdict);
    expect(await status()).toBe('submitted');
    expect(await restored.services.captures.capture(id)).toContain(verdict);
    await restored.services.workflow.recordVerdict(verdict);
    expect(await status()).toBe('proposed');
    await restored.close();
  });

  it('goes on at once under the same settings, as after a failover', async () => {
    const copy = await copyDatabase(original.url);
    const promoted = await createIsnad({ on: copy, installation: one });
    const before = told();
    await deliverAll(promoted);
    expect(told()).toBeGreaterThan(before);
    await promoted.close();
  });
});

describe('an older dump, restored under the same settings', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'isnad-adoption-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('calls nobody while the folder of checkpoints knows more, or something else, until it is adopted', async () => {
    const created = await createTestDatabase();
    const first = connectDatabase(created.url);
    const adoption = (database: Database) => createAdoption({ pool: database.pool, installation: one, dir });
    await addToFeed(first, 5);
    expect(await adoption(first).check()).toBe(true);
    await first.close();
    const older = await copyDatabase(created.url);
    const database = connectDatabase(created.url);
    const notary = await createNotary({ database, store: createStore(database) }, dir);
    await addToFeed(database, 5);
    await notary.sign();
    expect(await adoption(database).check()).toBe(true);

    const restored = connectDatabase(older.url);
    expect(await adoption(restored).check()).toMatch(/an older state has come back.*isnad adopt/);
    // It is worked on, and is longer than what was signed by now: it is still another feed.
    await addToFeed(restored, 50);
    expect(await adoption(restored).check()).toMatch(/not the one that was signed.*isnad adopt/);
    await adoption(restored).adopt();
    expect(await adoption(restored).check()).toBe(true);
    await restored.close();
    await database.close();
    await older.drop();
    await created.drop();
  });
});

it('a standby calls nobody, whatever it is a copy of', { timeout: 120_000 }, async () => {
  const postgres = await makeOwnPostgres();
  try {
    await prepareDatabase(postgres);
    let database = connectDatabase(postgres.url);
    const check = () => createAdoption({ pool: database.pool, installation: one, dir: undefined }).check();
    expect(await check()).toBe(true);
    await database.close();
    await postgres.becomeStandby();
    database = connectDatabase(postgres.url);
    expect(await check()).toMatch(/is a standby/);
    await database.close();
  } finally {
    await postgres.remove();
  }
});
