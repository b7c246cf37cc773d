/** The examples of the document, sent as they stand to an installation that was begun as `npm start` begins one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import { checkpointsOf, createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { readApiDocument } from '../../src/api-document.js';
import { exampleNames } from '../../src/reference/examples/example-claims.js';
import { readMadeIds } from '../../src/reference/examples/made-ids.queries.js';
import { createNotary } from '../support/checkpoints.js';
import {
  addressOf,
  beginWithExamples,
  bodyOf,
  describedIn,
  send,
  type Described,
} from '../support/described-operations.js';

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
let described: Described[];
beforeAll(async () => {
  isnad = await beginWithExamples();
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

describe('the example of', () => {
  it.each(operations)('%s can be sent as it stands', async (id) => {
    const one = described.find(({ operationId }) => operationId === id);
    if (!one) throw new Error('it is not in the document that is served');
    expect(addressOf(one)).not.toContain('{');
    if (one.requestBody?.required) expect(bodyOf(one)).toBeDefined();
    const answer = await send(isnad, one);
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
