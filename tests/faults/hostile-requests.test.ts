/** A hundred thousand requests that nobody means to send, to an API process: it answers each, and stays as it was. */
import { readFileSync } from 'node:fs';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  bodies,
  createTargets,
  described,
  oddHeaders,
  oddTexts,
  pathTo,
  resolveSchema,
  type Described,
  type Targets,
} from '../support/hostile-operations.js';
import { valuesOf } from '../support/hostile-values.js';
import { tellProgress } from '../support/progress.js';
import { createLuck, seedOfRun, type Luck } from '../support/random.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

const count = Number(process.env['HOSTILE_REQUESTS'] ?? 100_000);
const atOnce = 4;
const samplesOfEach = 300;
const seed = seedOfRun();

let isnad: RunningProduct;
let api: StartedApi;
let there: Targets;
beforeAll(async () => {
  isnad = await startRunningProduct({ seeded: true });
  // One key asks for everybody, and its like are shut out again and again: limits would answer in place of what is asked.
  api = await isnad.startApi({
    RATE_LIMIT_READS: '0',
    RATE_LIMIT_WRITES: '0',
    RATE_LIMIT_FAILURES: '0',
  });
  await isnad.startWorker();
  there = await createTargets(isnad);
});
afterAll(() => isnad.close());

interface Hostile {
  one: Described;
  path: string;
  body?: string | Buffer;
  headers: OutgoingHttpHeaders;
}

// A stream that is let in has no end to wait for.
const targets = described.filter(({ id }) => id !== 'streamEvents');

/** A request of one of several kinds, by chance. */
function createMaker(luck: Luck): () => Hostile {
  const values = new Map(
    targets.map((one) => [
      one.id,
      one.body ? fc.sample(valuesOf(one.body, resolveSchema), { seed, numRuns: samplesOfEach }) : [],
    ]),
  );
  const valueFor = ({ id, body }: Described): string | undefined =>
    body && JSON.stringify(luck.oneOf(values.get(id) ?? [{}]));
  const kinds: ((one: Described) => Omit<Hostile, 'one' | 'headers'> & { headers?: OutgoingHttpHeaders })[] =
    [
      (one) => ({ path: pathTo(one, there), body: valueFor(one) ?? '{}' }),
      (one) => ({ path: pathTo(one, there), body: valueFor(one) ?? '{}' }),
      (one) => ({ path: pathTo(one, there), ...(one.body && { body: luck.oneOf(bodies)[1] }) }),
      (one) => ({ path: pathTo(one, there, luck.oneOf(oddTexts.slice(1))), ...(one.body && { body: '{}' }) }),
      (one) => ({
        path: `${pathTo(one, there)}?${[...one.query, '__proto__'].map((name) => `${name}=${luck.oneOf(oddTexts)}`).join('&')}`,
      }),
      (one) => ({
        path: pathTo(one, there),
        headers: luck.oneOf(oddHeaders),
        ...(one.body && { body: '{}' }),
      }),
      (one) => ({ path: pathTo(one, there), headers: { Authorization: `Bearer ${luck.oneOf(oddTexts)}` } }),
    ];
  return () => {
    const one = luck.oneOf(targets);
    const { headers, ...made } = luck.oneOf(kinds)(one);
    return {
      one,
      ...made,
      headers: { Authorization: `Bearer ${isnad.keys[one.role]}`, 'If-Match': '*', ...headers },
    };
  };
}

/** Milliseconds until the whole answer was there. */
function send(
  agent: Agent,
  { one, path, body, headers }: Hostile,
): Promise<{ status: number; text: string; ms: number }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const withBody = one.body !== undefined && body !== undefined;
    const sent = request(
      `${api.url}${path}`,
      {
        agent,
        method: one.method.toUpperCase(),
        headers: {
          ...headers,
          ...(withBody && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk.slice(0, 2_000)));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - begun });
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(withBody ? body : undefined);
  });
}

const megabytes = (): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${String(api.child.pid)}/status`, 'utf8'))?.[1] ?? NaN) /
  1024;

it(`answers each of ${count.toLocaleString('en')} hostile requests (SEED=${String(seed)})`, async () => {
  const make = createMaker(createLuck(seed));
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const taken: number[] = [];
  const memory: number[] = [];
  const broken: string[] = [];
  const met = new Map<number, number>();
  const tell = tellProgress('hostile requests', count);
  let left = count;
  const ask = async (): Promise<void> => {
    while (left-- > 0) {
      const hostile = make();
      const { status, text, ms } = await send(agent, hostile);
      taken.push(ms);
      tell(taken.length);
      met.set(status, (met.get(status) ?? 0) + 1);
      if (status >= 500 || status === 0)
        broken.push(`${hostile.one.id} ${hostile.path}: ${String(status)} ${text}`);
      if (taken.length % Math.ceil(count / 20) === 0) memory.push(megabytes());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  agent.destroy();
  taken.sort((one, other) => one - other);
  const at = (share: number): string => (taken[Math.floor(taken.length * share)] ?? NaN).toFixed(1);
  process.stdout.write(
    `hostile requests: ${JSON.stringify(Object.fromEntries(met))}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
      `memory ${memory.map((one) => one.toFixed(0)).join(' ')} MB\n`,
  );
  expect(broken.slice(0, 5)).toEqual([]);
  expect(api.child.exitCode).toBeNull();
  // Flat: what it takes to get going is taken by then, and nothing grows with the number of requests.
  const [early, late] = [memory.slice(5, 10), memory.slice(-5)].map((some) => Math.max(...some));
  expect(late).toBeLessThan((early ?? 0) * 1.25 + 32);
});
