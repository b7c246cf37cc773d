import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.js';
import { pathOf } from './target.js';

const saneId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const quiet = new Set(['/healthz', '/readyz']);

/** What is found out while a request is answered, for the line of the log that is written at its end. */
interface RequestNotes {
  keyId?: string;
  operation?: string;
  traceId?: string;
  error?: Error;
  errors?: number;
}
const notes = new WeakMap<ServerResponse, RequestNotes>();

const notesOf = (response: ServerResponse): RequestNotes => {
  const known = notes.get(response);
  if (known) return known;
  const fresh: RequestNotes = {};
  notes.set(response, fresh);
  return fresh;
};

/** Whose key it is. */
export const noteKey = (response: ServerResponse, keyId: string): void => {
  notesOf(response).keyId = keyId;
};

/** What it asks for, by the operation's id. */
export const noteOperation = (response: ServerResponse, operation: string): void => {
  notesOf(response).operation = operation;
};

/** The trace it is a part of, where requests are traced. */
export const noteTrace = (response: ServerResponse, traceId: string): void => {
  notesOf(response).traceId = traceId;
};

/** What went wrong, to be written whole, once, in the line of its request; of several the first, and their number. */
export const noteError = (response: ServerResponse, error: unknown): void => {
  const note = notesOf(response);
  note.error ??= error instanceof Error ? error : new Error(String(error));
  note.errors = (note.errors ?? 0) + 1;
};

export const requestIdOf = (response: ServerResponse): string => String(response.getHeader('X-Request-Id'));

/** Told of each answer: to which operation (`none` where there is no such path), with which status, in what time. */
export type Answered = (operation: string, status: number, ms: number) => void;

/**
 * Names a request and, at its end, writes one line: who, what, how long. Neither headers nor bodies nor the query are
 * written, because each can hold a secret. One call of the logger and no logger per request: this runs on
 * the polling path.
 */
export const logRequests = (log: Log, answered: Answered = () => undefined) => {
  // Nothing in such a line can be a secret, and looking for secrets costs more than the rest of it.
  const plain = log.child({}, { redact: [] });
  return (request: IncomingMessage, response: ServerResponse): void => {
    const reqId = nameRequest(request);
    response.setHeader('X-Request-Id', reqId);
    const path = pathOf(request);
    if (quiet.has(path)) return;
    const begun = performance.now();
    response.on('close', () => {
      const { keyId, traceId, operation = 'none', error, errors = 0 } = notes.get(response) ?? {};
      const { statusCode } = response;
      const ms = performance.now() - begun;
      answered(operation, statusCode, ms);
      const level = statusCode === 503 ? 'warn' : statusCode >= 500 || error ? 'error' : 'info';
      const line = {
        reqId,
        req: { method: request.method, path },
        keyId,
        ...(traceId !== undefined && { traceId }),
        res: { status: statusCode },
        responseTime: Math.round(ms),
        // The caller hung up before the end: what it was given is not known.
        ...(!response.writableFinished && { cut: true }),
        ...(error && { err: error }),
        ...(errors > 1 && { errors }),
      };
      if (level === 'info') plain.info(line, 'answered');
      else log[level](line, 'answered with an error');
    });
  };
};

/** A request keeps the id its sender gave, if it is harmless to write anywhere. */
function nameRequest({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && saneId.test(given) ? given : randomUUID();
}
