import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteError, requestIdOf } from './logging.js';
import { describeProblem, problemType } from './problem.js';
import { preferredLanguage } from './preferred-language.js';
import { pathOf } from './target.js';

/** Tells the caller what went wrong, on whichever way the request came. */
export function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) {
    // Half an answer is out; only a broken connection tells the reader so.
    noteError(response, error);
    response.destroy();
    return;
  }
  const language = preferredLanguage(request);
  const at = { path: pathOf(request), requestId: requestIdOf(response), language };
  const problem = describeProblem(error, at);
  if (problem.ours) noteError(response, error);
  // Whoever let nobody in knows better how one comes in.
  const challenge = response.getHeader('WWW-Authenticate');
  const bytes = Buffer.from(JSON.stringify(problem.body), 'utf8');
  response.statusCode = problem.status;
  for (const [name, value] of Object.entries({
    'Cache-Control': 'no-store',
    ...problem.headers,
    ...(typeof challenge === 'string' && { 'WWW-Authenticate': challenge }),
    'Content-Language': language,
    'Content-Type': problemType,
    'Content-Length': String(bytes.length),
  })) {
    response.setHeader(name, value);
  }
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
