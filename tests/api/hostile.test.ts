import { createServer, type Server } from 'node:http';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../support/bodies.js';
import { enterClaim, proposeVerdict, startReview } from '../support/desk.js';
import { valuesOf, type Schema } from '../support/hostile-values.js';
import { createHouse, type House, type Person } from '../support/house.js';
import { describeApi } from '../../src/http/openapi.js';
import { operationsOf, type Services } from '../../src/wire.js';

/** What the tables below are made from needs no database: no operation is called before there is one. */
const operations = operationsOf(new Proxy({}, { get: () => ({}) }) as Services);
const document = describeApi(operations);

interface Described {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  id: string;
  role: Person;
  body: Schema | undefined;
  query: string[];
  statuses: string[];
}

const described: Described[] = operations.map(({ id, method, path, body, query }) => {
  const entry = document.paths[path]?.[method] as {
    'x-permission'?: { roles: Person[] };
    requestBody?: { content: Record<string, { schema: Schema }> };
    responses: object;
  };
  return {
    id,
    method,
    path,
    role: entry['x-permission']?.roles.at(-1) === 'admin' ? 'admin' : 'editor',
    body: body && entry.requestBody?.content['application/json']?.schema,
    query: Object.keys(query?.shape ?? {}),
    statuses: Object.keys(entry.responses),
  };
});
const withBody = described.filter(({ body }) => body);
const withQuery = described.filter(({ query }) => query.length > 0);
const withParameter = described.filter(({ path }) => path.includes('{'));

let house: House;
let server: Server;
/** Operation, or first part of a path → something that is there. Members and keys are spared: the test lives by them. */
let there: Record<string, string>;
beforeAll(async () => {
  house = await createHouse({ seeded: true });
  server = createServer(house.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const task = async (): Promise<string> => (await startReview(house, await enterClaim(house), 'editor')).id;
  // Nobody listens there: a test of it fails, which is an answer.
  const webhook = async (): Promise<string> =>
    ((await house.as('editor').post('/v1/webhooks', { url: 'http://127.0.0.1:9/' })).body as { id: string })
      .id;
  const proposed = await proposeVerdict(house, await enterClaim(house));
  there = {
    claims: 'C34',
    tasks: await task(),
    saveDraft: await task(),
    submitVerdict: await task(),
    verdicts: proposed.id,
    articles: 'putin-pyongyang-2024',
    sources: 'putin',
    instruments: encodeURIComponent('S/RES/1718(2006)'),
    provisions: encodeURIComponent('S/RES/1718(2006)/8(b)'),
    webhooks: await webhook(),
    deleteWebhook: await webhook(),
  };
});
afterAll(async () => {
  server.close();
  await house.close();
});

const nowhere = '00000000-0000-7000-8000-000000000000';

const pathTo = (one: Described, id?: string): string =>
  one.path
    .replace('{id}', id ?? there[one.id] ?? there[one.path.split('/')[2] ?? ''] ?? nowhere)
    .replace('{relation}', id ?? nowhere)
    .replace('{number}', id ?? '1');

async function send(one: Described, path: string, body?: string | Buffer, headers = {}): Promise<Response> {
  const agent = request(server);
  const sent = agent[one.method](path).set({
    Authorization: `Bearer ${house.keys[one.role]}`,
    'If-Match': '*',
    ...headers,
  });
  // Given to write() a body goes out byte for byte.
  if (body !== undefined) sent.set('Content-Type', 'application/json').write(body);
  return sent;
}

/** An answer may be a yes or a no, but it is one that the document declares, and a no says what is wrong. */
function expectCivil({ status, type, body }: Response, { statuses }: Pick<Described, 'statuses'>): void {
  const problem = body as Problem;
  expect(status, JSON.stringify(body)).toBeLessThan(500);
  expect(statuses).toContain(String(status));
  if (status < 400) return;
  expect(type).toBe('application/problem+json');
  expect(problem.code).toMatch(/^[a-z0-9-]+$/);
  expect(problem.detail).not.toMatch(/prisma|postgres|\bat .+:\d+:\d+/i);
  if (status !== 400) return;
  expect(problem.errors?.length).toBeGreaterThan(0);
  for (const { in: place, pointer, message } of problem.errors ?? []) {
    expect(['body', 'query', 'path', 'header']).toContain(place);
    expect(pointer).toBeTypeOf('string');
    expect(message).not.toBe('');
  }
}

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const bodies: [string, string | Buffer, string][] = [
  ['NUL', '{"note":"a\\u0000b"}', '/note'],
  ['a lone surrogate', '{"note":"\\ud800"}', '/note'],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), ''],
  ['50,000 brackets', `{"from":${deep}}`, `/from${'/0'.repeat(31)}`],
  ['a key twice', '{"event":"accept","event":"reject"}', '/event'],
  ['__proto__', '{"__proto__":{"role":"admin"}}', '/__proto__'],
  ['1e400', '{"start":1e400}', '/start'],
  ['2^53+1', '{"start":9007199254740993}', '/start'],
  ['a huge text', JSON.stringify({ note: 'x'.repeat(900_000) }), '/note'],
  ['an unknown field', '{"Isnad ":1}', '/Isnad '],
  ['a list', '[]', ''],
  ['a word', '"accept"', ''],
];

