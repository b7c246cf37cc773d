import type { RequestListener } from 'node:http';
import express from 'express';
import type { ErrorRequestHandler, RequestHandler, Router } from 'express';
import { docsRoutes } from './platform/http/docs/docs.routes.js';
import { Failure } from './platform/errors.js';
import { healthOperations } from './platform/health/health.routes.js';
import type { Check } from './platform/health/readiness.js';
import { fail } from './platform/http/send-problem.js';
import { letOriginsCall } from './platform/http/cross-origin.js';
import { createFastPath } from './platform/http/fast-path.js';
import { logRequests, type Answered } from './platform/http/logging.js';
import { mountOperations } from './platform/http/mount.js';
import { describedWebhooks } from './delivery/webhooks/described-webhooks.js';
import type { FoundIds } from './reference/examples/made-ids.queries.js';
import { referenceWith } from './reference/reference.js';
import { describeApi } from './platform/http/openapi.js';
import type { Operation } from './platform/http/route.js';
import { securityHeaders } from './platform/http/security-headers.js';
import type { Serving } from './platform/http/handle-request.js';
import { pathOf, takeOwnTarget } from './platform/http/target.js';
import { requireReadablePath } from './platform/http/url-parameters.js';
import type { Log } from './platform/log.js';

export interface AppDeps extends Serving {
  operations: readonly Operation[];
  /** What readiness asks. */
  checks: readonly Check[];
  log: Log;
  /** What is read without a key, outside /v1. */
  publicRoutes?: readonly Router[];
  /** What this installation has to name in the examples of the document. */
  readMadeIds?: () => Promise<FoundIds>;
  /** Pages of which other origins may call it from a browser. */
  origins?: readonly string[];
  /** Told of each answer, for those who count. */
  answered?: Answered;
}

/** The whole HTTP side as one application. It never listens: see http/listen.ts. */
export function createApp({
  operations,
  checks,
  log,
  answered,
  publicRoutes = [],
  origins = [],
  readMadeIds = () => Promise.resolve({}),
  ...serving
}: AppDeps): RequestListener {
  const everything = [...operations, ...healthOperations(checks)];
  const logRequest = logRequests(log, answered);
  const app = express();
  app.disable('x-powered-by');
  // Our tags name versions; hashing every body would cost more and say less.
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);

  app.use((request, response, next) => {
    logRequest(request, response);
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    next();
  });
  app.use(rejectBrokenRequests);
  mountOperations(app, everything, serving);
  for (const routes of publicRoutes) app.use(routes);
  app.use(
    docsRoutes(async () =>
      describeApi(everything, { ...referenceWith(await readMadeIds()), webhooks: describedWebhooks }),
    ),
  );
  app.use(rejectUnknownPaths);
  app.use(answerProblem);
  const listener = createFastPath({
    operations: everything,
    serving,
    log: logRequest,
    headers: securityHeaders,
    fail,
    otherwise: app,
  });
  const answer = letOriginsCall(origins, listener);
  return (request, response) => {
    takeOwnTarget(request);
    answer(request, response);
  };
}

const rejectBrokenRequests: RequestHandler = (request, _response, next) => {
  requireReadablePath(pathOf(request));
  next();
};

const rejectUnknownPaths: RequestHandler = (request) => {
  throw new Failure('not_found', `There is nothing at ${pathOf(request)}. The API is described at /docs.`, {
    code: 'path_not_found',
  });
};

const answerProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
  fail(error, request, response);
  // The connection was broken on purpose: nothing is left to be answered.
  if (response.destroyed) next();
};
