/** The operations as the API describes them, and an installation in which their examples can be sent. */
import type { Role } from '../../src/domain/access/rules.js';
import type { JsonSchema } from '../../src/platform/http/json-schemas.js';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import { CallFailure } from '../../src/platform/outbound/failure.js';
import { createOutbound } from '../../src/platform/outbound/outbound.js';
import { enterExamples } from '../../prisma/seed/examples.js';
import { callNobody } from '../../prisma/seed/call-nobody.js';
import { createIsnad, type TestIsnad } from './test-runtime.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  example?: unknown;
}
export interface Described {
  path: string;
  method: Method;
  operationId: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { example?: object; schema: JsonSchema }> };
  'x-permission'?: { roles: Role[] };
  'x-example-status'?: number;
  responses: Record<string, { content?: Record<string, unknown> }>;
}
export const describedIn = ({ paths }: ApiDocument): Described[] =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({
        path,
        method: method as Method,
        ...(one as unknown as Omit<Described, 'path' | 'method'>),
      })),
    );

/** As `npm start` begins one. Nothing that happens there is sent to anybody. */
export async function beginWithExamples(): Promise<TestIsnad> {
  const outbound = createOutbound({
    resolve: (name) =>
      name === 'example.com'
        ? Promise.resolve(['93.184.215.14'])
        : Promise.reject(new CallFailure('unknown_host', 'There is no network here.')),
  });
  const isnad = await createIsnad({ seeded: true, outbound, captures: callNobody });
  await enterExamples(isnad.services, isnad.keys);
  return isnad;
}

export const bodyOf = ({ requestBody }: Described): object | undefined =>
  requestBody?.content['application/json']?.example;

/** Who may send it; of several, the one who works with it. */
function roleFor({ 'x-permission': { roles } = { roles: [] } }: Described): Role {
  const caller = (['editor', 'checker', 'admin', 'reader'] as const).find((role) => roles.includes(role));
  if (!caller) throw new Error('nobody may send it');
  return caller;
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

const given = ({ parameters }: Described, place: Parameter['in']): [string, string][] =>
  parameters
    .filter((parameter) => parameter.in === place && parameter.example !== undefined)
    .map(({ name, example }) => [name, textOf(example)]);

/** Its address, with what stands for each parameter; `change` may put something else there. */
export function addressOf(one: Described, change: (value: string, name: string) => string = same): string {
  const filled = given(one, 'path').reduce(
    (path, [name, value]) => path.replace(`{${name}}`, encodeURIComponent(change(value, name))),
    one.path,
  );
  const query = given(one, 'query').map(([name, value]): [string, string] => [name, change(value, name)]);
  return `${filled}?${new URLSearchParams(query).toString()}`;
}
const same = (value: string): string => value;

const headersOf = (one: Described): Record<string, string> => Object.fromEntries(given(one, 'header'));

/** A stream has no end. */
const isEndless = ({ responses }: Described): boolean =>
  'text/event-stream' in (responses['200']?.content ?? {});

/** Sends it as it stands, or with another body or other headers. */
export function send(
  isnad: TestIsnad,
  one: Described,
  { path = addressOf(one), body = bodyOf(one), headers = headersOf(one) }: Sent = {},
) {
  const caller = isnad.as(roleFor(one));
  if (isEndless(one)) return caller.head(path, headers);
  if (one.method === 'get' || one.method === 'delete') return caller[one.method](path, headers);
  return caller[one.method](path, body, headers);
}
interface Sent {
  path?: string;
  body?: object | undefined;
  headers?: Record<string, string>;
}
