/** Whoever answers a call badly, slowly or for ever can hold it for as long as its limits say, and no longer. */
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAllowance, type Allowance } from '../../src/domain/access/allowance.js';
import { createOutbound, type Call } from '../../src/platform/outbound/outbound.js';
import { listenAsCanary, listenHttp, listenRaw, type Listening } from '../support/receivers.js';

const limits = { connectMs: 2_000, answerMs: 300, wholeMs: 5_000, bytes: 1_000, bytesPerSecond: 1 };
const { call } = createOutbound({ allow: [readAllowance('127.0.0.0/8')] as Allowance[] });

const open: Listening[] = [];
const at = async (listening: Promise<Listening>): Promise<string> => {
  open.push(await listening);
  return `http://127.0.0.1:${String(open.at(-1)?.port)}/`;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const get = (url: string, more: Partial<Call['limits']> = {}): ReturnType<typeof call> =>
  call({ method: 'GET', url, limits: { ...limits, ...more } });

describe('a receiver', () => {
  it('is sent what is meant for it, and its answer comes back', async () => {
    const url = await at(
      listenHttp((request, response) => {
        request.on('data', (body: Buffer) => {
          const { host, 'x-mark': mark, connection } = request.headers;
          response.writeHead(202, { 'X-Answer': 'yes' });
          response.end(JSON.stringify([request.method, request.url, host, mark, connection, String(body)]));
        });
      }),
    );
    const { status, headers, bytes, cut } = await call({
      method: 'POST',
      url: `${url}a%20b?c=%D8%B9`,
      headers: { 'x-mark': '1' },
      body: Buffer.from('عربي'),
      limits,
    });
    const { host } = new URL(url);
    expect([status, headers['x-answer'], cut]).toEqual([202, 'yes', null]);
    expect(JSON.parse(bytes.toString())).toEqual(['POST', '/a%20b?c=%D8%B9', host, '1', 'close', 'عربي']);
  });

  it('that is not there is unreachable', async () => {
    const gone = await listenHttp(() => undefined);
    await gone.close();
    await expect(get(`http://127.0.0.1:${String(gone.port)}/`)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('whose name nobody answers for is given up', async () => {
    const silent = createOutbound({ resolve: () => new Promise(() => undefined) });
    const late = { ...limits, connectMs: 100 };
    await expect(
      silent.call({ method: 'GET', url: 'http://news.example/', limits: late }),
    ).rejects.toMatchObject({ code: 'too_slow' });
  });

  it('that takes the connection and says nothing is too slow', async () => {
    const url = await at(listenRaw(() => undefined));
    await expect(get(url)).rejects.toMatchObject({ code: 'too_slow' });
  });

  it('that drips its headers is too slow, though something comes all the time', async () => {
    const url = await at(
      listenRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX-Drip: ');
        const drip = setInterval(() => socket.write('x'), 20);
        socket.on('close', () => {
          clearInterval(drip);
        });
      }),
    );
    await expect(get(url)).rejects.toMatchObject({ code: 'too_slow' });
  });

  it('that sends more headers than anybody needs is broken', async () => {
    const url = await at(
      listenHttp((_request, response) => response.setHeader('X-Much', 'x'.repeat(20_000)).end()),
    );
    await expect(get(url)).rejects.toMatchObject({ code: 'broken' });
  });

  it.each([
    ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['breaks off', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['speaks HTTP with two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ])('that %s is broken', async (_what, said) => {
    const url = await at(listenRaw((socket) => socket.end(said)));
    await expect(get(url)).rejects.toMatchObject({ code: 'broken' });
  });

  it('that answers a call for HTTPS in plain is refused', async () => {
    const url = await at(listenHttp((_request, response) => response.end()));
    await expect(get(url.replace('http:', 'https:'))).rejects.toMatchObject({ code: 'insecure' });
  });
});

describe('an answer', () => {
  it('of a hundred megabytes is read as far as the limit, and the rest is never sent', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1_000_000, 'x');
    const url = await at(
      listenHttp((_request, response) => {
        const more = (): void => {
          while (sent < 100_000_000 && !response.destroyed) {
            sent += chunk.length;
            if (!response.write(chunk)) {
              response.once('drain', more);
              return;
            }
          }
          response.end();
        };
        more();
      }),
    );
    const { status, bytes, cut } = await get(url);
    expect([status, bytes.length, cut]).toEqual([200, limits.bytes, 'too_long']);
    expect(sent).toBeLessThan(50_000_000);
  });

  it('that drips is cut when the whole time is over, and its status counts', async () => {
    const url = await at(
      listenHttp((_request, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 20);
        response.on('close', () => {
          clearInterval(drip);
        });
      }),
    );
    const { status, cut } = await get(url, { wholeMs: 400 });
    expect([status, cut]).toEqual([200, 'too_slow']);
  });

  it('that drips below the rate is cut long before', async () => {
    const url = await at(
      listenHttp((_request, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => {
          clearInterval(drip);
        });
      }),
    );
    const started = performance.now();
    const { status, cut } = await get(url, { bytesPerSecond: 1_000, wholeMs: 25_000 });
    expect([status, cut]).toEqual([200, 'too_slow']);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('that breaks off has still been one', async () => {
    const url = await at(
      listenRaw((socket) => socket.end('HTTP/1.1 503 No\r\nContent-Length: 99\r\n\r\nhalf')),
    );
    const { status, cut, bytes } = await get(url);
    expect([status, cut, bytes.toString()]).toEqual([503, 'broken', 'half']);
  });

  it('that was packed although nobody asked is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const url = await at(
      listenHttp((_request, response) => response.setHeader('Content-Encoding', 'gzip').end(bomb)),
    );
    const { bytes } = await get(url, { bytes: 100_000 });
    expect(bytes.equals(bomb)).toBe(true);
  });
});

describe('the environment', () => {
  it('cannot send calls through a proxy', async () => {
    const proxy = await listenAsCanary();
    const address = `http://127.0.0.1:${String(proxy.port)}`;
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'ALL_PROXY'])
      vi.stubEnv(name, address);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const url = await at(listenHttp((_request, response) => response.end('direct')));
    expect((await get(url)).bytes.toString()).toBe('direct');
    expect(proxy.connections()).toBe(0);
    vi.unstubAllEnvs();
    await proxy.close();
  });
});
