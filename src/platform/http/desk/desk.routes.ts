/** The desk in the browser: one page for every path below /desk, and the built files that it loads. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Router } from 'express';
import { deskFiles, type DeskFiles } from './desk-files.js';
import { immutable } from '../caching.js';

/** Scripts and styles are files of ours; React Aria writes one style element, which carries the nonce. */
const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

export function deskRoutes(folder: string): Router {
  const files = deskFiles(folder);
  const router = Router();
  router.use('/desk', (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const file = request.path.slice('/assets/'.length);
    if (request.path.startsWith('/assets/')) sendFile(files, file, request, response, next);
    else if (request.path === '/worker.js') sendWorker(files, response, next);
    else sendPage(files, response, next);
  });
  return router;
}

function sendPage(files: DeskFiles, response: ServerResponse, next: () => void): void {
  const { page } = files;
  if (page === undefined) {
    next();
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Content-Security-Policy', contentPolicy(nonce));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page.replaceAll(files.noncePlaceholder, nonce));
}

/** What it keeps is read from here; it runs nothing else. A browser asks for it again to learn of a new build. */
function sendWorker(files: DeskFiles, response: ServerResponse, next: () => void): void {
  const { worker } = files;
  if (worker === undefined) {
    next();
    return;
  }
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'",
  );
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
  response.end(worker);
}

function sendFile(
  files: DeskFiles,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  const file = files.find(name, request);
  if (file === undefined) {
    next();
    return;
  }
  response.setHeader('Cache-Control', immutable);
  response.setHeader('Content-Type', file.type);
  response.setHeader('Vary', 'Accept-Encoding');
  if (file.encoding !== undefined) response.setHeader('Content-Encoding', file.encoding);
  response.setHeader('Content-Length', file.bytes.length);
  response.end(file.bytes);
}
