import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch, sequence } from '../../src/delivery/feed/relay.js';
import { jobsFor } from '../../src/jobs.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';
import { startProcess, type Started } from '../support/processes.js';
import { startReceiver } from '../support/hook-receiver.js';
import { queueStores } from '../support/queue-stores.js';
import { startCollector } from '../support/span-collector.js';

type Collector = Awaited<ReturnType<typeof startCollector>>;

/** It makes the keys and tells the database; what is asked are processes of their own. */
let isnad: ListeningIsnad;
let collector: Collector;
let coverage: string;
const running: Started[] = [];

beforeAll(async () => {
  isnad = await listenLocally({ seeded: true });
  collector = await startCollector();
  coverage = await mkdtemp(join(tmpdir(), 'isnad-loaded-'));
});
afterAll(async () => {
  for (const one of running) await one.end();
  await collector.close();
  await isnad.close();
  await rm(coverage, { recursive: true, force: true });
});

function start(entry: string, env: Record<string, string>): Started {
  const started = startProcess(entry, {
    DATABASE_URL: isnad.databaseUrl,
    PORT: '0',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    WEBHOOK_ALLOW: '127.0.0.0/8',
    CAPTURE_ALLOW: '127.0.0.0/8',
    ...env,
  });
  running.push(started);
  return started;
}

const urlOf = async (api: Started): Promise<string> => (await api.says(/"url":"(http:[^"]+)"/))[1] ?? '';

