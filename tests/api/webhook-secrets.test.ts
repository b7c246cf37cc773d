/** The secrets by which deliveries are signed: how one is replaced, and where none of them is ever shown. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf } from '../support/api.js';
import { faultsOf } from '../support/bodies.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, happen, readWebhook, subscribe, type CreatedWebhook } from '../support/webhooks.js';

let isnad: TestIsnad;
let receiver: Receiver;
beforeAll(async () => {
  isnad = await createIsnad();
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await isnad.close();
});

const types = ['source.created'];

describe('a secret', () => {
  it('that is replaced signs beside the new one for a while, and then no more', async () => {
    const own = await startReceiver();
    const made = await subscribe(isnad, own, { types });
    const path = `/v1/webhooks/${made.id}`;
    await happen(isnad, 'By the first');
    await deliverAll(isnad);
    const rotated = await isnad.as('reader').post(`${path}/secret`);
    expect([rotated.status, rotated.headers['cache-control']]).toEqual([201, 'no-store']);
    const second = (rotated.body as { secret: string }).secret;
    expect((await readWebhook(isnad, made)).secrets).toHaveLength(2);

    await happen(isnad, 'By both, for who knows the first');
    await deliverAll(isnad);
    own.distrust(made.secret);
    own.trust(second);
    await happen(isnad, 'By both, for who knows the second');
    await deliverAll(isnad);
    expect(own.all.map(({ headers }) => String(headers['webhook-signature']).split(' ').length)).toEqual([
      1, 2, 2,
    ]);
    expect(own.forged).toEqual([]);

    const third = (await isnad.as('reader').post(`${path}/secret`, { overlapHours: 0 })).body as {
      secret: string;
    };
    own.distrust(second);
    own.trust(third.secret);
    await happen(isnad, 'By the third alone');
    await deliverAll(isnad);
    expect(String(own.all.at(-1)?.headers['webhook-signature']).split(' ')).toHaveLength(1);
    expect([own.all.length, own.forged.length]).toEqual([4, 0]);
    expect(faultsOf(await isnad.as('reader').post(`${path}/secret`, { overlapHours: 999 }))).toEqual([
      '/overlapHours',
    ]);
    await isnad.as('reader').delete(path);
    await own.close();
  });

  it('is in no log line, no event, no answer and no job, whatever happens to it', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    const app = createApp({
      operations: operationsOf(isnad.services),
      authenticate: isnad.services.authenticateKey,
      checks: [],
      log: createLog({ level: 'trace', name: 'tests', destination }),
    });
    const reader = apiOf(app).as(isnad.keys.reader);
    const made = (await reader.post('/v1/webhooks', { url: receiver.url, types })).body as CreatedWebhook;
    const path = `/v1/webhooks/${made.id}`;
    const { secret } = (await reader.post(`${path}/secret`)).body as { secret: string };
    receiver.trust(secret);
    await happen(isnad, 'Signed');
    await deliverAll(isnad);
    const seen = await Promise.all([
      reader.get(path),
      reader.get('/v1/webhooks'),
      reader.get(`${path}/deliveries`),
      reader.post(`${path}/test`),
      reader.patch(path, { description: 'x' }),
      isnad.as('admin').get('/v1/feed?after=start&limit=200'),
    ]);
    const texts = [...lines, ...seen.map(({ body }) => JSON.stringify(body))].join('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const whole of [made.secret, secret]) {
      expect(texts).not.toContain(whole.slice(6));
      expect(texts).not.toContain(Buffer.from(whole.slice(6), 'base64').toString('hex'));
    }
    await reader.delete(path);
    const { rows } = await isnad.database.pool.query('SELECT 1 FROM webhook_secrets WHERE webhook_id = $1', [
      made.id,
    ]);
    expect(rows).toEqual([]);
  });
});
