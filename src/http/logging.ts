import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Response } from 'express';
import { pinoHttp } from 'pino-http';
import type { Log } from '../log.js';

const saneId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const quiet = new Set(['/healthz', '/readyz']);

/**
 * One line per request: who, what, how long. Neither headers nor bodies nor the query are written, because
 * each can hold a secret. An error put on `response.err` is written whole, once, in the same line.
 */
export const logRequests = (log: Log) =>
  pinoHttp({
    logger: log,
    genReqId: nameRequest,
    autoLogging: { ignore: (request) => quiet.has(pathOf(request)) },
    customLogLevel: (_request, { statusCode, err }) =>
      statusCode === 503 ? 'warn' : statusCode >= 500 || err ? 'error' : 'info',
    customProps: (_request, response) => ({
      keyId: (response as Partial<Response>).locals?.['keyId'] as unknown,
    }),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered with an error',
    // Without an error of ours pino-http makes one up, with a stack that says nothing.
    customErrorObject: (_request, response, _error, line: Record<string, unknown>) =>
      response.err ? line : { ...line, err: undefined },
    quietReqLogger: true,
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage) => ({ method: request.method, path: pathOf(request) }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
    },
  });

/** A request keeps the id its sender gave, if it is harmless to write anywhere. */
function nameRequest(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && saneId.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

const pathOf = (request: IncomingMessage): string => {
  const url = (request as { originalUrl?: string }).originalUrl ?? request.url ?? '';
  return url.split('?', 1)[0] ?? '';
};
