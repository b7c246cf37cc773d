/** From a change of a claim to the first delivery at a receiver that was waiting for it: relay, queue and courier between them. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { figureOf, quantile, written } from '../figures.js';
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { ask } from '../requests.js';
import type { Api, Stage } from '../stage.js';
import { bothSizes } from './polling.js';

const perRound = 10;
const giveUpMs = 30_000;

export async function benchWebhook(stage: Stage, options: Options): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [size, api] of Object.entries(await bothSizes(stage, options))) {
    const taken = await api.withWorkers(() => deliver(api, perRound * (options.rounds + 1)));
    // The first ones warm up.
    const figures = taken.slice(perRound);
    lines.push({
      what: `change → first delivery to a webhook, ${options.sizes[size as keyof Options['sizes']].toLocaleString('en')} claims`,
      measured: `p50 ${written(figureOf(figures).median)} ms, p99 ${written(quantile(figures, 0.99))} ms`,
      beside: `${String(figures.length)} changes, one after another`,
    });
  }
  return lines;
}

/** Milliseconds from the answer to each change until its event stands at the receiver. */
async function deliver(api: Api, count: number): Promise<number[]> {
  const receiver = await startReceiver();
  const { port, keys } = api;
  const created = await ask(port, {
    method: 'POST',
    path: '/v1/webhooks',
    key: keys.reader,
    body: { url: receiver.url, types: ['claim.changed'] },
  });
  if (created.status !== 201) throw new Error(`no webhook: ${JSON.stringify(created.body)}`);
  try {
    const taken: number[] = [];
    for (const [index, claim] of (await api.sampleClaims(count)).entries()) {
      const changed = await ask(port, {
        method: 'PATCH',
        path: `/v1/claims/${claim}`,
        key: keys.checker,
        body: { worthiness: `Looked at for the ${String(index + 1)}th time.` },
      });
      if (changed.status !== 200) throw new Error(`no change: ${JSON.stringify(changed.body)}`);
      const answered = performance.now();
      taken.push(Math.max(0, (await receiver.next()) - answered));
    }
    return taken;
  } finally {
    const { id } = created.body as { id: string };
    await ask(port, { method: 'DELETE', path: `/v1/webhooks/${id}`, key: keys.reader });
    await receiver.stop();
  }
}

interface Receiver {
  url: string;
  /** When the next delivery came. */
  next(): Promise<number>;
  stop(): Promise<void>;
}

async function startReceiver(): Promise<Receiver> {
  const arrivals: number[] = [];
  let arrived: () => void = () => undefined;
  const server: Server = createServer((request, response) => {
    arrivals.push(performance.now());
    arrived();
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`,
    next: async () => {
      const calledOff = new AbortController();
      const late = pause(giveUpMs, undefined, { signal: calledOff.signal }).catch(() => undefined);
      if (arrivals.length === 0)
        await Promise.race([new Promise<void>((resolve) => (arrived = resolve)), late]);
      calledOff.abort();
      const at = arrivals.shift();
      if (at === undefined) throw new Error(`nothing was delivered within ${String(giveUpMs / 1000)} s`);
      return at;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
