import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../support/api.js';
import { createToyApp, thingOperations } from '../support/toy-app.js';

const { app, lines } = createToyApp();
const api = apiOf(app);
const reader = api.as('reader-key');

const withoutWords = (body: unknown) => ({ ...(body as object), requestId: '', detail: '' });

describe('who may in', () => {
  test('no key, a malformed one and an unknown one get the same 401', async () => {
    const answers = await Promise.all([
      api.stranger.get('/v1/things'),
      ...[
        'Bearer nobody',
        'Basic cmVhZGVyLWtleTo=',
        'Bearer',
        'Bearer a b',
        `Bearer ${'x'.repeat(2000)}`,
      ].map((header) => api.stranger.get('/v1/things', { Authorization: header })),
    ]);
    const [missing, ...wrong] = answers;
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.get('WWW-Authenticate')).toBe('Bearer realm="isnad"');
      expect(withoutWords(answer.body)).toEqual(withoutWords(missing.body));
    }
    expect(new Set(wrong.map(({ body }) => (body as { detail: string }).detail)).size).toBe(1);
  });

  test('a role without the permission gets 403 and is told which roles have it', async () => {
    const answer = await reader.post('/v1/things', { name: 'x' });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'forbidden',
      permission: 'record',
      roles: ['checker', 'editor'],
    });
  });

  test('a stranger learns nothing about their input, and a public operation needs no key', async () => {
    expect((await api.stranger.get('/v1/things?limit=x')).status).toBe(401);
    const answer = await api.stranger.get('/v1/stream');
    expect([answer.status, answer.type, answer.text]).toEqual([200, 'text/event-stream', 'data: one\n\n']);
  });
});

describe('paths and methods', () => {
  test('an unknown path is 404, an unknown resource too', async () => {
    expect((await reader.get('/v1/nothing?x=1')).body).toMatchObject({
      status: 404,
      code: 'path_not_found',
      instance: '/v1/nothing',
    });
    expect((await reader.get('/v1/things/T2')).body).toMatchObject({
      status: 404,
      code: 'article_not_found',
    });
  });

  test.each([
    ['put', '/v1/things', 'GET, POST, HEAD, OPTIONS'],
    ['delete', '/v1/things', 'GET, POST, HEAD, OPTIONS'],
    ['get', '/v1/things/next', 'POST, OPTIONS'],
    ['post', '/v1/things/T1', 'GET, PATCH, DELETE, HEAD, OPTIONS'],
    ['trace', '/healthz', 'GET, HEAD, OPTIONS'],
  ] as const)('%s %s is 405 and says what is possible', async (method, path, allow) => {
    const answer = await request(app)[method](path);
    expect([answer.status, answer.get('Allow')]).toEqual([405, allow]);
    expect(answer.body).toMatchObject({ code: 'method_not_allowed' });
  });

  test('OPTIONS answers Allow, HEAD answers as GET without the body', async () => {
    const options = await request(app).options('/v1/things/T1');
    expect([options.status, options.get('Allow')]).toEqual([204, 'GET, PATCH, DELETE, HEAD, OPTIONS']);
    const get = await reader.get('/v1/things/T1');
    const head = await reader.head('/v1/things/T1');
    expect([head.status, head.get('ETag'), head.get('Content-Length'), head.text]).toEqual([
      200,
      get.get('ETag'),
      String(Buffer.byteLength(get.text)),
      undefined,
    ]);
  });

  test('two operations cannot share a method and path, nor name one path in two ways', () => {
    const [, , one] = thingOperations;
    if (!one) throw new Error('the toy has lost its operations');
    expect(() => createToyApp({ operations: [one, { ...one, id: 'other' }] })).toThrow('defined twice');
    expect(() =>
      createToyApp({ operations: [one, { ...one, id: 'other', path: '/v1/things/{ref}' }] }),
    ).toThrow('are the same path');
  });
});

describe('headers and log', () => {
  test('answers are JSON, private and guarded', async () => {
    const answer = await reader.get('/v1/things/T1');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });

  test('a sane request id is kept, any other replaced', async () => {
    expect((await reader.get('/v1/x', { 'X-Request-Id': 'tool-7:a' })).body).toMatchObject({
      requestId: 'tool-7:a',
    });
    const answer = await reader.get('/v1/x', { 'X-Request-Id': 'a b<script>' });
    expect(answer.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).toMatchObject({ requestId: answer.get('X-Request-Id') });
  });

  test('the log names request and key id, but holds no secret and no forged line', async () => {
    lines.length = 0;
    await reader.get('/v1/things/%0D%0A%1B%5B31m?kind=topsecret', { 'X-Other': 'topsecret' });
    await reader.get('/v1/things');
    await api.stranger.get('/healthz');
    expect(lines).toHaveLength(2);
    const [hostile = '', plain = ''] = lines;
    for (const line of lines) expect(line).not.toMatch(/topsecret|reader-key|[^\P{Cc}\n]|.\n./u);
    expect(JSON.parse(hostile)).toMatchObject({ req: { method: 'GET' }, res: { status: 400 } });
    expect(JSON.parse(plain)).toMatchObject({
      level: 'info',
      keyId: 'k-reader',
      req: { path: '/v1/things' },
      res: { status: 200 },
    });
  });
});
