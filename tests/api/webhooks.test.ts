import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import type { Delivery, Webhook } from '../../src/delivery/webhooks/webhook.schema.js';
import { anyVersion } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, memberIdOf, tagOf, type Page } from '../support/desk.js';
import { findInDatabase } from '../support/find-in-database.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';
import {
  deliverAll,
  happen,
  readDeliveries,
  readWebhook,
  relay,
  subscribe,
  type CreatedWebhook,
} from '../support/webhooks.js';

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

const nowhere = '00000000-0000-7000-8000-000000000000';
const types = ['source.created'];
const quiet = { types: ['scale.published'] };
const feedOf = async (person: Person): Promise<CloudEvent[]> => {
  await relay(isnad);
  return (bodyOf(await isnad.as(person).get('/v1/feed?after=start&limit=200')) as { items: CloudEvent[] })
    .items;
};

describe('a webhook', () => {
  it('is created with a secret that is shown once', async () => {
    const response = await isnad.as('reader').post('/v1/webhooks', { url: receiver.url, ...quiet });
    const made = response.body as CreatedWebhook;
    expect([response.status, response.headers['location'], response.headers['cache-control']]).toEqual([
      201,
      `/v1/webhooks/${made.id}`,
      'no-store',
    ]);
    expect(made).toMatchObject({
      url: receiver.url,
      owner: { ref: 'reader' },
      status: 'enabled',
      disabled: null,
      concurrency: 4,
      types: quiet.types,
      description: null,
    });
    expect(Buffer.from(made.secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
    const read = await isnad.as('reader').get(`/v1/webhooks/${made.id}`);
    expect(read.body).toEqual({ ...made, secret: undefined, progress: expect.anything() as unknown });
    expect(JSON.stringify(read.body)).not.toContain(made.secret);
  });

  it('sends headers of its owner along, which nobody is shown and no other address gets', async () => {
    const own = { headers: { Authorization: 'Bearer let-me-in', 'X-Desk': 'Isnad' }, types };
    const made = await subscribe(isnad, receiver, own);
    expect(made.headers).toEqual(['authorization', 'x-desk']);
    await happen(isnad, 'with headers');
    await deliverAll(isnad);
    const sent = { authorization: 'Bearer let-me-in', 'x-desk': 'Isnad' };
    expect(receiver.all.at(-1)?.headers).toMatchObject(sent);
    await isnad.as('reader').post(`/v1/webhooks/${made.id}/test`, {});
    expect(receiver.all.at(-1)?.headers).toMatchObject(sent);
    expect(await findInDatabase(isnad.owner, 'let-me-in')).toEqual([]);
    const changed = bodyOf(
      await isnad.as('reader').patch(`/v1/webhooks/${made.id}`, { url: `${receiver.url}/other` }, anyVersion),
    ) as Webhook;
    expect(changed.headers).toEqual([]);
    await isnad.as('reader').delete(`/v1/webhooks/${made.id}`);
  });

  it.each<[string, object, string]>([
    ['no address', {}, '/url'],
    ['an address that is none', { url: 'news.example' }, '/url'],
    ['a scheme of another kind', { url: 'ftp://news.example/' }, '/url'],
    ['a password in the address', { url: 'https://me:secret@news.example/' }, '/url'],
    ['a type nobody knows', { url: 'https://news.example/', types: ['claim.sold'] }, '/types/0'],
    ['no type at all', { url: 'https://news.example/', types: [] }, '/types'],
    ['a type twice', { url: 'https://news.example/', types: [...types, ...types] }, '/types'],
    ['too much at once', { url: 'https://news.example/', concurrency: 17 }, '/concurrency'],
    ['a cursor that is none', { url: 'http://127.0.0.1:4000/', from: 'nowhere' }, '/from'],
    ['an unknown field', { url: 'https://news.example/', secret: 'mine' }, '/secret'],
    [
      'a header of ours',
      { url: 'https://news.example/', headers: { 'Webhook-Id': '1' } },
      '/headers/Webhook-Id',
    ],
    ['two lines in a header', { url: 'https://news.example/', headers: { a: 'b\r\nc: d' } }, '/headers/a'],
    ['a header twice', { url: 'https://news.example/', headers: { a: 'b', A: 'c' } }, '/headers/A'],
  ])('with %s is refused, and the field is named', async (_what, body, pointer) => {
    const response = await isnad.as('reader').post('/v1/webhooks', body);
    expect([response.status, faultsOf(response)]).toEqual([400, [pointer]]);
  });

  it.each([
    ['inside', 'http://10.0.0.7/hook'],
    ['inside, in disguise', 'http://0x0a000007/hook'],
    ['at the metadata of a cloud', 'http://169.254.169.254/latest/meta-data'],
    ['on this machine by name', 'http://localhost:4545/'],
    ['at a database', 'http://203.0.113.9:5432/'],
    ['that DNS does not know', 'https://typo.example/hook'],
  ])('for an address %s is refused with 422', async (_what, url) => {
    const response = await isnad.as('reader').post('/v1/webhooks', { url });
    expect([response.status, problemOf(response).code, faultsOf(response)]).toEqual([
      422,
      'address_refused',
      ['/url'],
    ]);
  });

  it('is changed by its owner, checked like a new one, and says so in the feed', async () => {
    const made = await subscribe(isnad, receiver, quiet);
    const path = `/v1/webhooks/${made.id}`;
    const tag = tagOf(await isnad.as('reader').get(path));
    const changed = await isnad
      .as('reader')
      .patch(path, { concurrency: 2, types: null }, { 'If-Match': tag });
    expect(changed.body).toMatchObject({ concurrency: 2, types: null, version: 2 });
    expect((await isnad.as('reader').patch(path, { concurrency: 3 }, { 'If-Match': tag })).status).toBe(412);
    expect((await isnad.as('reader').patch(path, { url: 'http://10.0.0.7/' })).status).toBe(422);
    expect(faultsOf(await isnad.as('reader').patch(path, {}))).toEqual(['']);
    expect(faultsOf(await isnad.as('reader').patch(path, { status: 'deleted' }))).toEqual(['/status']);
    const said = (await feedOf('admin')).filter(({ subject }) => subject === `webhook/${made.id}`);
    const named = { url: receiver.url, owner: await memberIdOf(isnad, 'reader') };
    expect(said.map(({ type, data }) => [type, data])).toEqual([
      ['webhook.created', { ...named, ...quiet }],
      ['webhook.changed', { ...named, changed: ['types', 'concurrency'] }],
    ]);
    await isnad.as('reader').delete(path);
  });

  it('answers 304 while nothing has changed, neither its settings nor how far it is', async () => {
    const made = await subscribe(isnad, receiver, { types });
    const path = `/v1/webhooks/${made.id}`;
    await deliverAll(isnad);
    const tag = tagOf(await isnad.as('reader').get(path));
    expect((await isnad.as('reader').get(path, { 'If-None-Match': tag })).status).toBe(304);
    await happen(isnad, 'Somebody new');
    await deliverAll(isnad);
    expect((await isnad.as('reader').get(path, { 'If-None-Match': tag })).status).toBe(200);
    await isnad.as('reader').delete(path);
  });

  it('is settled by its owner, seen and ended by admins too, and by nobody else', async () => {
    const made = await subscribe(isnad, receiver, { as: 'checker', ...quiet });
    const path = `/v1/webhooks/${made.id}`;
    const calls = (person: Person) => [
      isnad.as(person).get(path),
      isnad.as(person).patch(path, { description: 'mine now' }),
      isnad.as(person).post(`${path}/secret`),
      isnad.as(person).get(`${path}/deliveries`),
      isnad.as(person).post(`${path}/test`),
      isnad.as(person).delete(path),
    ];
    for (const person of ['reader', 'editor', 'checker2'] as const) {
      for (const call of calls(person)) expect([(await call).status, person]).toEqual([404, person]);
      const { items } = bodyOf(await isnad.as(person).get('/v1/webhooks')) as Page<Webhook>;
      expect(items.map(({ id }) => id)).not.toContain(made.id);
    }
    const all = bodyOf(await isnad.as('admin').get('/v1/webhooks')) as Page<Webhook>;
    expect(all.items.map(({ id }) => id)).toContain(made.id);
    const admin = isnad.as('admin');
    const took = [
      await admin.patch(path, { url: `${receiver.url}/mine` }, anyVersion),
      await admin.post(`${path}/secret`),
      await admin.post(`${path}/replays`, { from: made.progress.cursor }),
      await admin.post(`${path}/test`),
    ];
    for (const refused of took)
      expect([refused.status, problemOf(refused).code]).toEqual([403, 'not_webhook_owner']);
    expect(bodyOf(await admin.get(path))).toEqual(bodyOf(await isnad.as('checker').get(path)));
    expect((await admin.get(`${path}/deliveries`)).status).toBe(200);
    expect(bodyOf(await admin.post(`${path}/transitions`, { event: 'disable' }))).toMatchObject({
      status: 'disabled',
    });
    expect((await feedOf('admin')).at(-1)).toMatchObject({
      type: 'webhook.disabled',
      subject: `webhook/${made.id}`,
      data: { reason: 'asked' },
    });
    for (const call of [isnad.stranger.get('/v1/webhooks'), isnad.stranger.delete(path)])
      expect((await call).status).toBe(401);
    expect((await isnad.as('checker').delete(path)).status).toBe(204);
    for (const call of calls('checker')) expect((await call).status).toBe(404);
    expect((await isnad.as('checker').post(`${path}/replays`, { from: made.progress.cursor })).status).toBe(
      404,
    );
  });

  it.each(['', '/deliveries'])('that is not there is 404: %s', async (more) => {
    expect((await isnad.as('admin').get(`/v1/webhooks/${nowhere}${more}`)).status).toBe(404);
    expect((await isnad.as('admin').get(`/v1/webhooks/C34${more}`)).status).toBe(400);
  });

  it('is one of twenty at most', async () => {
    const make = () => isnad.as('editor2').post('/v1/webhooks', { url: receiver.url, ...quiet });
    const made = await Promise.all(Array.from({ length: 22 }, make));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = made.filter(({ status }) => status !== 201);
    expect(refused.map((response) => [response.status, problemOf(response).code])).toEqual([
      [409, 'too_many_webhooks'],
      [409, 'too_many_webhooks'],
    ]);
    const first = bodyOf(await isnad.as('editor2').get('/v1/webhooks?limit=15')) as Page<Webhook>;
    const second = bodyOf(
      await isnad.as('editor2').get(`/v1/webhooks?limit=15&after=${first.next ?? ''}`),
    ) as Page<Webhook>;
    expect([first.items.length, second.items.length, second.next]).toEqual([15, 5, null]);
    for (const { id } of [...first.items, ...second.items])
      await isnad.as('editor2').delete(`/v1/webhooks/${id}`);
  });
});

describe('a delivery', () => {
  it('is the very event that the feed gives to whom the webhook belongs, byte for byte', async () => {
    const mine = new Map<Person, Receiver>();
    for (const person of ['reader', 'checker', 'admin'] as const) {
      const receiver = await startReceiver();
      mine.set(person, receiver);
      await subscribe(isnad, receiver, { as: person });
    }
    await relay(isnad);
    const before = await feedOf('admin');
    await isnad.as('admin').post('/v1/members', { ref: 'new', kind: 'person', name: 'New', role: 'reader' });
    await happen(isnad, 'A new source');
    await deliverAll(isnad);
    for (const [person, { all, forged, close }] of mine) {
      const inFeed = (await feedOf(person)).slice(before.length);
      const received = all.filter(({ event }) => inFeed.some(({ id }) => id === event.id));
      expect(received.map(({ body }) => body).sort()).toEqual(
        inFeed.map((one) => JSON.stringify(one)).sort(),
      );
      expect(received.map(({ event }) => event.type)).toContain('member.created');
      expect(forged).toEqual([]);
      for (const { id, event, headers } of all) {
        expect(id).toBe(event.id);
        expect(headers['content-type']).toMatch(/^application\/cloudevents\+json/);
      }
      await close();
    }
    const { items } = bodyOf(await isnad.as('admin').get('/v1/webhooks')) as Page<Webhook>;
    for (const { id } of items) await isnad.as('admin').delete(`/v1/webhooks/${id}`);
  });

  it('begins with what happens next, or behind a cursor, and is only of the types asked for', async () => {
    await happen(isnad, 'Long ago');
    const entries = await feedOf('reader');
    const [late, early] = [await startReceiver(), await startReceiver()];
    const cursor = entries.find(({ type }) => type === 'source.created')?.cursor;
    const one = await subscribe(isnad, late, { types });
    const other = await subscribe(isnad, early, { types, from: cursor });
    const id = await happen(isnad, 'Now');
    await deliverAll(isnad);
    expect(late.all.map(({ event }) => event.subject)).toEqual([`source/${id}`]);
    expect(early.all.map(({ event }) => event.cursor)).toEqual(
      (await feedOf('reader'))
        .filter(({ type }) => type === 'source.created')
        .slice(1)
        .map((event) => event.cursor),
    );
    expect((await readWebhook(isnad, one)).progress).toMatchObject({ heldUp: 0, firstFailedAt: null });
    for (const each of [one, other]) await isnad.as('reader').delete(`/v1/webhooks/${each.id}`);
    await Promise.all([late.close(), early.close()]);
  });

  it('stands in the log, page by page, with what the receiver said', async () => {
    const chatty = await startReceiver((_received, response) => {
      response.writeHead(503, { 'Retry-After': '3600' }).end('try \u0000 later\u001b[31m');
      return undefined;
    });
    const made = await subscribe(isnad, chatty, { types });
    await happen(isnad, 'Refused');
    await deliverAll(isnad);
    const [tried, ...more] = await readDeliveries(isnad, made);
    expect(more).toEqual([]);
    expect(tried).toMatchObject({
      attempt: 1,
      outcome: 'failed',
      httpStatus: 503,
      problem: 'The receiver answered 503.',
      response: 'try \uFFFD later\uFFFD[31m',
    });
    expect(Date.parse(tried?.nextAt ?? '') - Date.parse(tried?.attemptedAt ?? '')).toBe(3_600_000);
    const move = async (event: string): Promise<void> => {
      bodyOf(await isnad.as('reader').post(`/v1/webhooks/${made.id}/transitions`, { event }));
    };
    await move('disable');
    expect(await readDeliveries(isnad, made)).toEqual([{ ...tried, nextAt: null }]);
    await move('enable');
    expect(await readDeliveries(isnad, made, '&outcome=delivered')).toEqual([]);
    expect(await readDeliveries(isnad, made, `&event=${tried?.event.id ?? ''}`)).toHaveLength(1);
    expect(await readDeliveries(isnad, made, `&event=${nowhere}`)).toEqual([]);
    const bad = await isnad.as('reader').get(`/v1/webhooks/${made.id}/deliveries?outcome=lost&event=C34`);
    expect(faultsOf(bad)).toEqual(['event', 'outcome']);
    await isnad.as('reader').delete(`/v1/webhooks/${made.id}`);
    await chatty.close();
  });
});

describe('a replay', () => {
  it('delivers everything behind a cursor again, under the same ids', async () => {
    const own = await startReceiver();
    const made = await subscribe(isnad, own, { types });
    const path = `/v1/webhooks/${made.id}`;
    for (const name of ['One', 'Two', 'Three']) await happen(isnad, name);
    await deliverAll(isnad);
    const [first, ...others] = own.all.map(({ event }) => event);
    const replayed = await isnad.as('reader').post(`${path}/replays`, { from: first?.cursor });
    expect(replayed.status).toBe(202);
    expect((replayed.body as Webhook).progress.cursor).toBe(first?.cursor);
    await deliverAll(isnad);
    expect(
      own.all
        .slice(3)
        .map(({ body }) => body)
        .sort(),
    ).toEqual(others.map((event) => JSON.stringify(event)).sort());
    for (const from of [undefined, '', 'nowhere', nowhere])
      expect([from, faultsOf(await isnad.as('reader').post(`${path}/replays`, { from }))]).toEqual([
        from,
        ['/from'],
      ]);
    await isnad.as('reader').delete(path);
    await own.close();
  });
});

describe('a test', () => {
  it('is signed like an event, is in no feed, and tells what the receiver said', async () => {
    const own = await startReceiver();
    const made = await subscribe(isnad, own, quiet);
    const path = `/v1/webhooks/${made.id}`;
    const before = (await feedOf('admin')).length;
    const tried = bodyOf(await isnad.as('reader').post(`${path}/test`)) as Delivery;
    expect(tried).toMatchObject({ event: { type: 'webhook.test' }, outcome: 'delivered', httpStatus: 204 });
    expect(own.all.map(({ event }) => event.subject)).toEqual([`webhook/${made.id}`]);
    expect(await feedOf('admin')).toHaveLength(before);
    own.behave(() => 302);
    expect(bodyOf(await isnad.as('reader').post(`${path}/test`))).toMatchObject({
      outcome: 'failed',
      httpStatus: 302,
      problem: expect.stringContaining('redirects are not followed') as unknown,
    });
    await own.close();
    expect(bodyOf(await isnad.as('reader').post(`${path}/test`))).toMatchObject({
      outcome: 'failed',
      httpStatus: null,
      problem: 'No connection could be made (ECONNREFUSED).',
    });
    expect((await readDeliveries(isnad, made)).map(({ httpStatus }) => httpStatus)).toEqual([null, 302, 204]);
    await isnad.as('reader').delete(path);
  });
});
