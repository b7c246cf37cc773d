/** What nobody means to send, to every operation there is. */
import { describeApi } from '../../src/platform/http/openapi.js';
import { listOperations } from '../../src/api-document.js';
import { enterClaim, proposeVerdict, startReview } from './desk.js';
import type { Schema } from './hostile-values.js';
import type { TestIsnad, Person } from './test-runtime.js';

/** What these tables are made from needs no database: no operation is called before there is one. */
const operations = await listOperations();
const document = describeApi(operations);

export interface Described {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  id: string;
  role: Person;
  /** False of those by which somebody signs in. */
  needsKey: boolean;
  body: Schema | undefined;
  query: string[];
  statuses: string[];
}

export const described: Described[] = operations.map(({ id, method, path, body, query }) => {
  const entry = document.paths[path]?.[method] as {
    'x-permission'?: { roles: Person[] };
    requestBody?: { content: Record<string, { schema: Schema }> };
    responses: object;
  };
  return {
    id,
    method,
    path,
    needsKey: entry['x-permission'] !== undefined,
    role: entry['x-permission']?.roles.at(-1) === 'admin' ? 'admin' : 'editor',
    body: body && entry.requestBody?.content['application/json']?.schema,
    query: Object.keys(query?.shape ?? {}),
    statuses: Object.keys(entry.responses),
  };
});
export const withBody = described.filter(({ body }) => body);
export const withQuery = described.filter(({ query }) => query.length > 0);
export const withParameter = described.filter(({ path }) => path.includes('{'));

export const resolveSchema = (ref: string): Schema =>
  document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {};

/** Operation, or first part of a path → something that is there. Members and keys are spared: the tests live by them. */
export type Targets = Record<string, string>;

export async function createTargets(isnad: TestIsnad): Promise<Targets> {
  const task = async (): Promise<string> => (await startReview(isnad, await enterClaim(isnad), 'editor')).id;
  // Nobody listens there: a test of it fails, which is an answer.
  const webhook = async (): Promise<string> =>
    ((await isnad.as('editor').post('/v1/webhooks', { url: 'http://127.0.0.1:9/' })).body as { id: string })
      .id;
  const proposed = await proposeVerdict(isnad, await enterClaim(isnad));
  return {
    claims: 'C34',
    tasks: await task(),
    saveDraft: await task(),
    submitVerdict: await task(),
    verdicts: proposed.id,
    articles: 'putin-pyongyang-2024',
    sources: 'putin',
    instruments: encodeURIComponent('s-res-1718-2006'),
    provisions: encodeURIComponent('s-res-1718-2006.8b'),
    webhooks: await webhook(),
    deleteWebhook: await webhook(),
  };
}

const nowhere = '00000000-0000-7000-8000-000000000000';

export const pathTo = (one: Described, there: Targets, id?: string): string =>
  one.path
    .replace('{id}', id ?? there[one.id] ?? there[one.path.split('/')[2] ?? ''] ?? nowhere)
    .replace('{relation}', id ?? nowhere)
    .replace('{number}', id ?? '1');

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
export const bodies: [string, string | Buffer, string][] = [
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

export const oddTexts = [
  ...['', '%00', '%FF', '%ED%A0%80', '%', '1e9', '-1', '99999999999999999999', 'x'.repeat(900)],
  ...['%E2%80%AE', '..%2F..%2Fetc', '%27%20OR%201%3D1', '%D9%A3', 'null', 'AAAAAAAA', '%25%5F%5C'],
];

export const oddHeaders: Record<string, string>[] = [
  { 'If-Match': '"' },
  { 'If-Match': `W/"a", ${'"b",'.repeat(500)}` },
  { 'If-None-Match': ',,,"\u00ff' },
  { Prefer: 'wait=-1' },
  { Prefer: 'wait=99999999999999999999, wait="' },
  { Accept: 'text/nothing', 'Accept-Language': '*;q=9' },
];
