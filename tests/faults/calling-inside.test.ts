/** Guarantee 8: nothing that anybody gives us as an address makes us call inside the network. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAllowance, type Allowance } from '../../src/domain/access/allowance.js';
import { connectorFor } from '../../src/platform/outbound/connect.js';
import { CallFailure } from '../../src/platform/outbound/failure.js';
import { createOutbound, type Call } from '../../src/platform/outbound/outbound.js';
import { readTarget, type Target } from '../../src/domain/access/call-target.js';
import { urlsInside } from '../support/inside-urls.js';
import { listenAsCanary, listenHttp, type Listening } from '../support/receivers.js';

/** A machine that is itself on the public internet. */
vi.mock(import('node:os'), async (original) => {
  const os = await original();
  const one = { netmask: '', mac: '', internal: false, cidr: null };
  const outside = [
    { ...one, address: '93.184.215.99', family: 'IPv4' as const },
    { ...one, address: '2606:4700::99', family: 'IPv6' as const, scopeid: 0 },
  ];
  return { ...os, networkInterfaces: () => ({ ...os.networkInterfaces(), outside }) };
});

const limits = { connectMs: 2_000, answerMs: 2_000, wholeMs: 5_000, bytes: 1_000, bytesPerSecond: 1 };
const somewherePublic = '93.184.215.14';
/** For tables that have to stand before any server has a port. */
const anyPort = 4545;
const forms = urlsInside(anyPort).map((url) => [url]);

let canary: Listening;
beforeAll(async () => {
  canary = await listenAsCanary();
});
afterAll(async () => {
  expect(canary.connections()).toBe(0);
  await canary.close();
});

const toCanary = (url: string): string => url.replace(String(anyPort), String(canary.port));
const get = (url: string, more: Partial<Call> = {}): Call => ({ method: 'GET', url, limits, ...more });
const allowing = (...texts: string[]): Allowance[] => texts.flatMap((text) => readAllowance(text) ?? []);

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'called';
  } catch (error) {
    return error instanceof CallFailure ? error.code : String(error);
  }
};

describe('an address inside', () => {
  it('has at least sixty forms', () => {
    expect(new Set(forms.flat()).size).toBeGreaterThan(60);
  });

  // Whatever the name, DNS says it is us.
  const { call, findFault } = createOutbound({ resolve: () => Promise.resolve(['127.0.0.1', '::1']) });

  it.each(forms)('%j is refused before it is called', async (form) => {
    expect(await findFault(toCanary(form))).toMatch(/^must /);
    expect(await codeOf(call(get(toCanary(form))))).toBe('refused');
    expect(canary.connections()).toBe(0);
  });

  it.each([22, 25, 110, 3306, 5432, 6379, 8300, 11211, 27017])(
    'may not be asked for under another service: port %i of a public host',
    async (port) => {
      const open = createOutbound({ resolve: () => Promise.resolve([somewherePublic]) });
      expect(await open.findFault(`https://news.example:${String(port)}/`)).toMatch(/port/);
    },
  );

  it.each([
    'https://news.example/hook',
    'http://news.example:8080/hook?a=1',
    'https://[2606:4700::1111]:8443/',
  ])('%s is none', async (url) => {
    const open = createOutbound({ resolve: () => Promise.resolve([somewherePublic, '2606:4700::1111']) });
    expect(await open.findFault(url)).toBeUndefined();
  });
});

