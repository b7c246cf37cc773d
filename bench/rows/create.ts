/** `POST /v1/claims` with a chain of attributions: one transaction, on disk before the answer. */
import { figureOf, ratioOf, written } from '../figures.js';
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { ask, rawRequest } from '../requests.js';
import { raceInSlices } from '../slices.js';
import type { Api, Stage } from '../stage.js';
import { bothSizes } from './polling.js';

const connections = 4;
const articles = 40;
const perArticle = 200;

export async function benchCreate(stage: Stage, options: Options): Promise<Line[]> {
  const { small, large } = await bothSizes(stage, options);
  const volleyAt = async (api: Api) => ({
    port: api.port,
    requests: await claimsToEnter(api),
    expect: 201,
    once: true,
  });
  const slices = await raceInSlices(
    stage.loader,
    [
      { name: 'small', pid: small.pid, burst: await volleyAt(small) },
      { name: 'large', pid: large.pid, burst: await volleyAt(large) },
    ],
    { ...options, connections },
  );
  const rates = (name: string): number[] => (slices.get(name) ?? []).map(({ perSecond }) => perSecond);
  const waited = (name: string): string =>
    written(figureOf((slices.get(name) ?? []).map(({ p50 }) => p50)).median);
  const rate = (name: string): string => `${written(figureOf(rates(name)).median)}/s`;
  return [
    {
      what: `create a claim with attributions, ${options.sizes.large.toLocaleString('en')} beside ${options.sizes.small.toLocaleString('en')} claims`,
      measured: `${rate('large')}, p50 ${waited('large')} ms`,
      beside: `${rate('small')}, p50 ${waited('small')} ms`,
      ratio: ratioOf(rates('large'), rates('small')),
    },
  ];
}

/** Each on a quote of its own, in articles made for it. */
async function claimsToEnter({ port, keys }: Api): Promise<string[]> {
  const requests: string[] = [];
  for (let number = 1; number <= articles; number++) {
    const quotes = Array.from(
      { length: perArticle },
      (_, index) => `Convoy ${String(number)} of lorry ${String(index + 1)} has arrived`,
    );
    const article = { title: `Convoy ${String(number)}`, language: 'en', text: `${quotes.join('. ')}.` };
    const { status, body } = await ask(port, {
      method: 'POST',
      path: '/v1/articles',
      key: keys.checker,
      body: article,
    });
    if (status !== 201) throw new Error(`an article was not entered: ${JSON.stringify(body)}`);
    const { ref } = body as { ref: string };
    requests.push(
      ...quotes.map((exact) =>
        rawRequest({
          method: 'POST',
          path: '/v1/claims',
          key: keys.checker,
          body: { article: ref, kind: 'assertion', quote: { exact }, attributions: chain },
        }),
      ),
    );
  }
  return requests;
}

const chain = [
  {
    source: 'bench-1-1',
    mode: 'direct',
    verb: 'announced',
    from: [{ source: 'bench-2-2', mode: 'indirect', verb: 'reported' }],
  },
];