describe('a hostile body', () => {
  it.each(bodies)('%s is refused by every operation, with its place', async (_what, body, pointer) => {
    for (const one of withBody) {
      const response = await send(one, pathTo(one), body);
      expectCivil(response, one);
      expect(response.status, one.id).toBe(400);
      const pointers = ((response.body as Problem).errors ?? []).map((error) => error.pointer);
      // An unknown event or action hides what else is unknown: no branch of the union is meant.
      if (!pointers.some((one) => one === '/event' || one === '/action'))
        expect(pointers, one.id).toContain(pointer);
    }
  });

  it.each(withBody.map((one) => [one.id, one] as const))('never breaks %s', async (_id, one) => {
    const resolve = (ref: string): Schema => document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {};
    await fc.assert(
      fc.asyncProperty(valuesOf(one.body ?? {}, resolve), async (value) => {
        expectCivil(await send(one, pathTo(one), JSON.stringify(value)), one);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a hostile address', () => {
  const texts = ['', '%00', '%FF', '%ED%A0%80', '%', '1e9', '-1', '99999999999999999999', 'x'.repeat(900)];
  const more = ['%E2%80%AE', '..%2F..%2Fetc', '%27%20OR%201%3D1', '%D9%A3', 'null', 'AAAAAAAA', '%25%5F%5C'];

  it.each(withQuery.map((one) => [one.id, one] as const))(
    'never breaks the query of %s',
    async (_id, one) => {
      for (const text of [...texts, ...more]) {
        const all = one.query.map((name) => `${name}=${text}`).join('&');
        const response = await send(one, `${pathTo(one)}?${all}`);
        expectCivil(response, one);
        for (const odd of [
          `${one.query[0] ?? ''}=1&${all}`,
          `${one.query[0] ?? ''}[a]=${text}`,
          '__proto__=1',
        ])
          expect((await send(one, `${pathTo(one)}?${odd}`)).status).toBe(400);
      }
    },
  );

  it.each([...texts.slice(1), ...more])('%s is nothing that any operation finds', async (text) => {
    for (const one of withParameter) {
      const response = await send(one, pathTo(one, text), one.body && '{}');
      expectCivil(response, one);
      expect([400, 404], one.id).toContain(response.status);
    }
  });
});

describe('a hostile header', () => {
  it.each([
    { 'If-Match': '"' },
    { 'If-Match': `W/"a", ${'"b",'.repeat(500)}` },
    { 'If-None-Match': ',,,"\u00ff' },
    { Prefer: 'wait=-1' },
    { Prefer: 'wait=99999999999999999999, wait="' },
    { Accept: 'text/nothing', 'Accept-Language': '*;q=9' },
  ])('%o never breaks an operation', async (headers) => {
    // A stream that is let in has no end to wait for; tests/api/waiting.test.ts listens to it.
    for (const one of described.filter(({ id }) => id !== 'streamFeed'))
      expectCivil(await send(one, pathTo(one), one.body && '{}', headers), one);
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic YTpi',
    `Bearer ${'x'.repeat(5000)}`,
    'Bearer isnad_\u00ff',
  ])('the key "%s" opens nothing', async (Authorization) => {
    for (const one of described) {
      const response = await send(one, pathTo(one), one.body && '{}', { Authorization });
      expect([response.status, (response.body as Problem).code], one.id).toEqual([401, 'unauthenticated']);
    }
  });
});
