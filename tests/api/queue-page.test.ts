import { jobs } from '../../src/jobs.js';
import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorker } from '../../src/platform/queue/backend.types.js';
import { createProducer, type Producer } from '../../src/platform/queue/producer.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';
import { faultsOfDocument } from '../support/openapi-rules.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';

const page = '/admin/queues';
const id = 'open-task-9b2f4e6a-sweep1';
const claimId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const reason = 'المهمة <script>alert("1")</script> & failed \u202Eback';

describe.each(queueStores.filter(({ skipped }) => !skipped))(
  'the page of the queue in $name',
  ({ name, open }) => {
    let store: QueueStore;
    let here: ListeningIsnad;
    let producer: Producer;
    let worker: OpenWorker;
    let failing = true;

    beforeAll(async () => {
      store = await open();
      here = await listenLocally({ redisUrl: store.redisUrl });
      const { backend } = here.isnad;
      producer = createProducer(backend, jobs);
      worker = backend.openWorker(
        () => (failing ? Promise.reject(new UnrecoverableError(reason)) : Promise.resolve()),
        { concurrency: 1, maxStartedAttempts: 3 },
      );
      await producer.enqueue({ name: 'open-task', payload: { claimId } }, { id });
      await until(async () => (await read()).includes(`jobs/${id}/retry`));
    });
    afterAll(async () => {
      await worker.close();
      await producer.close();
      await here.close();
      await store.close();
    });

    const basic = (key: string, user = 'anybody'): string =>
      `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;
    const ask = (path: string, headers: Record<string, string>, method = 'GET'): Promise<Response> =>
      fetch(new URL(path, here.url), { method, headers, redirect: 'manual' });
    const asAdmin = (): string => basic(here.keyOf('admin'));
    const read = async (): Promise<string> => (await ask(page, { Authorization: asAdmin() })).text();
    const retry = (headers: Record<string, string>, job = id): Promise<Response> =>
      ask(`${page}/jobs/${job}/retry`, headers, 'POST');

    it('shows how many jobs there are, and what was given up and why, as text only', async () => {
      const html = await read();
      expect(html).toContain(`In ${name}, as of`);
      expect(html).toMatch(/<th scope="col">failed<\/th><\/tr><tr>.*<td>1<\/td><\/tr>/);
      expect(html).toContain(claimId);
      expect(html).toContain(
        '<bdi dir="auto">المهمة &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; failed \u202Eback</bdi>',
      );
      expect(html).not.toMatch(/<script|<link|<img|https?:\/\//);
      expect(html).not.toContain(here.keyOf('admin'));
    });

    it('is for admins: 401 and 403 as everywhere, with a question that browsers understand', async () => {
      const nobody = await ask(page, {});
      expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
        401,
        'Basic realm="isnad", charset="UTF-8"',
      ]);
      expect(await nobody.json()).toMatchObject({ code: 'unauthenticated', status: 401 });
      for (const bad of [basic('isk_wrong'), basic(''), 'Basic', 'Basic !', `Basic ${btoa('no colon')}`])
        expect([bad, (await ask(page, { Authorization: bad })).status]).toEqual([bad, 401]);
      for (const role of ['reader', 'checker', 'editor'] as const) {
        const refused = await ask(page, { Authorization: basic(here.keyOf(role)) });
        expect(await refused.json()).toMatchObject({ status: 403, permission: 'administer' });
        expect((await retry({ Authorization: `Bearer ${here.keyOf(role)}` })).status).toBe(403);
      }
      expect((await here.get('admin', page)).status).toBe(200);
    });

    it('is described as taking passwords beside keys', async () => {
      const document = (await (await fetch(new URL('/openapi.json', here.url))).json()) as {
        paths: Record<string, { get?: { security: unknown } }>;
      };
      expect(faultsOfDocument(document)).toEqual([]);
      expect(document.paths[page]?.get?.security).toEqual([{ key: [] }, { session: [] }, { password: [] }]);
      expect(document.paths['/metrics']?.get?.security).toEqual([{ key: [] }, { session: [] }]);
    });

    it('takes passwords nowhere else', async () => {
      expect((await ask('/v1/me', { Authorization: asAdmin() })).status).toBe(401);
    });

    it('lets the browser run nothing, load nothing, keep nothing, and show it in no frame', async () => {
      const { headers } = await ask(page, { Authorization: asAdmin() });
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]+='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect([headers.get('referrer-policy'), headers.get('x-content-type-options')]).toEqual([
        'same-origin',
        'nosniff',
      ]);
    });

    it('takes a form from its own page only, since browsers send passwords along by themselves', async () => {
      const foreign = [
        {},
        { Origin: 'https://elsewhere.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site', Origin: here.url },
        { 'Sec-Fetch-Site': 'same-site' },
      ];
      for (const headers of foreign) {
        const answer = await retry({ Authorization: asAdmin(), ...headers });
        expect(await answer.json()).toMatchObject({ status: 403, code: 'sent_from_elsewhere' });
      }
      expect(await read()).toContain(`jobs/${id}/retry`);
    });

    it('has a job tried again that was given up, and says so of one that was not', async () => {
      failing = false;
      const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
      const answer = await retry({ Authorization: asAdmin(), ...form });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, page]);
      await until(async () => (await read()).includes('No job has been given up.'));
      const again = await retry({ Authorization: asAdmin(), Origin: here.url });
      expect(await again.json()).toMatchObject({ status: 409, code: 'job_not_given_up' });
      const none = await retry({ Authorization: `Bearer ${here.keyOf('admin')}` }, 'nothing');
      expect(await none.json()).toMatchObject({ status: 404, code: 'job_not_found' });
    });
  },
);

it.skipIf(queueStores[1]?.skipped)('says that the store of the queue does not answer', async () => {
  const store = await queueStores[1]?.open();
  const here = await listenLocally({ redisUrl: store?.redisUrl });
  try {
    await store?.close();
    const answer = await here.get('admin', page);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('The store of the queue does not answer.');
  } finally {
    await here.close();
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries === 400) throw new Error('it never became so');
    await pause(25);
  }
}
