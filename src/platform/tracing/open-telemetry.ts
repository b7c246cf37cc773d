/** The only file that knows OpenTelemetry. It is imported when spans are wanted, and by nothing else. */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as spans,
  type Context,
} from '@opentelemetry/api';
import { setGlobalErrorHandler, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { within } from '../time-limit.js';
import type { Span, SpanStart, Trace } from './trace.js';

interface Settings {
  endpoint: string;
  /** What it is called unless OTEL_SERVICE_NAME says otherwise. */
  service: string;
  troubled: (error: Error) => void;
}

const closeLimitMs = 5_000;

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

/**
 * Neither a context manager nor a tracer is registered for the whole process: spans are made where we begin
 * them and nowhere else. How many are kept, and how they are sent, is told to the packages by their own OTEL_ settings.
 */
export function startTracing({ endpoint, service, troubled }: Settings): Trace {
  setGlobalErrorHandler((error) => {
    troubled(error instanceof Error ? error : new Error(JSON.stringify(error)));
  });
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('isnad');
  const propagator = new W3CTraceContextPropagator();
  const here = new AsyncLocalStorage<Context>();

  const parentOf = (from: SpanStart['from']): Context =>
    from ? propagator.extract(ROOT_CONTEXT, from, defaultTextMapGetter) : (here.getStore() ?? ROOT_CONTEXT);

  return {
    begin: ({ name, kind, attributes, from }): Span => {
      const parent = parentOf(from);
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes: { ...attributes } }, parent);
      const context = spans.setSpan(parent, span);
      return {
        traceId: span.spanContext().traceId,
        run: (work) => here.run(context, work),
        setAttributes: (further) => {
          span.setAttributes({ ...further });
        },
        fail: (errorKind) => {
          span.setAttribute('error.type', errorKind);
          span.setStatus({ code: SpanStatusCode.ERROR });
        },
        end: () => {
          span.end();
        },
      };
    },

    current: () => {
      const context = here.getStore();
      if (!context) return undefined;
      const carrier: Record<string, string> = {};
      propagator.inject(context, carrier, defaultTextMapSetter);
      return carrier['traceparent'];
    },

    close: async () => {
      await within(provider.shutdown(), closeLimitMs, 'the last spans were not delivered').catch(troubled);
    },
  };
}
