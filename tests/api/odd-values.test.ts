/** In each place of each request, one value at a time that programs stumble over: never is the fault the server's. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readApiDocument } from '../../src/api-document.js';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import {
  addressOf,
  beginWithExamples,
  bodyOf,
  describedIn,
  send,
  type Described,
} from '../support/described-operations.js';
import type { TestIsnad } from '../support/test-runtime.js';

/** What every object has without being given it, and moments that some calendars know and PostgreSQL does not. */
const odd = ['constructor', '__proto__', '0000-01-01', '0000', '9999-12-31', '5000000-01-01'] as const;

let isnad: TestIsnad;
let described: Described[];
beforeAll(async () => {
  isnad = await beginWithExamples();
  await isnad.work();
  described = describedIn((await isnad.stranger.get('/openapi.json')).body as ApiDocument);
}, 120_000);
afterAll(() => isnad.close());

/** What is given once for each text in it, that text replaced. */
function* valuesWith(value: unknown, put: string): Generator {
  if (typeof value === 'string') yield put;
  else if (Array.isArray(value))
    for (const [at, one] of value.entries())
      for (const other of valuesWith(one, put)) yield value.with(at, other);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      for (const other of valuesWith(one, put)) yield { ...value, [name]: other };
}

function* requestsOf(one: Described, put: string): Generator<Parameters<typeof send>[2]> {
  for (const { name, example } of one.parameters)
    if (example !== undefined) yield { path: addressOf(one, (value, at) => (at === name ? put : value)) };
  yield { headers: { 'If-Match': `"${put}"`, 'If-None-Match': `"${put}"`, 'Last-Event-ID': put } };
  const example = bodyOf(one);
  for (const body of valuesWith(example, put)) yield { body: body as object };
  // What the example leaves out.
  for (const name of fieldsOf(one))
    if (!(name in (example ?? {}))) yield { body: { ...example, [name]: put } };
}

const document = await readApiDocument();

/** The fields of its body, whichever of several forms they belong to. */
const fieldsOf = ({ requestBody }: Described): string[] =>
  namesIn(requestBody?.content['application/json']?.schema ?? {});
function namesIn({ $ref, properties, ...schema }: Form): string[] {
  if ($ref !== undefined) return namesIn(document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const forms = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((one) => one ?? []);
  return [...Object.keys(properties ?? {}), ...forms.flatMap(namesIn)];
}
interface Form {
  $ref?: string;
  properties?: object;
  anyOf?: Form[];
  oneOf?: Form[];
  allOf?: Form[];
}

const operations = describedIn(document).map(({ operationId }) => operationId);

it.each(operations)('%s is never answered 5xx for an odd value', async (id) => {
  const one = described.find(({ operationId }) => operationId === id);
  if (!one) throw new Error('it is not in the document that is served');
  for (const put of odd)
    for (const request of requestsOf(one, put)) {
      const answer = await send(isnad, one, request);
      expect(answer.status, `${JSON.stringify(request)}: ${answer.text}`).toBeLessThan(500);
    }
});
