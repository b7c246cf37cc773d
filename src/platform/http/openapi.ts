import { z } from 'zod';
import { problemCodes, problems as table } from '../../domain/problem/codes.js';
import { holdersOf } from '../../domain/access/rules.js';
import { defaults } from '../config/defaults.js';
import { sessionCookie } from '../../domain/access/session.js';
import { withExample, type Example } from './examples.js';
import { headersOfAnswer, headersOfProblem, sharedHeaders } from './answer-headers.js';
import { isTaggedByBody } from './body-tag.js';
import type { SchemaWords } from './describe-schema.js';
import { createSchemaCollection } from './json-schemas.js';
import type { JsonSchema } from './json-schemas.js';
import { problemsByStatus } from './declared-problems.js';
import { problemBody, problemType, statusesOf } from './problem.js';
import { idempotencyKey } from './idempotency.js';
import { isGuarded, isWrite } from './route.js';
import { manyOf } from './schema.js';
import { describeWebhook, type DescribedWebhook } from './webhook-document.js';
import type { Answer, Operation } from './route.js';

type Schemas = ReturnType<typeof createSchemaCollection>;

export interface ApiDocument {
  openapi: '3.1.0';
  info: Record<'title' | 'version' | 'description', string> & {
    contact: { name: string };
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  tags: { name: string; description?: string }[];
  /** Every code that a problem document can have. */
  'x-problem-codes': Record<string, { status: readonly number[]; title: string; description: string }>;
  paths: Record<string, Record<string, JsonSchema>>;
  /** What receivers are sent, by the type of the event. */
  webhooks?: Record<string, { post: JsonSchema }>;
  components: Record<'schemas' | 'headers' | 'securitySchemes', Record<string, JsonSchema>>;
}

/** What the document says beside what the operations say. */
export interface Reference {
  /** Name of a group → what it holds. */
  tags?: Readonly<Record<string, string>>;
  words?: SchemaWords;
  webhooks?: readonly DescribedWebhook[];
  /** A request of the operation that can be sent as it stands. */
  exampleOf?: (operation: Operation) => Example;
}

/** The OpenAPI 3.1 document of the operations; throws when two have the same id. */
export function describeApi(
  operations: readonly Operation[],
  { tags = {}, words, webhooks = [], exampleOf = () => ({}) }: Reference = {},
): ApiDocument {
  const schemas = createSchemaCollection(words);
  const paths: ApiDocument['paths'] = {};
  const ids = new Set<string>();
  // First, so that the plain names go to what callers get.
  for (const { answers } of operations)
    for (const { body } of Object.values(answers)) if (body) schemas.answered(body);
  for (const operation of operations) {
    if (ids.has(operation.id)) throw new Error(`Two operations are called ${operation.id}`);
    ids.add(operation.id);
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(operation, schemas, exampleOf(operation)),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Isnad',
      version: '1',
      description:
        'The system of record for claims in the news: who said it, who passed it on, who denies it, who checked it. The examples can be sent as they stand to an installation that was begun with `npm start` and no `DATABASE_URL`, each once: by the member `editor` where an editor may, otherwise by `admin`.',
      contact: { name: 'Isnad' },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({
      name,
      ...(tags[name] && { description: tags[name] }),
    })),
    'x-problem-codes': Object.fromEntries(
      problemCodes.map((code) => [
        code,
        { status: statusesOf(code), title: table[code].title, description: table[code].means },
      ]),
    ),
    paths,
    ...(webhooks.length > 0 && {
      webhooks: Object.fromEntries(webhooks.map((one) => [one.name, describeWebhook(one, schemas)])),
    }),
    components: {
      schemas: schemas.components(),
      headers: sharedHeaders(),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A key of a member; or, where the operator has set that up, a signed token of their identity provider',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description:
            'The cookie of a browser that signed in at `POST /session`. Where it writes, the browser has to say that the page is of this installation (`Sec-Fetch-Site`, or `Origin`), as they do by themselves',
        },
        ...(operations.some(({ forBrowsers }) => forBrowsers) && {
          password: { type: 'http', scheme: 'basic', description: 'For pages: the key as the password' },
        }),
      },
    },
  };
}

