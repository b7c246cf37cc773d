/** Which pages of other origins may call the keyed API from a browser: with a key in a header, never with a cookie. */
import { splitNames } from '../../domain/text/split-names.js';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pathOf } from './target.js';

const exposed = [
  ...splitNames('ETag Idempotent-Replayed Link Location Preference-Applied RateLimit RateLimit-Policy'),
  ...splitNames('Retry-After X-Request-Id'),
].join(', ');
const accepted = [
  ...splitNames('Authorization Content-Type Idempotency-Key If-Match If-None-Match Last-Event-ID'),
  ...splitNames('Prefer X-Request-Id traceparent tracestate'),
].join(', ');

/** Stands before Express and the way past it: only a request that names an origin is looked at. */
export function letOriginsCall(origins: readonly string[], listener: RequestListener): RequestListener {
  if (origins.length === 0) return listener;
  const known = new Set(origins);
  return (request, response) => {
    const { origin } = request.headers;
    if (origin !== undefined && isCallable(pathOf(request)))
      setWithHead(response, () => {
        addOrigin(request, response, known.has(origin) ? origin : undefined);
      });
    listener(request, response);
  };
}

/** The API, and its description: clients are made and tried from a page. */
const isCallable = (path: string): boolean => path.startsWith('/v1/') || path === '/openapi.json';

/** Last of all, so that nothing that sets `Vary` for itself takes this away again. */
function setWithHead(response: ServerResponse, set: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    if (!response.headersSent) set();
    return writeHead(...given);
  };
}

function addOrigin(request: IncomingMessage, response: ServerResponse, origin: string | undefined): void {
  // What everybody may read says so itself.
  if (response.hasHeader('Access-Control-Allow-Origin')) return;
  response.appendHeader('Vary', 'Origin');
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', exposed);
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', String(response.getHeader('Allow') ?? 'GET'));
  response.setHeader('Access-Control-Allow-Headers', accepted);
  response.setHeader('Access-Control-Max-Age', '7200');
}
