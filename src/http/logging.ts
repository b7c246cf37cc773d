import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.js';
import { pathOf } from './target.js';

const saneId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const quiet = new Set(['/healthz', '/readyz']);

/** What is known of a request only while it is answered, and told when it has been. */
interface Told {
  keyId?: string;
  error?: Error;
  errors?: number;
}
const told = new WeakMap<ServerResponse, Told>();

const noteOf = (response: ServerResponse): Told => {
  const known = told.get(response);
  if (known) return known;
  const fresh: Told = {};
  told.set(response, fresh);
  return fresh;
};

/** Whose key it is. */
export const noteKey = (response: ServerResponse, keyId: string): void => {
  noteOf(response).keyId = keyId;
};

/** What went wrong, to be written whole, once, in the line of its request; of several the first, and their number. */
export const noteError = (response: ServerResponse, error: unknown): void => {
  const note = noteOf(response);
  note.error ??= error instanceof Error ? error : new Error(String(error));
  note.errors = (note.errors ?? 0) + 1;
};

export const requestIdOf = (response: ServerResponse): string => String(response.getHeader('X-Request-Id'));

/**
 * Names a request and, at its end, writes one line: who, what, how long. Neither headers nor bodies nor the query are
 * written, because each can hold a secret. One call of the logger and no logger per request: this runs on
 * the polling path.
 */
export const logRequests =
  (log: Log) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const reqId = nameRequest(request);
    response.setHeader('X-Request-Id', reqId);
    const path = pathOf(request);
    if (quiet.has(path)) return;
    const begun = performance.now();
    response.on('close', () => {
      const { keyId, error, errors = 0 } = told.get(response) ?? {};
      const { statusCode } = response;
      const level = statusCode === 503 ? 'warn' : statusCode >= 500 || error ? 'error' : 'info';
      const line = {
        reqId,
        req: { method: request.method, path },
        keyId,
        res: { status: statusCode },
        responseTime: Math.round(performance.now() - begun),
        // The caller hung up before the end: what it was given is not known.
        ...(!response.writableFinished && { cut: true }),
        ...(error && { err: error }),
        ...(errors > 1 && { errors }),
      };
      log[level](line, level === 'info' ? 'answered' : 'answered with an error');
    });
  };

/** A request keeps the id its sender gave, if it is harmless to write anywhere. */
function nameRequest({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && saneId.test(given) ? given : randomUUID();
}
