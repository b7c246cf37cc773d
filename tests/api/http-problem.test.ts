import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { problems } from '../../src/domain/problem/codes.js';
import { Failure } from '../../src/platform/errors.js';
import type { FailureKind } from '../../src/domain/problem/meaning.js';
import type { Reply } from '../../src/platform/http/route.js';
import { apiOf } from '../support/api.js';
import { createToyApp, misbehaving } from '../support/toy-app.js';

async function answerTo(reply: () => Promise<Reply>, checkAnswers = true) {
  const { app, lines } = createToyApp({ operations: [misbehaving(reply)], checkAnswers });
  const answer = await apiOf(app).as('reader-key').get('/v1/misbehave', { 'X-Request-Id': 'r-1' });
  return { answer, lines };
}

/** Of the toy's operation none of these problems is declared. */
const failing = (error: Error) => answerTo(() => Promise.reject(error), false);

describe('a failure becomes its status', () => {
  test.each<[FailureKind, number]>([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['conflict', 409],
    ['stale', 412],
    ['unprocessable', 422],
    ['upstream', 502],
    ['busy', 503],
  ])('%s is %i', async (kind, status) => {
    const failure = new Failure(kind, 'Words.', { code: 'own_verdict', extra: { status: 1, more: 2 } });
    const { answer } = await failing(failure);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      type: 'urn:isnad:problem:own_verdict',
      title: problems.own_verdict.title,
      status,
      detail: 'Words.',
      code: 'own_verdict',
      instance: '/v1/misbehave',
      requestId: 'r-1',
      more: 2,
    });
  });

  test('busy says when to come back', async () => {
    const busy = new Failure('busy', 'Later.', { code: 'store_unavailable', retryAfter: 9 });
    expect((await failing(busy)).answer.get('Retry-After')).toBe('9');
  });
});

describe('a database that cannot answer is 503 with Retry-After', () => {
  const withCode = (code: string) => Object.assign(new Error(`secret detail ${code}`), { code });
  test.each<[string, unknown]>([
    ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'].map((code): [string, unknown] => [
      code,
      withCode(code),
    ]),
    ...['57P01', '57014', '55P03', '53300', '08006', 'ECONNREFUSED'].map((code): [string, unknown] => [
      code,
      withCode(code),
    ]),
    ['an exhausted pool', new Error('timeout exceeded when trying to connect')],
    ['a cut connection', new Error('Connection terminated unexpectedly')],
    [
      'a raw query that timed out',
      Object.assign(new Error('x'), {
        code: 'P2010',
        meta: { driverAdapterError: { cause: { originalCode: '57014' } } },
      }),
    ],
    ['a commit that conflicts', new Error('x', { cause: { originalCode: '40001', kind: 'postgres' } })],
    ['an unreachable server by several addresses', new AggregateError([withCode('ECONNREFUSED')])],
  ])('%s', async (_what, error) => {
    const { answer, lines } = await failing(error as Error);
    expect([answer.status, answer.get('Retry-After')]).toEqual([503, '2']);
    expect(answer.text).not.toContain('secret');
    expect(lines).toHaveLength(1);
  });
});

describe('what nobody foresaw', () => {
  test.each<[string, unknown]>([
    ['an error', new Error('secret detail')],
    ['a unique constraint nobody handled', Object.assign(new Error('secret detail'), { code: 'P2002' })],
    ['a failure that only commands tell of', new Failure('upstream', 'secret detail')],
    ['a thrown string', 'secret detail'],
    ['a thrown nothing', undefined],
  ])('%s is told as a request id only and logged whole, once', async (_what, error) => {
    const { answer, lines } = await failing(error as Error);
    expect(answer.body).toMatchObject({ status: 500, code: 'internal_error', requestId: 'r-1' });
    expect(answer.text).not.toMatch(/secret|\.ts/);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      err: {
        message: error === undefined ? 'Rejected promise' : 'secret detail',
        stack: expect.any(String) as string,
      },
    });
  });

  test.each<[string, Reply]>([
    ['an undeclared status', { status: 418, body: {} }],
    ['an unknown member', { status: 200, body: { fine: true, secret: 1 } }],
    ['a wrong type', { status: 200, body: { fine: 'yes' } }],
    ['a missing body', { status: 200 }],
  ])('an answer with %s is caught where answers are checked', async (_what, reply) => {
    const { answer } = await answerTo(() => Promise.resolve(reply));
    expect(answer.status).toBe(500);
  });

  test('a problem that the operation does not declare is caught where answers are checked', async () => {
    const failure = new Failure('conflict', 'Words.', { code: 'illegal_move' });
    const { answer } = await answerTo(() => Promise.reject(failure));
    expect(answer.body).toMatchObject({ status: 500, code: 'internal_error' });
  });

  test('a stream that breaks midway breaks the connection, and is logged', async () => {
    const stream = async (response: ServerResponse) => {
      response.write('data: 1');
      await Promise.reject(new Error('secret detail'));
    };
    const { app, lines } = createToyApp({
      operations: [misbehaving(() => Promise.resolve({ status: 200, stream }))],
    });
    await expect(apiOf(app).as('reader-key').get('/v1/misbehave')).rejects.toThrow(/aborted|hang up/);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', err: { message: 'secret detail' } });
  });
});
