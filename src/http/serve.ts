import type { Express, Request, RequestHandler, Response } from 'express';
import type { Caller } from '../access/access.rules.js';
import { Failure } from '../errors.js';
import { admit } from './auth.js';
import type { Authenticate } from './auth.js';
import { checkAnswer } from './check-answer.js';
import { readInput } from './read-input.js';
import type { Call, Operation, Reply } from './route.js';

export interface Serving {
  authenticate: Authenticate;
  /** Tests: every reply must be what the operation declares, or the answer is 500. */
  checkAnswers?: boolean;
  /** Runs around every handler, with its input already accepted: idempotency, limits. */
  around?: (
    operation: Operation,
    call: Call<unknown, unknown, unknown>,
    handle: () => Promise<Reply>,
  ) => Promise<Reply>;
}

/** Makes the routes of all operations, with 405 and `Allow` for every other method of their paths. */
export function mountOperations(app: Express, operations: readonly Operation[], serving: Serving): void {
  for (const [path, sharing] of byPath(operations)) {
    const route = app.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const operation of sharing) route[operation.method](serve(operation, serving));
    const methods = sharing.map(({ method }) => method.toUpperCase());
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    route.options((_request, response) => {
      response.status(204).set('Allow', allow).end();
    });
    route.all((request, response) => {
      response.set('Allow', allow);
      throw new Failure('invalid', `${request.method} is not possible here; ${allow} are.`, {
        code: 'method-not-allowed',
      });
    });
  }
}

/** Literal paths before parameters: `/tasks/next` is not the task called "next". */
function byPath(operations: readonly Operation[]): [string, Operation[]][] {
  const paths = new Map<string, Operation[]>();
  const shapes = new Map<string, string>();
  for (const operation of operations) {
    const shape = shapeOf(operation.path);
    const other = shapes.get(shape) ?? operation.path;
    if (other !== operation.path) throw new Error(`${other} and ${operation.path} are the same path`);
    shapes.set(shape, operation.path);
    const sharing = paths.get(operation.path) ?? [];
    if (sharing.some(({ method }) => method === operation.method))
      throw new Error(`${operation.method} ${operation.path} is defined twice`);
    paths.set(operation.path, [...sharing, operation]);
  }
  return [...paths].sort(([a], [b]) => (shapeOf(a) < shapeOf(b) ? -1 : 1));
}

const shapeOf = (path: string): string => path.replace(/\{\w+\}/g, '\uFFFF');

function serve(operation: Operation, { authenticate, checkAnswers, around }: Serving): RequestHandler {
  const { permission } = operation;
  if (operation.path.includes('{') && !operation.params)
    throw new Error(`${operation.id} has a path with parameters but no schema for them`);
  return async (request, response) => {
    const caller = permission === 'public' ? undefined : await admit(request, permission, authenticate);
    if (caller) response.locals['keyId'] = caller.keyId;
    const input = await readInput(operation, request, response);
    const call = {
      ...input,
      request,
      get caller(): Caller {
        if (!caller) throw new Error(`${operation.id} is public and has no caller`);
        return caller;
      },
    };
    const handle = () => operation.handle(call);
    const reply = around ? await around(operation, call, handle) : await handle();
    if (checkAnswers) checkAnswer(operation, reply);
    await send(operation, request, response, reply);
  };
}

async function send(
  operation: Operation,
  request: Request,
  response: Response,
  { status, headers, body, stream }: Reply,
): Promise<void> {
  // A key decides what is seen, so only the caller's own cache may keep it, and must ask again.
  response.status(status).set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization', ...headers });
  if (!stream && (body === undefined || status === 204 || status === 304)) {
    response.end();
    return;
  }
  const type = operation.answers[status]?.contentType ?? 'application/json';
  const isText = typeof body === 'string' && !/[/+]json$/.test(type);
  response.setHeader('Content-Type', type.includes(';') ? type : `${type}; charset=utf-8`);
  if (stream) {
    if (request.method === 'HEAD') response.end();
    else await stream(response);
    return;
  }
  const bytes = Buffer.from(isText ? body : JSON.stringify(body), 'utf8');
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
