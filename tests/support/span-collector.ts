import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What we read of OTLP/JSON, as opentelemetry-proto writes it. */
const sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.number(),
              status: z.object({ code: z.number() }),
              attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
            }),
          ),
        }),
      ),
    }),
  ),
});

type Attributes = Record<string, unknown>;

interface CollectedSpan {
  service: unknown;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  kind: number;
  failed: boolean;
  attributes: Attributes;
}

/** A collector of OpenTelemetry: takes spans over OTLP/HTTP and keeps them. */
export async function startCollector() {
  const spans: CollectedSpan[] = [];
  const paths = new Set<string>();
  const listeners = new Set<() => void>();
  const server = createServer((request, response) => {
    paths.add(`${request.method ?? ''} ${request.url ?? ''}`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      spans.push(...read(Buffer.concat(chunks).toString()));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      for (const look of [...listeners]) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    spans,
    paths,
    /** The first span that is like this, once it is there. */
    find: (isMeant: (span: CollectedSpan) => boolean, limitMs = 30_000): Promise<CollectedSpan> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`no such span among ${spans.map(({ name }) => name).join(', ')}`));
        }, limitMs);
        const look = (): void => {
          const found = spans.find(isMeant);
          if (!found) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function read(body: string): CollectedSpan[] {
  return sent.parse(JSON.parse(body)).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ status, attributes, parentSpanId, ...span }) => ({
        ...span,
        parentSpanId: parentSpanId === '' ? undefined : parentSpanId,
        service: plain(resource.attributes)['service.name'],
        failed: status.code === 2,
        attributes: plain(attributes),
      })),
    ),
  );
}

const plain = (attributes: { key: string; value: Record<string, unknown> }[]): Attributes =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
