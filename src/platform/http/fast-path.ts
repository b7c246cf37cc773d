/**
 * Polled operations go from Node's server straight to `serve`, past Express and its routes, which would cost more than
 * the answer. Everything else, and every unusual form of a path, goes to Express, which has the same operations: the
 * two differ in nothing but cost.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { serve, type Serving } from './handle-request.js';
import type { Serve } from './route.js';
import type { Operation } from './route.js';
import { pathOf } from './target.js';

interface PolledRoute {
  method: string;
  /** Matches one form of the path: no escapes in it, no slash behind it. */
  pattern: RegExp;
  names: string[];
  answer: Serve;
}

interface Deps {
  operations: readonly Operation[];
  serving: Serving;
  /** Names the request and logs its end. */
  log: (request: IncomingMessage, response: ServerResponse) => void;
  /** Set last: thousands may wait for their answers, and need not hold them meanwhile. */
  headers: readonly (readonly [name: string, value: string])[];
  fail: (error: unknown, request: IncomingMessage, response: ServerResponse) => void;
  /** Express. */
  otherwise: RequestListener;
}

export function createFastPath({
  operations,
  serving,
  log,
  headers,
  fail,
  otherwise,
}: Deps): RequestListener {
  const setHeaders = (response: ServerResponse): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
  const polled = operations
    .filter((operation) => operation.polled)
    .map((each) => toRoute(each, { ...serving, beforeAnswer: setHeaders }));
  const literal = new Set(operations.map((operation) => operation.path));
  return (request, response) => {
    const path = pathOf(request);
    for (const { method, pattern, names, answer } of polled) {
      if (request.method !== method) continue;
      const found = pattern.exec(path);
      // `/claims/batch` is an operation of its own, not the claim called "batch".
      if (!found || (names.length > 0 && literal.has(path))) continue;
      log(request, response);
      const segments = Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
      answer(request, response, segments).catch((error: unknown) => {
        if (!response.headersSent) setHeaders(response);
        fail(error, request, response);
      });
      return;
    }
    otherwise(request, response);
  };
}

function toRoute(operation: Operation, serving: Serving): PolledRoute {
  const names = Array.from(operation.path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([A-Za-z0-9._()-]+)')}$`);
  return { method: operation.method.toUpperCase(), pattern, names, answer: serve(operation, serving) };
}
