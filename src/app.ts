import express from 'express';
import type { ErrorRequestHandler, Express, Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { docsRoutes } from './docs/docs.routes.js';
import { Failure } from './errors.js';
import { healthOperations } from './health/health.routes.js';
import type { Checks } from './health/health.routes.js';
import { logRequests } from './http/logging.js';
import { describeApi } from './http/openapi.js';
import { describeProblem, problemType } from './http/problem.js';
import type { Operation } from './http/route.js';
import { mountOperations } from './http/serve.js';
import type { Serving } from './http/serve.js';
import { refuseBrokenPath } from './http/url-parameters.js';
import type { Log } from './log.js';

export interface AppParts extends Serving {
  operations: readonly Operation[];
  /** What readiness asks, by the name of the part. */
  checks: Checks;
  log: Log;
  /** Path → what else is served there: metrics, the queue dashboard. */
  mounted?: Readonly<Record<string, RequestHandler>>;
}

/** The whole HTTP side as one application. It never listens: see http/listen.ts. */
export function createApp({ operations, checks, log, mounted = {}, ...serving }: AppParts): Express {
  const everything = [...operations, ...healthOperations(checks)];
  const app = express();
  app.disable('x-powered-by');
  // Our tags name versions; hashing every body would cost more and say less.
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);

  app.use(logRequests(log));
  app.use(securityHeaders);
  app.use(refuseBrokenRequests);
  mountOperations(app, everything, serving);
  app.use(docsRoutes(describeApi(everything)));
  for (const [path, handler] of Object.entries(mounted)) app.use(path, handler);
  app.use(refuseUnknownPaths);
  app.use(answerProblem);
  return app;
}

const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  // Only for this host: whoever runs it decides about the rest of the domain.
  strictTransportSecurity: { maxAge: 180 * 24 * 3600, includeSubDomains: false },
});

const refuseBrokenRequests: RequestHandler = (request, _response, next) => {
  refuseBrokenPath(pathOf(request));
  next();
};

const refuseUnknownPaths: RequestHandler = (request) => {
  throw new Failure('not-found', `There is nothing at ${pathOf(request)}. The API is described at /docs.`, {
    code: 'path-not-found',
  });
};

const answerProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    // Half an answer is out; only a broken connection tells the reader so.
    response.err = asError(error);
    response.destroy();
    next();
    return;
  }
  const problem = describeProblem(error, {
    path: pathOf(request),
    requestId: response.get('x-request-id') ?? '',
  });
  if (problem.ours) response.err = asError(error);
  const bytes = Buffer.from(JSON.stringify(problem.body), 'utf8');
  response
    .status(problem.status)
    .set({ 'Cache-Control': 'no-store', ...problem.headers })
    .setHeader('Content-Type', problemType)
    .setHeader('Content-Length', bytes.length)
    .end(request.method === 'HEAD' ? undefined : bytes);
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const pathOf = ({ originalUrl }: Request): string => originalUrl.split('?', 1)[0] ?? '';
