/** What the document says of the headers of answers is what is sent. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { createRates } from '../../src/platform/auth/rate.service.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { safely } from '../../src/platform/http/idempotency.js';
import { securityHeaders } from '../../src/platform/http/security-headers.js';
import { isGuarded, isWrite, type Operation } from '../../src/platform/http/route.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf, type Api } from '../support/api.js';
import type { Prepared } from '../support/request-makers.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';
import type { TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let as: (person: Prepared['by']) => Api;
let stranger: Api;
beforeAll(async () => {
  isnad = await createBusyIsnad();
  const plenty = { reader: 1e6, checker: 1e6, editor: 1e6, admin: 1e6 };
  const app = createApp({
    operations: operationsOf(isnad.services),
    authenticate: isnad.services.authenticateKey,
    rates: createRates({
      limits: { reads: plenty, writes: plenty, failures: 1e6, publicReads: 1e6 },
      store: { exchange: () => Promise.resolve([]) },
      warn: () => undefined,
    }),
    around: safely(isnad.services.safeWrites),
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
    checkAnswers: true,
  });
  const api = apiOf(app);
  as = (person) => api.as(isnad.keys[person]);
  stranger = api.stranger;
}, 120_000);
afterAll(() => isnad.close());

const document = describeApi(operations);

/** How a message is carried, and what stands on every answer of the server whatever it says. */
const ofTheServer = new Set([
  ...['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding'],
  ...securityHeaders.map(([name]) => name.toLowerCase()),
]);
/** Sent only where the request gave cause for it. */
const conditional = new Set([
  'preference-applied',
  'idempotent-replayed',
  'retry-after',
  'link',
  'content-disposition',
]);

const describedFor = ({ path, method }: Operation, status: number): string[] => {
  const { responses } = document.paths[path]?.[method] as unknown as {
    responses: Record<string, { headers?: object }>;
  };
  return Object.keys(responses[String(status)]?.headers ?? {}).map((name) => name.toLowerCase());
};
const sentBy = ({ headers }: Response): string[] =>
  Object.keys(headers as object).filter((name) => !ofTheServer.has(name));

function expectAsDescribed(operation: Operation, response: Response): void {
  const [sent, described] = [sentBy(response), describedFor(operation, response.status)];
  const name = `${operation.id} ${String(response.status)}`;
  expect(
    sent.filter((one) => !described.includes(one)),
    `${name}: sent, not described`,
  ).toEqual([]);
  expect(
    described.filter((one) => !conditional.has(one) && !sent.includes(one)),
    `${name}: described, not sent`,
  ).toEqual([]);
}

let turn = 0;

it.each(operations.filter(({ id }) => id in requests).map((operation) => [operation.id, operation] as const))(
  '%s sends the headers that it describes',
  async (id, operation) => {
    const prepared = await requests[id]?.(isnad);
    if (!prepared) throw new Error(`there is no request for ${id}`);
    const key = `"headers-${String(++turn)}"`;
    const headers = {
      ...(isWrite(operation) && { 'Idempotency-Key': key }),
      ...(operation.headers?.['Prefer'] && { Prefer: 'wait=1' }),
    };
    // Some of what is read is seen by the desk only while nothing is published.
    const caller = as(prepared.by === 'reader' && !isWrite(operation) ? 'checker' : prepared.by);
    const response = await send(isnad, operation, prepared, { as: caller, headers });
    expect(response.status, JSON.stringify(response.body)).toBeLessThan(operation.answers[302] ? 400 : 300);
    expectAsDescribed(operation, response);
    const tag = (response.headers as Record<string, string>)['etag'];
    if (operation.method === 'get' && tag !== undefined) {
      const again = await send(isnad, operation, prepared, { as: caller, headers: { 'If-None-Match': tag } });
      // What is polled may have moved on meanwhile.
      if (again.status === 304) expectAsDescribed(operation, again);
    }
    if (isWrite(operation) && isGuarded(operation) && !operation.shownOnce) {
      const again = await send(isnad, operation, prepared, { as: caller, headers });
      expect((again.headers as Record<string, string>)['idempotent-replayed']).toBe('true');
      expectAsDescribed(operation, again);
    }
    if (isGuarded(operation)) {
      const refused = await send(isnad, operation, prepared, { as: stranger });
      expect(refused.status).toBe(401);
      expectAsDescribed(operation, refused);
    }
  },
);
