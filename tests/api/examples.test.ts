/** The examples of the document, sent as they stand to an installation that was begun as `npm start` begins one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/access/rules.js';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import { checkpointsOf, createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { CallFailure } from '../../src/platform/outbound/failure.js';
import { createOutbound } from '../../src/platform/outbound/outbound.js';
import { readApiDocument } from '../../src/api-document.js';
import { enterExamples } from '../../prisma/seed/examples.js';
import { callNobody } from '../../prisma/seed/call-nobody.js';
import { exampleNames } from '../../src/reference/examples/example-claims.js';
import { readMadeIds } from '../../src/reference/examples/made-ids.queries.js';
import { createNotary } from '../support/checkpoints.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  example?: unknown;
}
interface Described {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { example?: object }> };
  'x-permission'?: { roles: Role[] };
  'x-example-status'?: number;
  responses: Record<string, { content?: Record<string, unknown> }>;
}
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const describedIn = ({ paths }: ApiDocument) =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({
        path,
        method: method as Method,
        ...(one as unknown as Described),
      })),
    );
const operations = describedIn(await readApiDocument()).map(({ operationId }) => operationId);

/** What such an installation cannot have, and why. */
const notThere: Readonly<Record<string, string>> = {
  getClaimReview: 'nothing is published, and what is there to try things out never is',
  getCaptureText: 'no page is fetched at a first start',
  getCaptureContent: 'no page is fetched at a first start',
  getCaptureWarc: 'no page is fetched at a first start',
};

let isnad: TestIsnad;
let begunWith: { webhooks: string[]; captures: string[] };
let described: ReturnType<typeof describedIn>;
beforeAll(async () => {
  // One name is known, and nothing that happens here is sent to it.
  const outbound = createOutbound({
    resolve: (name) =>
      name === 'example.com'
        ? Promise.resolve(['93.184.215.14'])
        : Promise.reject(new CallFailure('unknown_host', 'There is no network here.')),
  });
  isnad = await createIsnad({ seeded: true, outbound, captures: callNobody });
  await enterExamples(isnad.services, isnad.keys);
  begunWith = {
    webhooks: await statuses('SELECT status::text FROM webhooks'),
    captures: await statuses('SELECT outcome::text AS status FROM captures'),
  };
  await isnad.work();
  await (await createNotary(isnad, checkpointsOf(isnad.dir))).sign();
  described = describedIn((await isnad.stranger.get('/openapi.json')).body as ApiDocument);
}, 120_000);
afterAll(() => isnad.close());

const statuses = async (text: string): Promise<string[]> =>
  (await isnad.owner.query<{ status: string }>(text)).rows.map(({ status }) => status);

const bodyOf = ({ requestBody }: Described): object | undefined =>
  requestBody?.content['application/json']?.example;

/** Whoever may send it; of several, the one who works with it. */
function callerOf({ 'x-permission': { roles } = { roles: [] } }: Described) {
  const caller = (['editor', 'checker', 'admin', 'reader'] as const).find((role) => roles.includes(role));
  if (!caller) throw new Error('nobody may send it');
  return isnad.as(caller);
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

describe('the example of', () => {
  it.each(operations)('%s can be sent as it stands', async (id) => {
    const one = described.find(({ operationId }) => operationId === id);
    if (!one) throw new Error('it is not in the document that is served');
    const given = (place: Parameter['in']): [string, string][] =>
      one.parameters
        .filter((parameter) => parameter.in === place && parameter.example !== undefined)
        .map(({ name, example }) => [name, textOf(example)]);
    const filled = given('path').reduce(
      (path, [name, value]) => path.replace(`{${name}}`, encodeURIComponent(value)),
      one.path,
    );
    expect(filled).not.toContain('{');
    const path = `${filled}?${new URLSearchParams(given('query')).toString()}`;
    const headers = Object.fromEntries(given('header'));
    const caller = callerOf(one);
    const body = bodyOf(one);
    if (one.requestBody?.required) expect(body).toBeDefined();
    const endless = 'text/event-stream' in (one.responses['200']?.content ?? {});
    const answer = await (endless
      ? caller.head(path, headers)
      : one.method === 'get' || one.method === 'delete'
        ? caller[one.method](path, headers)
        : caller[one.method](path, body, headers));
    const expected = one['x-example-status'];
    expect(expected, 'named by what it has').toBe(id in notThere ? 404 : undefined);
    if (expected === undefined) expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    else expect(answer.status, JSON.stringify(answer.body)).toBe(expected);
    await isnad.work();
  });
});

it('begins with webhooks that call nobody and with a page that could not be had', () => {
  expect(begunWith).toEqual({ webhooks: ['disabled', 'disabled'], captures: ['failed'] });
});

it('names nothing of a desk in the document of one that was begun without them', async () => {
  const desk = await createIsnad({ seeded: true });
  try {
    const served = (await desk.stranger.get('/openapi.json')).body as ApiDocument;
    const shipped = JSON.parse(JSON.stringify(await readApiDocument())) as ApiDocument;
    expect(served.paths).toEqual(shipped.paths);
    // Nor at the next start, whatever somebody calls an article of theirs.
    const text = 'Nothing to try out.';
    const article = { ref: exampleNames.article, kind: 'document', title: 'Mine', language: 'en', text };
    expect((await desk.as('checker').post('/v1/articles', article)).status).toBe(201);
    expect(await readMadeIds(desk.database.pool)).toEqual({});
  } finally {
    await desk.close();
  }
});
