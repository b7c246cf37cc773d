import { Writable } from 'node:stream';
import type { RequestListener } from 'node:http';
import { z } from 'zod';
import type { Caller, Role } from '../../src/domain/access/rules.js';
import { createApp } from '../../src/app.js';
import type { AppDeps } from '../../src/app.js';
import { notFound } from '../../src/platform/errors.js';
import { requireIfMatch, entityTag, requireMatch, replyOr304 } from '../../src/platform/http/conditional.js';
import { decodeCursor, encodeCursor } from '../../src/platform/http/cursor.js';
import { preferenceApplied, preferredWait } from '../../src/platform/http/prefer.js';
import { created, ok, operationsTagged } from '../../src/platform/http/route.js';
import type { Operation } from '../../src/platform/http/route.js';
import * as s from '../../src/platform/http/schema.js';
import { createLog } from '../../src/platform/log.js';

const operation = operationsTagged('Things');

/** A small API that has one of everything, to test the HTTP layer without the rest of Isnad. */

const thing = z.strictObject({ id: s.idOrRef, name: z.string(), version: z.int() }).meta({ id: 'Thing' });
const params = z.strictObject({ id: s.idOrRef });
const current = { id: 'T1', name: 'كوريا', version: 7 };
const tag = entityTag('t', current.id, current.version);

export const thingOperations: Operation[] = [
  operation('GET /v1/things', {
    id: 'listThings',
    summary: 'Lists things',
    description: 'Of things that only tests know.',
    permission: 'read',
    query: s.pageQuery.extend({ kind: z.enum(['a', 'b']).optional(), marked: s.flag.optional() }),
    answers: { 200: { description: 'A page', body: s.pageOf(thing) } },
    handle: ({ query }) => {
      const from = decodeCursor(query.after, z.int()) ?? 0;
      const items = Array.from({ length: query.limit }, (_, i) => ({ ...current, version: from + i }));
      return Promise.resolve(ok({ items, next: encodeCursor(from + query.limit) }));
    },
  }),
  operation('POST /v1/things', {
    id: 'createThing',
    summary: 'Makes a thing',
    description: 'Of things that only tests know.',
    permission: 'record',
    body: z.strictObject({
      name: s.label(20),
      note: s.prose(2_000_000).optional(),
      tags: z.array(s.ref).max(3).optional(),
      weight: z.number().optional(),
      titles: s.byLanguage(s.label(50)).optional(),
      deep: z.json().optional(),
    }),
    answers: {
      201: {
        description: 'Made',
        body: z.strictObject({ made: z.json() }),
        headers: { Location: 'where it is' },
      },
    },
    handle: ({ body }) => Promise.resolve(created('/v1/things/T1', { made: body })),
  }),
  operation('GET /v1/things/{id}', {
    id: 'getThing',
    summary: 'One thing',
    description: 'Of things that only tests know.',
    permission: 'read',
    params,
    headers: { 'If-None-Match': 'the ETag you have' },
    problems: ['article_not_found'],
    answers: {
      200: { description: 'The thing', body: thing, headers: { ETag: 'its version' } },
      304: { description: 'You have it' },
    },
    handle: ({ params: { id }, request }) =>
      id === current.id
        ? Promise.resolve(replyOr304(request, tag, ok(current, preferenceApplied(preferredWait(request)))))
        : Promise.reject(notFound('article', id)),
  }),
  operation('PATCH /v1/things/{id}', {
    id: 'changeThing',
    summary: 'Changes a thing',
    description: 'Of things that only tests know.',
    permission: 'edit',
    params,
    body: z.strictObject({ name: s.label(20) }),
    bodyOptional: true,
    answers: { 200: { description: 'Changed', body: thing } },
    problems: ['stale'],
    handle: ({ request }) => {
      requireMatch(request, tag);
      return Promise.resolve(ok(current));
    },
  }),
  operation('DELETE /v1/things/{id}', {
    id: 'removeThing',
    summary: 'Removes a thing',
    description: 'Of things that only tests know.',
    permission: 'edit',
    params,
    answers: { 204: { description: 'Gone' } },
    problems: ['article_not_found', 'stale', 'precondition_required'],
    handle: ({ request }) => {
      requireIfMatch(request, tag);
      return Promise.resolve({ status: 204 });
    },
  }),
  operation('POST /v1/things/next', {
    id: 'nextThing',
    summary: 'The next thing',
    description: 'Of things that only tests know.',
    permission: 'check',
    body: z.strictObject({ kind: z.enum(['a', 'b']).default('a') }),
    bodyOptional: true,
    answers: {
      200: { description: 'Whose and which', body: z.strictObject({ kind: z.string(), by: z.string() }) },
    },
    handle: ({ body, caller }) => Promise.resolve(ok({ kind: body.kind, by: caller.ref })),
  }),
  operation('GET /v1/stream', {
    id: 'streamThings',
    summary: 'Things as they come',
    description: 'Of things that only tests know.',
    permission: 'public',
    answers: { 200: { description: 'Events', contentType: 'text/event-stream', body: z.string() } },
    handle: () => Promise.resolve({ status: 200, stream: (response) => void response.end('data: one\n\n') }),
  }),
];

const caller = (role: Role): Caller => ({
  memberId: `m-${role}`,
  personId: `m-${role}`,
  ref: role,
  name: role,
  role,
  keyId: `k-${role}`,
});
const callers = new Map(
  (['reader', 'checker', 'editor', 'admin'] as const).map((role) => [`${role}-key`, caller(role)]),
);

/** The toy with keys `reader-key`, `checker-key`, …; `lines` is what it logged. */
export function createToyApp(parts: Partial<AppDeps> = {}): { app: RequestListener; lines: string[] } {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const app = createApp({
    operations: thingOperations,
    authenticate: (token) => Promise.resolve(callers.get(token)),
    checks: [],
    log: createLog({ level: 'info', name: 'toy', destination }),
    checkAnswers: true,
    ...parts,
  });
  return { app, lines };
}

/** An operation that does what it is told, for failures and replies nobody should make. */
export const misbehaving = (handle: Operation['handle']): Operation => ({
  method: 'get',
  path: '/v1/misbehave',
  id: 'misbehave',
  tag: 'Test',
  summary: 'Misbehaves',
  description: 'Of things that only tests know.',
  permission: 'read',
  answers: { 200: { description: 'Fine', body: z.strictObject({ fine: z.boolean() }) } },
  handle,
});