describe('DNS', () => {
  it.each([
    ['loopback', ['127.0.0.1']],
    ['loopback, in IPv6', ['::1']],
    ['loopback, mapped into IPv6', ['::ffff:127.0.0.1']],
    ['loopback, mapped in hexadecimal', ['::ffff:7f00:1']],
    ['loopback, through a translator', ['64:ff9b::7f00:1']],
    ['one that is public and one that is not', [somewherePublic, '127.0.0.1']],
    ['many of which the last is private', [...Array.from({ length: 20 }, () => somewherePublic), '10.0.0.1']],
    ["this machine's own public address", ['93.184.215.99']],
    ["this machine's own public address, mapped into IPv6", ['::ffff:93.184.215.99']],
    ["this machine's own public address, mapped in hexadecimal", ['::ffff:5db8:d763']],
    ["this machine's own public address of IPv6, written at length", ['2606:4700:0:0:0:0:0:99']],
    ['a link of this machine', ['fe80::1%lo']],
    ['what is no address', ['127.1']],
  ])('that gives %s is not followed', async (_what, addresses) => {
    const { call, findFault } = createOutbound({ resolve: () => Promise.resolve(addresses) });
    const url = `http://news.example:${String(canary.port)}/`;
    expect(await findFault(url)).toBe('must not lead to an address that is not public');
    expect(await codeOf(call(get(url)))).toBe('refused');
    expect(canary.connections()).toBe(0);
  });

  it('that answers otherwise the second time is asked once per call, and only that answer is used', async () => {
    const answers = [[somewherePublic], ['127.0.0.1'], ['127.0.0.1']];
    let asked = 0;
    const resolve = () => Promise.resolve(answers[asked++] ?? []);
    const { call, findFault } = createOutbound({ resolve });
    const url = `http://rebinding.example:${String(canary.port)}/`;
    expect(await findFault(url)).toBeUndefined();
    expect(await codeOf(call(get(url)))).toBe('refused');
    expect(asked).toBe(2);
  });

  it('that changes its mind between two calls is not helped by a connection that was kept', async () => {
    const receiver = await listenHttp((_request, response) =>
      response.setHeader('Keep-Alive', 'timeout=60').end(),
    );
    const answers = [['127.0.0.1'], ['127.0.0.1'], ['169.254.169.254']];
    const { call } = createOutbound({
      allow: allowing('127.0.0.0/8'),
      resolve: () => Promise.resolve(answers.shift() ?? []),
    });
    const url = `http://news.example:${String(receiver.port)}/`;
    expect((await call(get(url))).status).toBe(200);
    expect((await call(get(url))).status).toBe(200);
    expect(receiver.connections()).toBe(2);
    expect(await codeOf(call(get(url)))).toBe('refused');
    expect(receiver.connections()).toBe(2);
    await receiver.close();
  });

  it('that knows no such name makes the address a mistake; one that is silent does not', async () => {
    const failing = (code: 'unknown_host' | 'unreachable') =>
      createOutbound({ resolve: () => Promise.reject(new CallFailure(code, 'DNS')) });
    expect(await failing('unknown_host').findFault('https://typo.example/')).toMatch(/DNS/);
    expect(await failing('unreachable').findFault('https://later.example/')).toBeUndefined();
    expect(await codeOf(failing('unreachable').call(get('https://later.example/')))).toBe('unreachable');
  });
});

describe('a connection', () => {
  it('that ends up inside after all gets not a byte', async () => {
    let received = 0;
    const inside = await listenHttp((_request, response) => {
      received++;
      response.end();
    });
    const target = readTarget(`http://news.example:${String(inside.port)}/`, []) as Target;
    const client = new Client(target.url.origin, {
      connect: connectorFor({
        target,
        addresses: ['127.0.0.1'],
        allow: [],
        connectMs: 2_000,
        connected: () => undefined,
      }),
    });
    expect(await codeOf(client.request({ path: '/', method: 'GET' }))).toBe('refused');
    expect(received).toBe(0);
    await client.destroy();
    await inside.close();
  });
});

describe('a redirect', () => {
  let origin: Server;
  let base: string;
  let location = '';
  beforeAll(async () => {
    origin = createServer((request, response) => {
      const status = Number(request.url?.slice(1));
      if (status >= 300)
        response.writeHead(status, { Location: Buffer.from(location, 'utf8').toString('latin1') });
      response.end('here');
    });
    await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${String((origin.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    origin.close();
    origin.closeAllConnections();
  });
  beforeEach(() => {
    location = '';
  });
  const outbound = () =>
    createOutbound({
      allow: allowing(base.replace('http://', '')),
      resolve: () => Promise.resolve(['127.0.0.1']),
    });

  it.each([301, 302, 303, 307, 308])('with %i is the answer, and is followed nowhere', async (status) => {
    const { call } = outbound();
    for (const to of ['/200', toCanary(`http://127.0.0.1:${String(anyPort)}/`)]) {
      location = to;
      expect((await call(get(`${base}/${String(status)}`))).status).toBe(status);
    }
    expect(canary.connections()).toBe(0);
  });
});