function describeOperation(operation: Operation, schemas: Schemas, example: Example): JsonSchema {
  const { id, tag, summary, description, permission, body, describedBody, bodyOptional, takesMany } =
    operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(permission === 'public'
      ? { security: [] }
      : {
          security: [{ key: [] }, { session: [] }, ...(operation.forBrowsers ? [{ password: [] }] : [])],
          'x-permission': { name: permission, roles: holdersOf(permission) },
        }),
    parameters: [
      ...parametersOf(operation.params, 'path', schemas),
      ...parametersOf(operation.query, 'query', schemas),
      ...headersOf(operation),
    ].map((parameter) => withExample(parameter, example)),
    ...(example.status !== undefined && { 'x-example-status': example.status }),
    ...(body && {
      requestBody: {
        required: !bodyOptional,
        content: {
          'application/json': {
            schema: schemas.accepted(describedBody ?? body),
            ...(example.body !== undefined && { example: example.body }),
          },
          ...(takesMany && { 'application/x-ndjson': { schema: { type: 'string' } } }),
        },
      },
    }),
    responses: responsesOf(operation, schemas),
  };
}

function parametersOf(object: Operation['params'], place: 'path' | 'query', schemas: Schemas): JsonSchema[] {
  if (!object) return [];
  const { properties = {}, required = [] } = schemas.accepted(object) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' && { description }),
    // Lists in a query are written `a,b`, unless their values hold commas themselves.
    ...(schema['type'] === 'array' && {
      style: 'form',
      explode: manyOf(object.shape[name] as z.core.$ZodType | undefined) === 'repeated',
    }),
    schema: { ...schema, ...defaultOf(object, name) },
  }));
}

/** zod leaves the default out where text becomes a number on the way; here it is asked for directly. */
function defaultOf(object: z.ZodObject, name: string): JsonSchema {
  const parsed = z.safeParse(object.shape[name] ?? z.never(), undefined);
  return parsed.success && parsed.data !== undefined ? { default: parsed.data } : {};
}

/** What an `Idempotency-Key` does is the same everywhere. */
const safeWrite = {
  [idempotencyKey]: `A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (${String(defaults.safeWriteDays)} unless set otherwise), the same request has no further effect and gets the first answer again, with \`Idempotent-Replayed: true\`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, \`changed_meanwhile\` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with \`Retry-After\`.`,
};

const unlessChanged = {
  'If-None-Match':
    'The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show',
};

const headersOf = (operation: Operation): JsonSchema[] =>
  Object.entries({
    ...(isWrite(operation) && isGuarded(operation) && safeWrite),
    ...(isConditional(operation) && unlessChanged),
    ...operation.headers,
  }).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));

const isConditional = (operation: Operation): boolean =>
  operation.answers[304] !== undefined || isTaggedByBody(operation);

function responsesOf(operation: Operation, schemas: Schemas): JsonSchema {
  const problems = problemsByStatus(operation).map(([status, codes]) => [
    status,
    {
      description: codes.map((code) => `\`${code}\`: ${table[code].title}`).join('. '),
      headers: headersOfProblem(operation, status, codes),
      content: { [problemType]: { schema: schemas.answered(problemBody) } },
      'x-problem-codes': codes,
    },
  ]);
  const answers = Object.entries(operation.answers).map(([status, answer]) => [
    status,
    describeAnswer(operation, Number(status), answer, schemas),
  ]);
  const unchanged = isTaggedByBody(operation)
    ? [[304, describeAnswer(operation, 304, notChanged, schemas)]]
    : [];
  // What the operation itself declares comes last: it knows better what its 503 means.
  return Object.fromEntries([...problems, ...unchanged, ...answers]) as JsonSchema;
}

const notChanged: Answer = { description: 'What you have, by the ETag you sent, is what this would show' };

const describeAnswer = (
  operation: Operation,
  status: number,
  answer: Answer,
  schemas: Schemas,
): JsonSchema => ({
  description: answer.description,
  headers: headersOfAnswer(operation, status, answer),
  ...(answer.body && {
    content: { [answer.contentType ?? 'application/json']: { schema: schemas.answered(answer.body) } },
  }),
});
