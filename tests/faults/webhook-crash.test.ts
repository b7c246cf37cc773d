/** A worker that dies with a delivery in hand has it delivered again, under the same id, and loses nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { migrateQueue } from '../../src/platform/queue/postgres.js';
import { startDelivering } from '../support/delivering.js';
import { startReceiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { startProcess, type Started } from '../support/processes.js';
import { queueStores } from '../support/queue-stores.js';
import { happen, readDeliveries, readWebhook, relay, subscribe } from '../support/webhooks.js';

const patient = { timeout: 20_000, interval: 50 };
const types = ['source.created'];
const anyVersion = { 'If-Match': '*' };
const neverHalted = { stop: new AbortController().signal, cut: new AbortController().signal };

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
  await migrateQueue(isnad.url);
});
afterAll(() => isnad.close());

/** What a minute does: the lease of whoever died is over. */
const endLease = (): Promise<unknown> =>
  isnad.database.pool.query(
    'UPDATE webhooks SET leased_until = clock_timestamp() WHERE leased_until IS NOT NULL',
  );

for (const { name, skipped, open } of queueStores) {
  it.skipIf(skipped)(`killed between delivery and record, with the queue in ${name}`, async () => {
    const store = await open();
    const env = {
      DATABASE_URL: isnad.url,
      WEBHOOK_ALLOW: '127.0.0.0/8',
      CAPTURE_ALLOW: '127.0.0.0/8',
      LOG_LEVEL: 'info',
      ...(store.redisUrl !== undefined && { REDIS_URL: store.redisUrl }),
    };
    let worker: Started | undefined;
    let deaths = 2;
    const receiver = await startReceiver(async () => {
      if (receiver.all.length % 3 !== 2 || deaths-- <= 0) return 200;
      // The receiver has it, and takes it; the one who sent it will never know.
      await worker?.end('SIGKILL');
      return 200;
    });
    const hook = await subscribe(isnad, receiver, { types, concurrency: 1 });
    const subjects: string[] = [];
    for (let at = 0; at < 6; at++) subjects.push(`source/${await happen(isnad, `${name} ${String(at)}`)}`);
    for (let round = 0; round < 3; round++) {
      worker = startProcess('workers/main.js', env);
      if (round < 2) {
        await worker.ended;
        await endLease();
      }
    }
    await expect.poll(async () => (await readWebhook(isnad, hook)).progress.behind, patient).toBe(0);
    await worker?.end();
    // Two deliveries were in hand when a worker died: each came twice, and in their places.
    const received = receiver.all.map(({ event }) => event.subject);
    expect([...new Set(received)]).toEqual(subjects);
    expect(received).toHaveLength(subjects.length + 2);
    expect(new Set(receiver.all.map(({ id }) => id)).size).toBe(subjects.length);
    for (const { id, event } of receiver.all) expect(id).toBe(event.id);
    expect(await readDeliveries(isnad, hook)).toHaveLength(subjects.length);
    await isnad.as('reader').delete(`/v1/webhooks/${hook.id}`);
    await Promise.all([receiver.close(), store.close()]);
  });
}

describe('a worker', () => {
  it('that sleeps past its lease writes nothing when it wakes', async () => {
    let wake: (() => void) | undefined;
    const receiver = await startReceiver(async () => {
      if (receiver.all.length > 1) return 200;
      await new Promise<void>((resolve) => (wake = resolve));
      return 500;
    });
    const hook = await subscribe(isnad, receiver, { types, concurrency: 1 });
    for (const one of ['asleep', 'behind it']) await happen(isnad, one);
    const working = startDelivering(isnad.url);
    await expect.poll(() => receiver.all.length, patient).toBe(1);
    await endLease();
    // Another worker finds it owed, and does what is left.
    await isnad.services.deliveries.deliver(hook.id, neverHalted);
    wake?.();
    await working.close();
    expect((await readDeliveries(isnad, hook)).map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'delivered',
    ]);
    expect((await readWebhook(isnad, hook)).progress).toMatchObject({ heldUp: 0, firstFailedAt: null });
    await isnad.as('reader').delete(`/v1/webhooks/${hook.id}`);
    await receiver.close();
  });

  it('that was delivering when the place in the feed was moved back leaves it there', async () => {
    let go: (() => void) | undefined;
    const receiver = await startReceiver(async () => {
      if (receiver.all.length !== 2) return 200;
      await new Promise<void>((resolve) => (go = resolve));
      return 200;
    });
    const hook = await subscribe(isnad, receiver, { types, concurrency: 1 });
    for (const one of ['first', 'second', 'third']) await happen(isnad, one);
    const working = startDelivering(isnad.url);
    await expect.poll(() => receiver.all.length, patient).toBe(2);
    await isnad.as('reader').post(`/v1/webhooks/${hook.id}/replays`, { from: hook.progress.cursor });
    go?.();
    await expect.poll(async () => (await readWebhook(isnad, hook)).progress.behind, patient).toBe(0);
    await working.close();
    const names = receiver.all.map(({ event }) => event.id);
    expect(names.slice(2)).toEqual([names[0], names[1], names.at(-1)]);
    await isnad.as('reader').delete(`/v1/webhooks/${hook.id}`);
    await receiver.close();
  });
});

