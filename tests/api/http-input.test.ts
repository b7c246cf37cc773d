import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import request from 'supertest';
import type { Test } from 'supertest';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../support/api.js';
import { createToyApp } from '../support/toy-app.js';

const { app } = createToyApp();
const editor = apiOf(app).as('editor-key');

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  instance: string;
  requestId: string;
  errors?: { in: string; pointer: string; message: string }[];
}

/** The status, and every named field as `in pointer`. */
async function refusal(sent: Test): Promise<[number, ...string[]]> {
  const { status, body, type } = (await sent) as { status: number; body: ProblemBody; type: string };
  expect(type).toBe('application/problem+json');
  expect(body).toMatchObject({ status, type: `urn:isnad:problem:${body.code}` });
  return [status, ...(body.errors ?? []).map((error) => `${error.in} ${error.pointer}`)];
}

const send = (body: string | Buffer, headers: Record<string, string> = {}): Test => {
  const sent = request(app)
    .post('/v1/things')
    .set({ Authorization: 'Bearer editor-key', 'Content-Type': 'application/json', ...headers });
  // Given to write() a body goes out byte for byte.
  sent.write(body);
  return sent;
};

const nested = (depth: number): string => `{"name":"x","deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;

describe('a body that is no clean JSON is refused, and the place is named', () => {
  test.each<[string, string | Buffer, [number, ...string[]]]>([
    ['broken syntax', '{"name":', [400, 'body ']],
    ['an unfinished string', '{"name":"x', [400, 'body ']],
    ['a bad escape', '{"name":"\\q"}', [400, 'body ']],
    ['nothing but brackets that close', ']]]}', [400, 'body ']],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), [400, 'body ']],
    ['a raw NUL', '{"name":"a\0b"}', [400, 'body /name']],
    ['an escaped NUL', '{"name":"a\\u0000b"}', [400, 'body /name']],
    ['a lone high surrogate', '{"name":"\\ud800"}', [400, 'body /name']],
    ['a lone low surrogate', '{"tags":["a","\\udc00"]}', [400, 'body /tags/1']],
    ['a NUL in a key', '{"a\\u0000":1}', [400, 'body /a\uFFFD']],
    ['a key given twice', '{"name":"a","name":"b"}', [400, 'body /name']],
    ['a key given twice in another spelling', '{"name":"a","\\u006eame":"b"}', [400, 'body /name']],
    ['a key given twice further in', '{"deep":[{"a/b":1,"a/b":2}]}', [400, 'body /deep/0/a~1b']],
    ['__proto__', '{"__proto__":{"x":1}}', [400, 'body /__proto__']],
    ['constructor', '{"deep":{"constructor":{}}}', [400, 'body /deep/constructor']],
    ['a number too large', '{"weight":1e400}', [400, 'body /weight']],
    ['a number too small', '{"weight":1e-400}', [400, 'body /weight']],
    ['a whole number that would change', '{"weight":9007199254740993}', [400, 'body /weight']],
    ['33 levels', nested(32), [400, `body /deep${'/0'.repeat(31)}`]],
    ['50,000 levels', nested(50_000), [400, `body /deep${'/0'.repeat(31)}`]],
    ['half a million entries', `{"tags":[${'0,'.repeat(500_000)}0]}`, [400, 'body /tags/19999']],
    [
      'several faults',
      '{"name":"\\u0000","weight":1e999,"x":1,"x":2}',
      [400, 'body /name', 'body /weight', 'body /x'],
    ],
  ])('%s', async (_what, body, expected) => {
    expect(await refusal(send(body))).toEqual(expected);
  });

  test.each<[string, string]>([
    ['32 levels', nested(31)],
    ['the largest exact whole number', '{"name":"x","weight":9007199254740992}'],
    ['small and negative numbers', '{"name":"x","weight":-0.1e-10}'],
    ['a surrogate pair', '{"name":"\\ud83d\\ude00"}'],
    ['equal keys in different objects', '{"name":"x","deep":[{"a":1},{"a":1}]}'],
    ['a quote and a brace inside text', '{"name":"x","note":"\\"}{[,:"}'],
  ])('but %s is fine', async (_what, body) => {
    const { status, body: answer } = (await send(body)) as { status: number; body: unknown };
    expect(answer).toEqual({ made: JSON.parse(body) as unknown });
    expect(status).toBe(201);
  });

  test('text comes back exactly as given, bidi controls and all', async () => {
    const note = ' \u202Bكـــوريا\u202C \u200B ٢٠١٧ \uFEFF\r\n\u001b[31m ﻻ';
    const answer = await editor.post('/v1/things', { name: 'x', note });
    expect(answer.body).toEqual({ made: { name: 'x', note } });
  });
});

describe('a body of the wrong kind or size', () => {
  test.each<[string, string | Buffer, Record<string, string>, number]>([
    ['no JSON', 'name=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['another charset', '{"name":"x"}', { 'Content-Type': 'application/json; charset=utf-16' }, 415],
    ['an unknown encoding', '{"name":"x"}', { 'Content-Encoding': 'lzma' }, 415],
    ['a broken gzip', 'no gzip', { 'Content-Encoding': 'gzip' }, 400],
    ['eight MiB', `{"name":"${'x'.repeat(2 ** 23)}"}`, {}, 413],
    ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000, ' ')), { 'Content-Encoding': 'gzip' }, 413],
  ])('%s', async (_what, body, headers, status) => {
    expect((await refusal(send(body, headers)))[0]).toBe(status);
  });

  test('no content type at all is 415', async () => {
    const sent = request(app).post('/v1/things').set('Authorization', 'Bearer editor-key');
    sent.write('{"name":"x"}');
    expect((await refusal(sent))[0]).toBe(415);
  });

  test('JSON with a suffix, a charset or gzip is accepted', async () => {
    for (const type of ['application/json; charset=UTF-8', 'application/ld+json', 'APPLICATION/JSON'])
      expect((await send('{"name":"x"}', { 'Content-Type': type })).status).toBe(201);
    expect((await send(gzipSync('{"name":"x"}'), { 'Content-Encoding': 'gzip' })).status).toBe(201);
  });

  test('a body that is needed and missing is named; an optional one is not needed', async () => {
    expect(await refusal(editor.post('/v1/things'))).toEqual([400, 'body ']);
    expect((await editor.post('/v1/things/next')).body).toEqual({ kind: 'a', by: 'editor' });
  });

  test('an operation without a body takes none', async () => {
    const sent = request(app)
      .delete('/v1/things/T1')
      .set('Authorization', 'Bearer editor-key')
      .send({ x: 1 });
    expect(await refusal(sent)).toEqual([400, 'body /x']);
  });
});

describe('every invalid field is named at once', () => {
  test('every invalid field of a body is named at once', async () => {
    const body = {
      name: '',
      tags: ['ok', 'not ok', 5],
      titles: { xx_yy: 'a', en: '' },
      weight: 'x',
      extra: 1,
      more: 2,
    };
    expect(await refusal(editor.post('/v1/things', body))).toEqual([
      400,
      'body /name',
      'body /tags/1',
      'body /tags/2',
      'body /weight',
      'body /titles/en',
      'body /titles/xx_yy',
      'body /extra',
      'body /more',
    ]);
  });

  test('every invalid field of path, query and body is named at once', async () => {
    const sent = editor.patch('/v1/things/%20?x=1', { name: 'a\nb' });
    expect(await refusal(sent)).toEqual([400, 'path id', 'query x', 'body /name']);
  });

  test('every invalid field of the query and of the text of the body is named at once', async () => {
    const sent = request(app)
      .patch('/v1/things/T1?x=1')
      .set({ Authorization: 'Bearer editor-key', 'Content-Type': 'application/json' });
    sent.write('{"name":"\\u0000"}');
    expect(await refusal(sent)).toEqual([400, 'query x', 'body /name']);
  });
});

describe('a URL that cannot be read exactly is refused', () => {
  test.each<[string, [number, ...string[]]]>([
    ['/v1/things?limit=1e9', [400, 'query limit']],
    ['/v1/things?limit=0', [400, 'query limit']],
    ['/v1/things?limit=', [400, 'query limit']],
    ['/v1/things?limit=201', [400, 'query limit']],
    ['/v1/things?limit=1&limit=2', [400, 'query limit']],
    ['/v1/things?kind[a]=1', [400, 'query kind[a]']],
    ['/v1/things?kind=c&marked=yes', [400, 'query kind', 'query marked']],
    ['/v1/things?__proto__=1', [400, 'query __proto__']],
    ['/v1/things?kind=%00', [400, 'query kind']],
    ['/v1/things?kind=%ff', [400, 'query kind']],
    ['/v1/things?kind=%ED%A0%80', [400, 'query kind']],
    ['/v1/things?kind=%', [400, 'query kind']],
    ['/v1/things?%zz=1', [400, 'query ']],
    ['/v1/things?after=*', [400, 'query after']],
    ['/v1/things?after=abcd', [400, 'query after']],
    ['/v1/things/%00', [400, 'path ']],
    ['/v1/things/%zz', [400, 'path ']],
    ['/v1/things/%ED%A0%80', [400, 'path ']],
    ['/v1/unknown/%zz', [400, 'path ']],
    ['/v1/things/a%2Fb', [400, 'path id']],
    ['/v1/things/..%2f..%2fetc', [400, 'path id']],
  ])('%s', async (url, expected) => {
    expect(await refusal(editor.get(url))).toEqual(expected);
  });

  test('a cursor walks on, and one that was touched is refused', async () => {
    const first = (await editor.get('/v1/things?limit=2')).body as { next: string };
    const second = (await editor.get(`/v1/things?limit=2&after=${first.next}`)).body as {
      items: { version: number }[];
    };
    expect(second.items.map(({ version }) => version)).toEqual([2, 3]);
    const touched = [
      first.next.slice(0, -1),
      `${first.next}A`,
      `A${first.next.slice(1)}`,
      first.next.toLowerCase(),
    ];
    for (const cursor of touched)
      expect(await refusal(editor.get(`/v1/things?after=${cursor}`))).toEqual([400, 'query after']);
  });
});

describe('whatever is sent', () => {
  test('what JSON.stringify writes is kept exactly or refused, never an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), async (deep) => {
        const text = JSON.stringify({ name: 'x', deep });
        const answer = await send(text);
        if (answer.status === 201) expect(answer.body).toEqual({ made: JSON.parse(text) as unknown });
        else expect(answer.status).toBe(400);
      }),
      { numRuns: 200 },
    );
  });

  test('bytes as body, text as query and path get an answer below 500', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((some) => encodeURI(some.replace(/\p{Surrogate}/gu, '')));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 50 }), text, fc.string(), async (bytes, path, query) => {
        expect((await send(Buffer.from(bytes))).status).toBe(400);
        expect((await editor.get(`/v1/things/${path}?${encodeURI(query)}`)).status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});
