/** What the document says of the headers of an answer: those that follow from the shape of an operation, and its own. */
import { isTaggedByBody } from './body-tag.js';
import type { ProblemCode } from '../../domain/problem/codes.js';
import type { JsonSchema } from './json-schemas.js';
import { isGuarded, isWrite, type Answer, type Operation } from './route.js';

const words = {
  'X-Request-Id': 'Names this request; quote it to the operator',
  'Cache-Control': 'Who may keep the answer, and whether they have to ask again',
  Vary: 'Which headers of the request the answer depends on',
  ETag: 'Names what is shown. As `If-None-Match` it is answered with 304 while nothing has changed; as `If-Match` it lets a change through only while it still holds',
  Location: 'Where it is',
  'Content-Language': 'In which it is said, by `Accept-Language`: `ar` or `en`',
  'Retry-After': 'How many seconds to wait before it is sent again',
  'Preference-Applied':
    '`wait=N`: for how many seconds the answer could be held, where `Prefer` asked for it',
  'Idempotent-Replayed':
    '`true` where the request was sent before with the same `Idempotency-Key`, and this is what it was answered then',
  RateLimit:
    'What is left of the limit: its name, `r` requests, and `t` seconds until there are more; absent where there is no limit',
  'RateLimit-Policy': 'The limit: its name, `q` requests in `w` seconds',
  'WWW-Authenticate': 'How one comes in',
} as const satisfies Record<string, string>;

type Name = keyof typeof words;

const waits: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'rate_limited',
  'too_many_streams',
  'secrets_key_wrong',
  'request_under_way',
  'changed_meanwhile',
  'database_unavailable',
  'database_cannot_write',
  'identity_provider_unavailable',
  'store_unavailable',
  'capture_under_way',
  'event_not_covered',
]);

/** Of an answer that is no problem. */
export const headersOfAnswer = (operation: Operation, status: number, answer: Answer): JsonSchema =>
  described(
    [
      ...always(operation),
      'Vary',
      ...(isTagged(operation, status, answer) ? (['ETag'] as const) : []),
      ...(status === 201 ? (['Location'] as const) : []),
      ...(operation.headers?.['Prefer'] ? (['Preference-Applied'] as const) : []),
      ...(isReplayed(operation) ? (['Idempotent-Replayed'] as const) : []),
    ],
    answer.headers,
  );

export const headersOfProblem = (
  operation: Operation,
  status: number,
  codes: readonly ProblemCode[],
): JsonSchema =>
  described([
    ...always(operation),
    ...(codes.some((code) => waits.has(code)) ? (['Retry-After'] as const) : []),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    'Content-Language',
  ]);

const always = (operation: Operation): Name[] => [
  'X-Request-Id',
  'Cache-Control',
  ...(isLimited(operation) ? (['RateLimit', 'RateLimit-Policy'] as const) : []),
];

/** What is shown once is not shown again: it is refused with `shown_before`. */
const isReplayed = (operation: Operation): boolean =>
  isWrite(operation) && isGuarded(operation) && operation.shownOnce !== true;

const isLimited = (operation: Operation): boolean =>
  isGuarded(operation) || operation.problems?.includes('rate_limited') === true;

const isTagged = (operation: Operation, status: number, { tagged }: Answer): boolean =>
  operation.method === 'get' && (status === 200 || status === 304)
    ? operation.answers[304] !== undefined || isTaggedByBody(operation)
    : tagged === true;

/** Those of every operation by reference, its own in full. */
const described = (names: readonly Name[], own: Readonly<Record<string, string>> = {}): JsonSchema => ({
  ...Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  ...Object.fromEntries(Object.entries(own).map(([name, holds]) => [name, header(holds)])),
});

const header = (description: string): JsonSchema => ({ description, schema: { type: 'string' } });

/** What the references lead to. */
export const sharedHeaders = (): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(words).map(([name, holds]) => [name, header(holds)]));