/** A task that nothing but the sweep asks for: the relay that gives its event a place sends no jobs. */
async function oweTask(): Promise<void> {
  const post = async (path: string, body: object): Promise<{ ref: string }> => {
    const answer = await fetch(new URL(path, isnad.url), {
      method: 'POST',
      headers: { Authorization: `Bearer ${isnad.keyOf('checker')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { ref: string };
  };
  const { ref: article } = await post('/v1/articles', {
    title: 'B',
    language: 'en',
    text: 'Or so they say.',
  });
  await post('/v1/claims', { article, kind: 'assertion', quote: { exact: 'so they say' } });
  const { store } = isnad.isnad.services;
  const enqueue = (): Promise<void> => Promise.resolve();
  const relay = async () => [await sequence(store), await dispatch(store, { enqueue, jobsFor })];
  await expect.poll(relay).toEqual(['idle', 'idle']);
}

/** Whatever of OpenTelemetry a process had loaded by its end, but for the interface that prom-client brings along. */
async function loadedBy(api: Started, folder: string): Promise<string[]> {
  expect(await api.end()).toBe(0);
  const files = await readdir(folder);
  const told = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return told.flatMap((text) => {
    const { result } = JSON.parse(text) as { result: { url: string }[] };
    return result.map(({ url }) => url).filter((url) => /@opentelemetry\/(?!api\/)/.test(url));
  });
}

describe('with OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const callers = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, tracestate: 'newsroom=1' };
  let api: Started;
  let url: string;
  const folder = (): string => join(coverage, 'with');
  const ask = (
    path: string,
    body: object | undefined,
    headers: Record<string, string> = {},
    method = 'POST',
  ): Promise<Response> =>
    fetch(new URL(path, url), {
      method,
      headers: {
        Authorization: `Bearer ${isnad.keyOf('checker')}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });

  beforeAll(async () => {
    api = start('src/server.js', {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      NODE_V8_COVERAGE: folder(),
    });
    url = await urlOf(api);
  });

  it('a request is a span in the trace of its caller, and its transaction one within it', async () => {
    const answer = await ask('/v1/articles', { title: 'A', language: 'en', text: 'So they say.' }, callers);
    expect(answer.status).toBe(201);
    const request = await collector.find(({ name }) => name === 'POST /v1/articles');
    expect(request).toMatchObject({
      service: 'isnad-api',
      traceId,
      parentSpanId: 'b7ad6b7169203331',
      kind: 2,
      failed: false,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/v1/articles',
        'http.response.status_code': 201,
        'isnad.operation': 'createArticle',
        'isnad.request_id': answer.headers.get('x-request-id'),
      },
    });
    const transaction = await collector.find(
      ({ name, parentSpanId }) => name === 'transaction' && parentSpanId === request.spanId,
    );
    expect(transaction).toMatchObject({ traceId, kind: 3, attributes: { 'db.system.name': 'postgresql' } });
    expect([...collector.paths]).toEqual(['POST /v1/traces']);
    await api.says(new RegExp(`"traceId":"${traceId}".*"status":201`));
  });

  it('the polled ones are spans too, a trace of their own where the caller has none, without what was asked', async () => {
    await fetch(new URL('/v1/claims/C34/status?secret=1', url), {
      headers: { Authorization: `Bearer ${isnad.keyOf('reader')}` },
    });
    const status = await collector.find(({ name }) => name === 'GET /v1/claims/{id}/status');
    expect(status).toMatchObject({
      parentSpanId: undefined,
      attributes: { 'isnad.operation': 'getClaimStatus' },
    });
    expect(JSON.stringify(collector.spans)).not.toContain('secret');
    expect(JSON.stringify(collector.spans)).not.toContain(isnad.keyOf('reader'));
  });

  it('a webhook is called with the span in which it is called', async () => {
    const receiver = await startReceiver();
    try {
      const made = (await (await ask('/v1/webhooks', { url: receiver.url })).json()) as {
        id: string;
        secret: string;
      };
      receiver.trust(made.secret);
      await ask(`/v1/webhooks/${made.id}/test`, {}, callers);
      const call = await collector.find(({ name, kind }) => name === 'POST' && kind === 3);
      expect(call).toMatchObject({ traceId, attributes: { 'server.address': '127.0.0.1' } });
      expect(receiver.all[0]?.headers['traceparent']).toBe(`00-${traceId}-${call.spanId}-01`);
      // Workers that are started later have nothing to call.
      const { status } = await ask(`/v1/webhooks/${made.id}`, undefined, {}, 'DELETE');
      expect(status).toBe(204);
    } finally {
      await receiver.close();
    }
  });

  it('whether the process is well is no span; the last ones are delivered at the end', async () => {
    await fetch(new URL('/readyz', url));
    await ask('/v1/match', { text: 'Missiles for Russia', language: 'en' });
    expect(await loadedBy(api, folder())).not.toEqual([]);
    await collector.find(({ name }) => name === 'POST /v1/match');
    expect(collector.spans.filter(({ name }) => name.includes('readyz'))).toEqual([]);
  });

  // In each of them among the long tests.
  const stores = queueStores.filter(({ skipped }) => !skipped);
  it.each(process.env['LONG'] === '1' ? stores : stores.slice(0, 1))(
    'a job in $name is a span in the trace of the job that asked for it, its transaction one within it',
    async ({ open }) => {
      await oweTask();
      const store = await open();
      const workers = start('workers/main.js', {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_SERVICE_NAME: `workers on ${store.redisUrl ?? 'PostgreSQL'}`,
        ...(store.redisUrl !== undefined && { REDIS_URL: store.redisUrl }),
      });
      try {
        const isHere = ({ service }: { service: unknown }): boolean =>
          service === `workers on ${store.redisUrl ?? 'PostgreSQL'}`;
        const sweep = await collector.find((span) => isHere(span) && span.name === 'job sweep');
        const job = await collector.find(
          (span) => isHere(span) && span.name === 'job open-task' && span.parentSpanId === sweep.spanId,
        );
        expect(job).toMatchObject({ traceId: sweep.traceId, kind: 5, failed: false });
        expect(job.attributes).toMatchObject({ 'messaging.system': 'bullmq', 'isnad.attempt': 1 });
        expect(job.attributes['messaging.message.id']).toContain(job.name.replace('job ', ''));
        await collector.find(
          ({ name, parentSpanId }) => name === 'transaction' && parentSpanId === job.spanId,
        );
      } finally {
        await workers.end();
        await store.close();
      }
    },
  );

  it('a collector that is away holds nothing up, and the log says so', async () => {
    const alone = start('src/server.js', {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      OTEL_EXPORTER_OTLP_TIMEOUT: '300',
    });
    const there = await urlOf(alone);
    for (let asked = 0; asked < 3; asked++)
      expect((await fetch(new URL('/v1/me', there), { headers: callers })).status).toBe(401);
    await alone.says(/spans are not delivered/);
    expect(await alone.end()).toBe(0);
  });
});

it('without it nothing of OpenTelemetry is loaded', async () => {
  const folder = join(coverage, 'without');
  const api = start('src/server.js', { NODE_V8_COVERAGE: folder });
  const url = await urlOf(api);
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
  expect(await loadedBy(api, folder)).toEqual([]);
});
