import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { listen } from '../../src/platform/http/listen.js';
import type { Listening, ListenOptions } from '../../src/platform/http/listen.js';
import type { Reply } from '../../src/platform/http/route.js';
import { createToyApp, misbehaving } from '../support/toy-app.js';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listening) => listening.close(100)));
});

async function start(app = createToyApp().app, options: Partial<ListenOptions> = {}): Promise<Listening> {
  const listening = await listen(app, { port: 0, host: '127.0.0.1', ...options });
  open.push(listening);
  return listening;
}

/** Sends bytes as they are and gives back everything until the server closes. */
async function raw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

const parts = (answer: string): [string, unknown] => {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return [head.split('\r\n')[0] ?? '', JSON.parse(body)];
};

describe('what is no request gets an answer and a closed connection', () => {
  const close = 'Host: x\r\nConnection: close\r\n';
  test.each<[string, string, string]>([
    ['noise', '\x16\x03\x01\r\n\r\n', '400'],
    ['a broken request line', 'GET\r\n\r\n', '400'],
    ['a NUL in a header', `GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n`, '400'],
    [
      'two lengths',
      `POST /v1/things HTTP/1.1\r\n${close}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      '400',
    ],
    [
      'a length and chunks',
      `POST /v1/things HTTP/1.1\r\n${close}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      '400',
    ],
    ['headers of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('%s', async (_what, bytes, status) => {
    const { port } = await start();
    const [line, body] = parts(await raw(port, bytes));
    expect(line).toContain(`HTTP/1.1 ${status}`);
    expect(body).toMatchObject({
      status: Number(status),
      type: expect.stringMatching(/^urn:isnad:problem:/) as string,
    });
  });

  test('broken chunks in a body end in 400', async () => {
    const { port } = await start();
    const head = `POST /v1/things HTTP/1.1\r\n${close}Authorization: Bearer editor-key\r\nContent-Type: application/json\r\n`;
    expect(await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`)).toContain('HTTP/1.1 400');
  });

  test('bytes beyond ASCII in the path are refused, not guessed at', async () => {
    const { port } = await start();
    const answer = await raw(port, Buffer.from(`GET /v1/things/كوريا HTTP/1.1\r\n${close}\r\n`, 'utf8'));
    expect(answer).toContain('HTTP/1.1 400');
  });

  test('headers that never end are cut off with 408', async () => {
    const { port } = await start(undefined, { headersTimeout: 50, requestTimeout: 100 });
    const [line] = parts(await raw(port, 'GET / HTTP/1.1\r\nHost: x\r\n'));
    expect(line).toContain('HTTP/1.1 408');
  });

  test('a body that never ends is cut off too', async () => {
    const { port } = await start(undefined, { headersTimeout: 50, requestTimeout: 100 });
    const head = 'POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer editor-key\r\n';
    const answer = await raw(port, `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
    expect(answer).toMatch(/^HTTP\/1.1 40[08]/);
  });
});

describe('starting and stopping', () => {
  test('a port in use is one clear line', async () => {
    const { port } = await start();
    await expect(start(undefined, { port })).rejects.toThrow(
      `Port ${String(port)} on 127.0.0.1 is already in use; set PORT to another one.`,
    );
  });

  test('closing lets a request in flight finish, although its connection would be kept', async () => {
    let finish: (reply: Reply) => void = () => undefined;
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const { app } = createToyApp({
      operations: [
        misbehaving(() => {
          begun();
          return new Promise((resolve) => (finish = resolve));
        }),
      ],
    });
    const listening = await start(app);
    const agent = new http.Agent({ keepAlive: true });
    const headers = { Authorization: 'Bearer reader-key' };
    const sent = http.get(`${listening.url}/v1/misbehave`, { agent, headers });
    const answered = once(sent, 'response') as Promise<[http.IncomingMessage]>;
    await started;
    const closed = listening.close();
    finish({ status: 200, body: { fine: true } });
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    response.resume();
    await closed;
    await expect(fetch(listening.url)).rejects.toThrow('fetch failed');
    agent.destroy();
  });

  test('a request that does not finish is ended at the limit', async () => {
    const { app } = createToyApp({ operations: [misbehaving(() => new Promise(() => undefined))] });
    const listening = await start(app);
    const sent = http.get(`${listening.url}/v1/misbehave`, {
      headers: { Authorization: 'Bearer reader-key' },
    });
    const failed = once(sent, 'error');
    await once(listening.server, 'request');
    await listening.close(20);
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });
});
