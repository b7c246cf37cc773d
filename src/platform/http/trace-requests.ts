import type { Trace } from '../tracing/trace.js';
import { headerOf } from './header.js';
import { noteTrace, requestIdOf } from './logging.js';
import type { Operation } from './route.js';
import type { Serve } from './route.js';

/** Each request as a span, from here to the end of its answer, in the trace of whoever sends it. */
export const traceRequests =
  (trace: Trace, { method, path, id }: Operation, answer: Serve): Serve =>
  async (request, response, segments) => {
    const span = trace.begin({
      name: `${method.toUpperCase()} ${path}`,
      kind: 'server',
      from: {
        traceparent: headerOf(request, 'traceparent'),
        tracestate: headerOf(request, 'tracestate'),
      },
      attributes: {
        'http.request.method': request.method,
        'http.route': path,
        'isnad.operation': id,
        'isnad.request_id': requestIdOf(response),
      },
    });
    noteTrace(response, span.traceId);
    // What fails becomes an answer further out; only its end knows the status.
    response.once('close', () => {
      const { statusCode } = response;
      span.setAttributes({ 'http.response.status_code': statusCode });
      if (statusCode >= 500) span.fail(String(statusCode));
      if (!response.writableFinished) span.setAttributes({ 'isnad.cut': true });
      span.end();
    });
    await span.run(() => answer(request, response, segments));
  };
