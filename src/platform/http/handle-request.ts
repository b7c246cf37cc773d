import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Trace } from '../tracing/trace.js';
import { authorize } from './authenticate.js';
import type { Authentication } from './authenticate.js';
import { isTaggedByBody, tagByBody } from './body-tag.js';
import { checkResponse } from './check-response.js';
import { checkProblem } from './declared-problems.js';
import { RequestContext } from './request-context.js';
import { noteOperation } from './logging.js';
import { readInput } from './read-input.js';
import { traceRequests } from './trace-requests.js';
import { isGuarded, type Call, type Operation, type Reply, type Serve } from './route.js';

export interface Serving extends Authentication {
  /** Tests: every reply and problem must be what the operation declares, or the answer is 500. */
  checkAnswers?: boolean;
  /** Whatever belongs to every answer and was not there before it: fast-path.ts. */
  beforeAnswer?: (response: ServerResponse) => void;
  /** Where spans are collected. */
  trace?: Trace | undefined;
  /** Runs around every handler, with its input already accepted: see idempotency.ts. */
  around?: (
    operation: Operation,
    call: Call<unknown, unknown, unknown>,
    handle: () => Promise<Reply>,
  ) => Promise<Reply>;
}

/**
 * From a request to its answer: who calls, may they, what do they want, do it, send it. It knows nothing of
 * routers, so it works behind Express and without it.
 */
export function serve(operation: Operation, serving: Serving): Serve {
  const { checkAnswers, around, trace, beforeAnswer } = serving;
  if (operation.path.includes('{') && !operation.params)
    throw new Error(`${operation.id} has a path with parameters but no schema for them`);
  const tagged = isTaggedByBody(operation);
  const answer: Serve = async (request, response, segments) => {
    noteOperation(response, operation.id);
    const caller = isGuarded(operation) ? await authorize(operation, request, response, serving) : undefined;
    const input = await readInput(operation, request, response, segments);
    const call = new RequestContext(input, { request, response, caller, operation, authentication: serving });
    const handle = () => operation.handle(call);
    const reply = around ? await around(operation, call, handle) : await handle();
    if (checkAnswers) checkResponse(operation, reply);
    // Whoever has hung up meanwhile (a long poll, say) is past being answered.
    if (response.destroyed) return;
    beforeAnswer?.(response);
    await send(operation, request, response, tagged ? tagByBody(request, reply) : reply);
  };
  const checked = checkAnswers ? withDeclaredProblems(operation, answer) : answer;
  // Whether the process is well is asked every few seconds, and tells nothing of the work.
  return trace && isGuarded(operation) ? traceRequests(trace, operation, checked) : checked;
}

const withDeclaredProblems =
  (operation: Operation, answer: Serve): Serve =>
  (...request) =>
    answer(...request).catch((error: unknown) => {
      checkProblem(operation, error);
      throw error;
    });

/** A key decides what is seen, so only the caller's own cache may keep it, and must ask again. */
const usual = { 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Cookie' };

async function send(
  operation: Operation,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, cookies, body, rendered, stream }: Reply,
): Promise<void> {
  response.statusCode = status;
  setHeaders(response, usual);
  if (headers) setHeaders(response, headers);
  if (cookies && cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  const empty = status === 204 || status === 304;
  if (!stream && (empty || (body === undefined && rendered === undefined))) {
    response.end();
    return;
  }
  const type = operation.answers[status]?.contentType ?? 'application/json';
  response.setHeader('Content-Type', type.includes(';') ? type : `${type}; charset=utf-8`);
  if (stream) {
    if (request.method === 'HEAD') response.end();
    else await stream(response);
    return;
  }
  const text = rendered ?? (isText(type, body) ? body : JSON.stringify(body));
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(request.method === 'HEAD' ? undefined : text);
}

const isText = (type: string, body: unknown): body is string =>
  typeof body === 'string' && !/[/+]json$/.test(type);

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) response.setHeader(name, value);
  }
}
