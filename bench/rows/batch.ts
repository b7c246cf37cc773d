/** `POST /v1/claims/batch`: how many claims a second one process takes in, a thousand at a time. */
import { figureOf, written } from '../figures.js';
import type { Options } from '../options.js';
import { atLeast, type Line } from '../report.js';
import { ask, rawRequest, type Asked } from '../requests.js';
import { raceInSlices } from '../slices.js';
import type { Api, Stage } from '../stage.js';
import { makeNewClaims } from './new-claims.js';

const perBatch = 1_000;
/** Batches in one slice, and how many are under way at a time. */
const count = 4;
const connections = 2;
const leastClaims = 5_000;

export async function benchBatch(stage: Stage, options: Options): Promise<Line[]> {
  const api = await stage.api(options.sizes.small);
  const [first, ...others] = await batches(api, count * (options.rounds + 1) + 1);
  if (first) await enterAll(api, first);
  const burst = { port: api.port, requests: others.map(rawRequest), expect: 200, once: true };
  const slices = await raceInSlices(stage.loader, [{ name: 'small', pid: api.pid, burst }], {
    ...options,
    // However long they take.
    ms: 60_000,
    connections,
    count,
  });
  const found = slices.get('small') ?? [];
  const rate = figureOf(found.map(({ perSecond }) => perSecond * perBatch)).median;
  const cost = figureOf(found.map((slice) => slice.cost / perBatch)).median;
  const waited = figureOf(found.map(({ p50 }) => p50)).median;
  return [
    {
      what: `claims in batches of ${perBatch.toLocaleString('en')}, p50 of a batch ${written(waited)} ms`,
      measured: `${written(rate)}/s`,
      limit: atLeast(rate, leastClaims),
    },
    { what: 'claims in batches: processor time of the server for one', measured: `${written(cost)} µs` },
  ];
}

async function batches(api: Api, needed: number): Promise<Asked[]> {
  const claims = await makeNewClaims(api, needed * perBatch);
  return Array.from({ length: needed }, (_, index) => ({
    method: 'POST',
    path: '/v1/claims/batch',
    key: api.keys.checker,
    body: { items: claims.slice(index * perBatch, (index + 1) * perBatch) },
  }));
}

/** Throws where a claim of them is refused: a batch is answered 200 all the same. */
async function enterAll({ port }: Api, batch: Asked): Promise<void> {
  const { status, text, body } = await ask(port, batch);
  const { items = [] } = body as { items?: { outcome: string }[] };
  if (status !== 200 || !items.every(({ outcome }) => outcome === 'created'))
    throw new Error(`a batch was not entered: ${String(status)} ${text.slice(0, 500)}`);
}
