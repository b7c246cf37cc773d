/** Many who wait: how much memory they take, and how soon each of them is told. */
import { setTimeout as pause } from 'node:timers/promises';
import { quantile, written } from '../figures.js';
import type { Options } from '../options.js';
import { atMost, type Line } from '../report.js';
import { ask, rawRequest } from '../requests.js';
import { residentMegabytes } from '../processes.js';
import type { Api, Stage } from '../stage.js';

const waiting = 5_000;
const streams = 1_000;
const limits = { megabytes: 400, toldMs: 250 } as const;
const giveUpMs = 30_000;
/** Changes that are told and not counted, as the first slices of other rows are not. */
const warmUps = 3;

/** Spread over many claims, as newsrooms follow them; or all on the one that everybody talks about. */
const crowds = [
  { name: 'on 500 claims', claims: 500, changes: 20 },
  { name: 'all on one claim', claims: 1, changes: 20 },
] as const;

export async function benchWaiting(stage: Stage, { sizes }: Options): Promise<Line[]> {
  const api = await stage.api(sizes.small);
  const loaded = residentMegabytes(api.pid);
  const lines: Line[] = [
    { what: 'memory of the API, idle', measured: `${written(api.idleMegabytes)} MB` },
    { what: 'memory of the API, after what stands above', measured: `${written(loaded)} MB` },
  ];
  await api.withWorkers(async () => {
    for (const subscribers of crowds) lines.push(...(await tellAll(stage, api, subscribers)));
  });
  return lines;
}

async function tellAll(
  { loader }: Stage,
  api: Api,
  { name, claims: count, changes }: (typeof crowds)[number],
): Promise<Line[]> {
  const ids = await api.sampleClaims(count);
  const claims = await Promise.all(ids.map(async (id) => ({ id, tag: await tagOf(api, id) })));
  await loader.order('gather', { port: api.port, key: api.keys.reader, claims, waiting, streams });
  const told: number[] = [];
  let megabytes = residentMegabytes(api.pid);
  try {
    for (let number = -warmUps; number < changes; number++) {
      const claim = ids[(number + warmUps) % ids.length] ?? '';
      const request = rawRequest({
        method: 'PATCH',
        path: `/v1/claims/${claim}`,
        key: api.keys.checker,
        body: { worthiness: `Somebody asked for the ${String(number + warmUps + 1)}th time.` },
      });
      await untilAllWait(api);
      const taken = await loader.order('tell', { claim, request, limitMs: giveUpMs });
      if (number >= 0) told.push(...taken);
      megabytes = Math.max(megabytes, residentMegabytes(api.pid));
    }
  } finally {
    await loader.order('leave', null);
  }
  const who = `${waiting.toLocaleString('en')} wait ${name}, ${streams.toLocaleString('en')} listen`;
  const p99 = quantile(told, 0.99);
  return [
    {
      what: `${who}: memory of the API`,
      measured: `${written(megabytes)} MB`,
      limit: atMost(megabytes, limits.megabytes),
    },
    {
      what: `${who}: from a change to each being told`,
      measured: `p50 ${written(quantile(told, 0.5))} ms, p99 ${written(p99)} ms`,
      beside: `${told.length.toLocaleString('en')} told of ${String(changes)} changes`,
      limit: atMost(p99, limits.toldMs),
    },
  ];
}

/** Who has just been told asks again, and that is a load of its own: a change is timed when all of them stand there. */
async function untilAllWait({ port, keys }: Api): Promise<void> {
  const deadline = performance.now() + giveUpMs;
  for (;;) {
    const { text } = await ask(port, { path: '/metrics', key: keys.reader });
    if (/^isnad_waiting_readers (\d+)$/m.exec(text)?.[1] === String(waiting + streams)) return;
    if (performance.now() > deadline) throw new Error('not all of them wait');
    await pause(200);
  }
}

const tagOf = async ({ port, keys }: Api, id: string): Promise<string> =>
  (await ask(port, { path: `/v1/claims/${id}/status`, key: keys.reader })).etag;
