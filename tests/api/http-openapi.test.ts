import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problemCodes } from '../../src/domain/problem/codes.js';
import type { Entry } from '../../src/platform/http/docs/search-index.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { operationsTagged } from '../../src/platform/http/route.js';
import { apiOf } from '../support/api.js';
import { createToyApp, thingOperations } from '../support/toy-app.js';
import { faultsOfDocument } from '../support/openapi-rules.js';

const operation = operationsTagged('Test');

const document = describeApi(thingOperations);

const at = (path: string, method: string) =>
  document.paths[path]?.[method] as {
    parameters: { name: string; in: string; required: boolean; schema: object }[];
    requestBody?: { required: boolean; content: Record<string, { schema: object }> };
    responses: Record<string, { headers?: object; content?: Record<string, { schema: object }> }>;
    security: object[];
  } & Record<string, unknown>;

describe('the document', () => {
  test('keeps the rules of OpenAPI 3.1, and every reference resolves', () => {
    expect(faultsOfDocument(document)).toEqual([]);
  });

  test('says what may be sent and what comes back', () => {
    const list = at('/v1/things', 'get');
    expect(list.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['limit', 'query', false],
      ['after', 'query', false],
      ['kind', 'query', false],
      ['marked', 'query', false],
      ['If-None-Match', 'header', false],
    ]);
    expect(list.parameters[0]?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 200, default: 50 });
    const one = at('/v1/things/{id}', 'get');
    expect(one.responses['200']?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Thing',
    });
    expect(one.responses['200']?.headers).toHaveProperty('ETag');
    expect(at('/v1/things/next', 'post').requestBody?.required).toBe(false);
    expect(at('/v1/things', 'post').requestBody?.required).toBe(true);
    expect(at('/v1/stream', 'get').responses['200']?.content).toHaveProperty('text/event-stream');
  });

  test('says who may, and which problems there can be', () => {
    const make = at('/v1/things', 'post');
    expect(make['x-permission']).toEqual({ name: 'record', roles: ['checker', 'editor'] });
    const refusals = ['400', '401', '403', '409', '413', '415', '422', '429'];
    expect(Object.keys(make.responses)).toEqual(['201', ...refusals, '500', '503']);
    const remove = at('/v1/things/{id}', 'delete');
    expect(Object.keys(remove.responses)).toEqual([
      '204',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '429',
      '500',
      '503',
    ]);
    expect(at('/v1/stream', 'get').security).toEqual([]);
  });

  test('gives the accepted form of a schema its own name where it differs from the answered one', () => {
    const inner = z.strictObject({ kind: z.string().default('a') }).meta({ id: 'Inner' });
    const outer = z.strictObject({ inner }).meta({ id: 'Outer' });
    const described = describeApi([
      operation('POST /v1/outer', {
        id: 'sendOuter',
        summary: 'Takes and gives',
        description: 'Of things that only tests know.',
        permission: 'read',
        body: outer,
        answers: { 200: { description: 'The same', body: outer } },
        handle: () => Promise.resolve({ status: 200 }),
      }),
    ]);
    expect(faultsOfDocument(described)).toEqual([]);
    expect(described.components.schemas['InnerInput']).not.toHaveProperty('required');
    expect(described.components.schemas['Inner']).toHaveProperty('required', ['kind']);
    const forms = ['Outer', 'OuterInput'].map((name) => JSON.stringify(described.components.schemas[name]));
    expect(forms[0]).toContain('"#/components/schemas/Inner"');
    expect(forms[1]).toContain('"#/components/schemas/InnerInput"');
  });

  test('two operations cannot have one id', () => {
    const [one] = thingOperations;
    if (!one) throw new Error('the toy has lost its operations');
    expect(() => describeApi([one, { ...one, path: '/v1/others' }])).toThrow(
      'Two operations are called listThings',
    );
  });

  test('the rules notice a document that breaks them', () => {
    const broken = structuredClone(document) as unknown as {
      paths: Record<string, unknown>;
      openapi: string;
    };
    broken.openapi = '3.0.0';
    broken.paths['/v1/broken/{id}'] = {
      get: {
        operationId: 'listThings',
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/nowhere' } } } } },
      },
    };
    const faults = faultsOfDocument(broken).join('\n');
    expect(faults).toMatch(/openapi/);
    expect(faults).toMatch(/description/);
    expect(faults).toMatch(/#\/nowhere/);
    expect(faults).toMatch(/listThings is used twice/);
    expect(faults).toMatch(/\{id\} is not described/);
  });
});

describe('the pages', () => {
  const { stranger } = apiOf(createToyApp().app);

  test('/ leads to the desk, and /docs loads nothing from other hosts and no inline script', async () => {
    const root = await stranger.get('/');
    expect([root.status, root.get('Location')]).toEqual([302, '/desk/']);
    const page = await stranger.get('/docs');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    expect(page.get('Content-Security-Policy')).toMatch(/script-src 'self';/);
    expect(page.text).not.toMatch(/https?:|<script>/);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(11);
    for (const file of files) expect((await stranger.get(file)).status).toBe(200);
  });

  test('nothing else of the Swagger package is served', async () => {
    for (const file of ['package.json', 'swagger-ui.js', 'swagger-initializer.js', '..%2fpackage.json'])
      expect((await stranger.get(`/docs/${file}`)).status).toBe(404);
  });

  test('/openapi.json is the document, and 304 for who has it', async () => {
    const answer = await stranger.get('/openapi.json');
    expect(answer.type).toBe('application/json');
    expect(faultsOfDocument(answer.body)).toEqual([]);
    expect(answer.body).toHaveProperty(['paths', '/readyz', 'get', 'responses', '503']);
    const again = await stranger.get('/openapi.json', { 'If-None-Match': answer.get('ETag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('every problem code can be linked to, with what it means and what to do', async () => {
    const page = await stranger.get('/docs/problems');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    expect(page.get('Content-Security-Policy')).toMatch(/script-src 'self';/);
    for (const code of problemCodes) expect(page.text).toContain(`<dt id="${code}">`);
    expect(page.text).toContain('Send <code>Authorization: Bearer &#60;key&#62;</code>');
    expect(page.text).not.toMatch(/<script>|https?:/);
  });

  test('the search finds operations and problem codes by any of their words, and its links lead there', async () => {
    const entries = (await stranger.get('/docs/index.json')).body as Entry[];
    const { text: script } = await stranger.get('/docs/search.js');
    const find = runInNewContext(`${script}; findEntries`) as (all: Entry[], text: string) => Entry[];
    expect(find(entries, 'LISTS   things').map(({ name }) => name)[0]).toBe('listThings');
    expect(find(entries, 'post /v1/things').map(({ href }) => href)).toContain('#/Things/createThing');
    expect(find(entries, 'idempotency malformed')[0]).toMatchObject({
      name: 'malformed_idempotency_key',
      href: '/docs/problems#malformed_idempotency_key',
    });
    expect(find(entries, 'no such words anywhere')).toEqual([]);
    expect(find(entries, ' ')).toEqual([]);
  });

  test('the search field has a name, and what it finds is announced', async () => {
    for (const path of ['/docs', '/docs/problems', '/docs/events']) {
      const { text } = await stranger.get(path);
      expect(text).toContain('<label for="wanted">');
      expect(text).toMatch(/<p id="count" role="status">/);
      expect(text).toContain('<html lang="en">');
    }
  });
});
