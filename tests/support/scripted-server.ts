import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Scene = (response: ServerResponse, request: IncomingMessage) => void;

/** An HTTP server of the outside world: each request is answered by the next scene, the last one by itself for ever. */
export async function playServer(...scenes: Scene[]) {
  const requests: { method: string; url: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const scene = scenes[Math.min(requests.length, scenes.length - 1)];
    requests.push({ method, url, headers });
    scene?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Scene =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

/** The beginning of an event stream that stays open, in these pieces. */
export const stream =
  (...pieces: (string | Buffer)[]): Scene =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const piece of pieces) response.write(piece);
  };

/** The same, cut off after it. */
export const brokenStream =
  (...pieces: string[]): Scene =>
  (response, request) => {
    stream(...pieces)(response, request);
    response.write('', () => response.destroy());
  };