describe('a refusal that comes late', () => {
  const late = async () => {
    let answer: (status: number) => void = () => undefined;
    const receiver = await startReceiver(
      () => new Promise<number>((resolve) => (answer = resolve)), // until the test says so
    );
    return {
      receiver,
      answer: (status: number) => {
        answer(status);
      },
    };
  };

  it('from the address before says nothing of the new one, which gets the event', async () => {
    const before = await late();
    const after = await startReceiver();
    const hook = await subscribe(isnad, before.receiver, { types, concurrency: 1 });
    after.trust(hook.secret);
    await happen(isnad, 'on its way');
    await relay(isnad);
    const run = isnad.services.deliveries.deliver(hook.id, neverHalted);
    await expect.poll(() => before.receiver.all.length, patient).toBe(1);
    const patched = await isnad.as('reader').patch(`/v1/webhooks/${hook.id}`, { url: after.url }, anyVersion);
    expect(patched.status).toBe(200);
    before.answer(410);
    await run;
    expect(await readWebhook(isnad, hook)).toMatchObject({ status: 'enabled', url: after.url });
    await isnad.services.deliveries.deliver(hook.id, neverHalted);
    expect(after.accepted().map(({ id }) => id)).toEqual(before.receiver.all.map(({ id }) => id));
    await isnad.as('reader').delete(`/v1/webhooks/${hook.id}`);
    await Promise.all([before.receiver.close(), after.close()]);
  });

  it('ends nothing that was enabled again meanwhile, and no event is passed over', async () => {
    const { receiver, answer } = await late();
    const hook = await subscribe(isnad, receiver, { types, concurrency: 1 });
    await happen(isnad, 'refused late');
    await relay(isnad);
    const run = isnad.services.deliveries.deliver(hook.id, neverHalted);
    await expect.poll(() => receiver.all.length, patient).toBe(1);
    for (const event of ['disable', 'enable'])
      expect((await isnad.as('reader').post(`/v1/webhooks/${hook.id}/transitions`, { event })).status).toBe(
        200,
      );
    answer(410);
    await run;
    expect((await readWebhook(isnad, hook)).status).toBe('enabled');
    receiver.behave(() => 200);
    await isnad.services.deliveries.deliver(hook.id, neverHalted);
    expect(receiver.accepted().map(({ id }) => id)).toEqual([receiver.all[0]?.id]);
    await isnad.as('reader').delete(`/v1/webhooks/${hook.id}`);
    await receiver.close();
  });

  it('leaves no event behind that was taken beside it', async () => {
    const answers: ((status: number) => void)[] = [];
    const receiver = await startReceiver(() => new Promise<number>((resolve) => answers.push(resolve)));
    const hook = await subscribe(isnad, receiver, { types, concurrency: 2 });
    for (const one of ['refused', 'accepted']) await happen(isnad, one);
    await relay(isnad);
    const run = isnad.services.deliveries.deliver(hook.id, neverHalted);
    await expect.poll(() => answers.length, patient).toBe(2);
    await isnad.as('reader').patch(`/v1/webhooks/${hook.id}`, { description: 'changed' }, anyVersion);
    answers[0]?.(500);
    await expect.poll(() => receiver.all[0]?.status, patient).toBe(500);
    answers[1]?.(200);
    await run;
    receiver.behave(() => 200);
    await isnad.services.deliveries.deliver(hook.id, neverHalted);
    const accepted = new Set(receiver.accepted().map(({ id }) => id));
    expect(accepted).toEqual(new Set(receiver.all.map(({ id }) => id)));
    expect(accepted.size).toBe(2);
    await isnad.as('reader').delete(`/v1/webhooks/${hook.id}`);
    await receiver.close();
  });
});

describe('a webhook far behind', () => {
  it('finds what it asks for among very much else, and leaves no row for that', async () => {
    const receiver = await startReceiver();
    const hook = await subscribe(isnad, receiver, { types });
    const { pool } = isnad.database;
    for (let batch = 0; batch < 30; batch++) {
      await isnad.store.transact((tx) =>
        appendEvents(
          tx,
          operator,
          Array.from({ length: 1_000 }, () => ({
            type: 'article.revised' as const,
            subject: { type: 'article' as const, id: randomUUID() },
          })),
        ),
      );
    }
    const id = await happen(isnad, 'At last');
    await pool.query(`
      WITH waiting AS (DELETE FROM outbox RETURNING event_seq)
      INSERT INTO feed SELECT (SELECT max(position) FROM feed) + row_number() OVER (ORDER BY event_seq), event_seq FROM waiting`);
    expect((await readWebhook(isnad, hook)).progress.behind).toBeGreaterThanOrEqual(30_000);
    await isnad.services.deliveries.deliver(hook.id, neverHalted);
    expect(receiver.all.map(({ event }) => event.subject)).toEqual([`source/${id}`]);
    expect((await readWebhook(isnad, hook)).progress).toMatchObject({ behind: 0, heldUp: 0 });
    const { rows } = await pool.query('SELECT 1 FROM webhook_attempts WHERE webhook_id = $1', [hook.id]);
    expect(rows).toHaveLength(1);
    await receiver.close();
  });
});
