/** Every moment that can be given to any operation, as the API describes itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../../src/platform/http/openapi.js';
import { listOperations } from '../../src/api-document.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

const document = describeApi(await listOperations());
const bad = [
  '0000-01-01T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  '10000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  'infinity',
  '+infinity',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:00+99:00',
  '2026-01-01',
  'now',
  `2026-01-01T00:00:00.${'0'.repeat(200)}Z`,
];

const resolve = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema
    : resolve(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

/** Bodies that hold nothing but one moment, and the fixed words of the form that it is part of. */
function* bodiesWith(given: Schema, value: string): Generator {
  const schema = resolve(given);
  if (schema.format === 'date-time') yield value;
  for (const one of [schema.anyOf, schema.oneOf, schema.allOf].flat()) if (one) yield* bodiesWith(one, value);
  if (schema.items) for (const inner of bodiesWith(schema.items, value)) yield [inner];
  const properties = Object.entries(schema.properties ?? {});
  const fixed = properties.flatMap(([name, one]) => {
    const { const: word } = resolve(one);
    return word === undefined ? [] : [[name, word] as const];
  });
  for (const [name, one] of properties)
    for (const inner of bodiesWith(one, value)) yield { ...Object.fromEntries(fixed), [name]: inner };
}

interface Request {
  name: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  body?: unknown;
}

function requestsWith(value: string): Request[] {
  return Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, described]) => {
      const { parameters = [], requestBody } = described as {
        parameters?: { name: string; in: string; schema: Schema }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      };
      const path = template.replaceAll(/\{\w+\}/g, '1');
      const name = `${method.toUpperCase()} ${template}`;
      const inQuery = parameters
        .filter((one) => one.in === 'query' && !bodiesWith(one.schema, value).next().done)
        .map(
          (one) => ({ name, method, path: `${path}?${one.name}=${encodeURIComponent(value)}` }) as Request,
        );
      const schema = requestBody?.content['application/json']?.schema;
      const inBody = schema ? [...bodiesWith(schema, value)] : [];
      return [...inQuery, ...inBody.map((body) => ({ name, method, path, body }) as Request)];
    }),
  );
}

describe('a moment outside what can be stored', () => {
  let isnad: TestIsnad;
  beforeAll(async () => {
    isnad = await createIsnad({ seeded: true });
  });
  afterAll(() => isnad.close());

  it.each(bad)('is 400, wherever one is taken: %s', async (value) => {
    const requests = requestsWith(value);
    expect(new Set(requests.map(({ name }) => name)).size).toBeGreaterThan(20);
    for (const { method, path, body } of requests)
      for (const person of ['editor', 'admin'] as const) {
        const api = isnad.as(person);
        const answer = await (method === 'get'
          ? api.get(path)
          : method === 'delete'
            ? api.delete(path)
            : api[method](path, body as object));
        if (answer.status === 403) continue;
        expect([method, path, body, answer.status]).toEqual([method, path, body, 400]);
      }
  });
});
