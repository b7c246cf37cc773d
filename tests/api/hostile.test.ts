import { createServer, type Server } from 'node:http';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../support/bodies.js';
import {
  bodies,
  createTargets,
  described,
  oddHeaders,
  oddTexts,
  pathTo,
  resolveSchema,
  withBody,
  withParameter,
  withQuery,
  type Described,
  type Targets,
} from '../support/hostile-operations.js';
import { valuesOf } from '../support/hostile-values.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let server: Server;
let there: Targets;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  server = createServer(isnad.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  there = await createTargets(isnad);
});
afterAll(async () => {
  server.close();
  await isnad.close();
});

async function send(one: Described, path: string, body?: string | Buffer, headers = {}): Promise<Response> {
  const agent = request(server);
  const sent = agent[one.method](path).set({
    Authorization: `Bearer ${isnad.keys[one.role]}`,
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
  // A head that is too long reaches no operation.
  if (status === 431) return;
  expect(statuses).toContain(String(status));
  if (status < 400) return;
  expect(type).toBe('application/problem+json');
  expect(problem.code).toMatch(/^[a-z0-9_]+$/);
  expect(problem.detail).not.toMatch(/prisma|postgres|\bat .+:\d+:\d+/i);
  if (status !== 400) return;
  expect(problem.errors?.length).toBeGreaterThan(0);
  for (const { in: place, pointer, message } of problem.errors ?? []) {
    expect(['body', 'query', 'path', 'header']).toContain(place);
    expect(pointer).toBeTypeOf('string');
    expect(message).not.toBe('');
  }
}

/** Far more of all this, and to a process of its own: tests/faults/hostile-requests.test.ts. */
describe('a hostile body', () => {
  it.each(bodies)('%s is refused by every operation, with its place', async (_what, body, pointer) => {
    for (const one of withBody) {
      const response = await send(one, pathTo(one, there), body);
      expectCivil(response, one);
      expect(response.status, one.id).toBe(400);
      const pointers = ((response.body as Problem).errors ?? []).map((error) => error.pointer);
      // An unknown event or action hides what else is unknown: no branch of the union is meant.
      if (!pointers.some((one) => one === '/event' || one === '/action'))
        expect(pointers, one.id).toContain(pointer);
    }
  });

  it.each(withBody.map((one) => [one.id, one] as const))('never breaks %s', async (_id, one) => {
    await fc.assert(
      fc.asyncProperty(valuesOf(one.body ?? {}, resolveSchema), async (value) => {
        expectCivil(await send(one, pathTo(one, there), JSON.stringify(value)), one);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a hostile address', () => {
  it.each(withQuery.map((one) => [one.id, one] as const))(
    'never breaks the query of %s',
    async (_id, one) => {
      for (const text of oddTexts) {
        const all = one.query.map((name) => `${name}=${text}`).join('&');
        const response = await send(one, `${pathTo(one, there)}?${all}`);
        expectCivil(response, one);
        for (const odd of [
          `${one.query[0] ?? ''}=1&${all}`,
          `${one.query[0] ?? ''}[a]=${text}`,
          '__proto__=1',
        ])
          expect([400, 431]).toContain((await send(one, `${pathTo(one, there)}?${odd}`)).status);
      }
    },
  );

  it.each(oddTexts.slice(1))('%s is nothing that any operation finds', async (text) => {
    for (const one of withParameter) {
      const response = await send(one, pathTo(one, there, text), one.body && '{}');
      expectCivil(response, one);
      expect([400, 404], one.id).toContain(response.status);
    }
  });
});

describe('a hostile header', () => {
  it.each(oddHeaders)('%o never breaks an operation', async (headers) => {
    // A stream that is let in has no end to wait for; tests/api/waiting.test.ts listens to it.
    for (const one of described.filter(({ id }) => id !== 'streamEvents'))
      expectCivil(await send(one, pathTo(one, there), one.body && '{}', headers), one);
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
    for (const one of described.filter(({ needsKey }) => needsKey)) {
      const response = await send(one, pathTo(one, there), one.body && '{}', { Authorization });
      expect([response.status, (response.body as Problem).code], one.id).toEqual([401, 'unauthenticated']);
    }
  });
});
