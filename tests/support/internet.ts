/** A small internet of the test's own: pages by path, on loopback, and the only place that may be called. */
import type { RequestListener } from 'node:http';
import { readAllowance } from '../../src/domain/access/allowance.js';
import { createOutbound, type Outbound } from '../../src/platform/outbound/outbound.js';
import { findNobody } from './test-runtime.js';
import { listenHttp } from './receivers.js';

interface Page {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface Internet {
  outbound: Outbound;
  /** Its address, without a slash at the end. */
  url: string;
  /** What is at a path from now on. */
  serve(path: string, page: Page | RequestListener): string;
  /** How often it was asked. */
  requests(): number;
  close(): Promise<void>;
}

/** `beyond`: what may be called beside it. */
export async function createInternet(beyond: readonly string[] = []): Promise<Internet> {
  const pages = new Map<string, Page | RequestListener>();
  let asked = 0;
  const server = await listenHttp((request, response) => {
    asked++;
    const page = pages.get(request.url ?? '') ?? { status: 404, body: 'nothing here' };
    if (typeof page === 'function') {
      page(request, response);
      return;
    }
    response.writeHead(page.status ?? 200, page.headers ?? { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page.body ?? '');
  });
  const host = `127.0.0.1:${String(server.port)}`;
  const allow = [host, ...beyond].map(readAllowance).filter((one) => one !== undefined);
  return {
    outbound: createOutbound({ allow, resolve: findNobody }),
    url: `http://${host}`,
    serve: (path, page) => {
      pages.set(path, page);
      return `http://${host}${path}`;
    },
    requests: () => asked,
    close: server.close,
  };
}
