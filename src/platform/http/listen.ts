import { createServer, STATUS_CODES } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { problems, type ProblemCode } from '../../domain/problem/codes.js';
import { problemType, statusesOf } from './problem.js';

export interface Listening {
  server: Server;
  port: number;
  url: string;
  /** Lets callers go one by one: each connection ends with its next answer, which is the last that it carries. */
  endConnections(): void;
  /** Stops accepting, lets requests in flight finish, and after `limit` ms ends those that have not. */
  close(limit?: number): Promise<void>;
}

export interface ListenOptions {
  port: number;
  host: string;
  /** Milliseconds for the headers, and for the whole request, to arrive. */
  headersTimeout?: number;
  requestTimeout?: number;
}

/** Serves the app; resolves once it accepts connections. A port in use is an error of one clear line. */
export async function listen(app: RequestListener, options: ListenOptions): Promise<Listening> {
  const { port, host, headersTimeout = 10_000, requestTimeout = 30_000 } = options;
  let ending = false;
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      // How often the two limits above are looked at.
      connectionsCheckingInterval: Math.min(2_000, headersTimeout),
      // Longer than the idle time of usual load balancers, or they reuse what has just been closed.
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      if (ending) response.shouldKeepAlive = false;
      app(request, response);
    },
  );
  server.on('clientError', answerBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(explain(error, port, host));
    });
    server.listen({ port, host }, resolve);
  });
  const actual = (server.address() as AddressInfo).port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    server,
    port: actual,
    url: `http://${shown}:${String(actual)}`,
    endConnections: () => {
      ending = true;
    },
    close: (limit = 10_000) => closeGently(server, limit),
  };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const place = `Port ${String(port)} on ${host}`;
  if (error.code === 'EADDRINUSE') return new Error(`${place} is already in use; set PORT to another one.`);
  if (error.code === 'EACCES') return new Error(`${place} needs more rights; set PORT to one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL') return new Error(`${host} is not an address of this machine.`);
  return error;
}

const codeOfError: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** What never became a request gets a proper answer too, written by hand because there is no response. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  const started = (socket as { _httpMessage?: { headersSent?: boolean } })._httpMessage?.headersSent;
  if (error.code === 'ECONNRESET' || !socket.writable || started) {
    socket.destroy();
    return;
  }
  const code = codeOfError[error.code ?? ''] ?? 'malformed_request';
  const [status = 400] = statusesOf(code);
  const body = JSON.stringify({
    type: `urn:isnad:problem:${code}`,
    title: problems[code].title,
    status,
    detail: 'This could not be read as an HTTP request.',
    code,
  });
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    `Content-Type: ${problemType}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** `close` ends what is idle now; a connection whose last answer is still being written ends after it. */
async function closeGently(server: Server, limit: number): Promise<void> {
  if (!server.listening) return;
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const end = setTimeout(() => {
    server.closeAllConnections();
  }, limit);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  clearInterval(sweep);
  clearTimeout(end);
}
