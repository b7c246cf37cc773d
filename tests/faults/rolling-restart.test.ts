/** A rolling restart behind a balancer that looks at /readyz every 200 ms and sends no request twice. */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

/** Sends each request to the next of those that said, when last looked at, that they are ready. */
async function startBalancer(backends: Map<string, boolean>) {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const look = async (url: string): Promise<void> => {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (backends.has(url)) backends.set(url, ready);
  };
  const timer = setInterval(() => {
    for (const url of backends.keys()) void look(url);
  }, 200);
  const pass = (incoming: IncomingMessage, answer: ServerResponse): void => {
    const ready = [...backends].filter(([, is]) => is).map(([url]) => url);
    const to = ready[turn++ % ready.length];
    if (to === undefined) {
      answer.writeHead(502).end();
      return;
    }
    const { method, headers, url = '/' } = incoming;
    const outgoing = request(new URL(url, to), { agent, method, headers }, (from) => {
      const { connection: _, 'keep-alive': __, ...rest } = from.headers;
      answer.writeHead(from.statusCode ?? 502, rest);
      from.pipe(answer);
    });
    outgoing.on('error', () => {
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
    });
    incoming.pipe(outgoing);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads and writes without a pause, until told to end; every answer that is not as it should be. */
function startTraffic(url: string, { keys }: RunningProduct) {
  let ending = false;
  let answered = 0;
  const wrong: string[] = [];
  const headers = { Authorization: `Bearer ${keys.checker}`, 'Content-Type': 'application/json' };
  const one = async (write: boolean): Promise<void> => {
    while (!ending) {
      const path = write ? '/v1/sources' : '/v1/sources?limit=2';
      const body = JSON.stringify({ kind: 'person', name: 'Somebody' });
      const outcome = await fetch(url + path, { headers, ...(write && { method: 'POST', body }) }).then(
        async (answer) => {
          await answer.text();
          return String(answer.status);
        },
        (error: unknown) => String((error as Error).cause ?? error),
      );
      answered++;
      if (outcome !== (write ? '201' : '200')) wrong.push(outcome);
    }
  };
  const all = Promise.all([one(true), one(false), one(true), one(false)]);
  return {
    answered: () => answered,
    end: async () => {
      ending = true;
      await all;
      return { answered, wrong };
    },
  };
}

it('loses no request: each API is not ready first, answers until the balancer has looked, and ends', async () => {
  const isnad = await startRunningProduct();
  undo.push(isnad.close);
  const env = { DRAIN_SECONDS: '2', RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0' };
  const start = (): Promise<StartedApi> => isnad.startApi(env);
  let running = [await start(), await start()];
  const backends = new Map(running.map(({ url }) => [url, false]));
  const balancer = await startBalancer(backends);
  undo.push(balancer.close);
  const allReady = (): boolean => [...backends.values()].every((ready) => ready);
  await expect.poll(allReady, { timeout: 60_000 }).toBe(true);
  const traffic = startTraffic(balancer.url, isnad);
  const more = async (): Promise<void> => {
    const before = traffic.answered();
    await expect.poll(traffic.answered, { timeout: 60_000 }).toBeGreaterThan(before + 40);
  };
  await more();
  for (const old of running) {
    expect(await old.end('SIGTERM')).toBe(0);
    backends.delete(old.url);
    const next = await start();
    backends.set(next.url, false);
    running = [...running, next];
    await expect.poll(() => backends.get(next.url), { timeout: 60_000 }).toBe(true);
    await more();
  }
  const { answered, wrong } = await traffic.end();
  expect(answered).toBeGreaterThan(120);
  expect(wrong).toEqual([]);
});
