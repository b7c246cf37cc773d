/** `GET /v1/claims/{id}/status`: read anew, and asked whether anything has changed. */
import pg from 'pg';
import { ratioOf, figureOf, written } from '../figures.js';
import { atLeast, type Line } from '../report.js';
import { ask, rawRequest } from '../requests.js';
import { raceInSlices, type Contestant, type Slice } from '../slices.js';
import type { Api, Stage } from '../stage.js';
import type { Options } from '../options.js';

const connections = 32;
/** As many claims are followed at either size: all of the small one, a sample of the large one. */
const followed = 10_000;

const limits = { found: 0.8, unchanged: 1 } as const;
/** What a million claims may cost more than ten thousand: a tenth. */
const least = 0.9;

export async function benchStatus(stage: Stage, options: Options): Promise<Line[]> {
  const { sizes } = options;
  const apis = { small: await stage.api(sizes.small), large: await stage.api(sizes.large) };
  const ids = { small: await sampleClaims(apis.small), large: await sampleClaims(apis.large) };
  const { body } = await ask(apis.small.port, {
    path: pathOf(ids.small[0] ?? ''),
    key: apis.small.keys.reader,
  });

  return stage.withCeiling('/v1/claims/:id/status', body, async (ceiling) => {
    const plain = (port: number, size: 'small' | 'large') => ({
      port,
      requests: ids[size].map((id) => rawRequest({ path: pathOf(id), key: apis[size].keys.reader })),
      expect: 200,
    });
    const bare: Contestant = { name: 'ceiling', pid: ceiling.pid, volley: plain(ceiling.port, 'small') };
    const found = await raceInSlices(
      stage.loader,
      [
        bare,
        { name: 'small', pid: apis.small.pid, volley: plain(apis.small.port, 'small') },
        { name: 'large', pid: apis.large.pid, volley: plain(apis.large.port, 'large') },
      ],
      { ...options, connections },
    );
    const tags = {
      small: await readTags(apis.small, ids.small),
      large: await readTags(apis.large, ids.large),
    };
    const conditional = (size: 'small' | 'large') => ({
      port: apis[size].port,
      requests: ids[size].map((id, index) =>
        rawRequest({
          path: pathOf(id),
          key: apis[size].keys.reader,
          headers: { 'If-None-Match': tags[size][index] ?? '' },
        }),
      ),
      expect: 304,
    });
    const unchanged = await raceInSlices(
      stage.loader,
      [
        bare,
        { name: 'small', pid: apis.small.pid, volley: conditional('small') },
        { name: 'large', pid: apis.large.pid, volley: conditional('large') },
      ],
      { ...options, connections },
    );
    return [
      ...linesOf('status 200', found, sizes, limits.found),
      ...linesOf('status 304', unchanged, sizes, limits.unchanged),
    ];
  });
}

const pathOf = (id: string): string => `/v1/claims/${id}/status`;

async function sampleClaims({ databaseUrl }: Api): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM claims ORDER BY md5(id::text) LIMIT $1',
      [followed],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

async function readTags({ port, keys }: Api, ids: readonly string[]): Promise<string[]> {
  const tags: string[] = [];
  const batch = 50;
  for (let from = 0; from < ids.length; from += batch) {
    const asked = ids
      .slice(from, from + batch)
      .map((id) => ask(port, { path: pathOf(id), key: keys.reader }));
    tags.push(...(await Promise.all(asked)).map(({ etag }) => etag));
  }
  return tags;
}

function linesOf(what: string, slices: Map<string, Slice[]>, sizes: Options['sizes'], limit: number): Line[] {
  const of = (name: string, field: keyof Slice): number[] =>
    (slices.get(name) ?? []).map((slice) => slice[field]);
  const rate = (name: string): string => `${written(figureOf(of(name, 'perSecond')).median)}/s`;
  const cost = (name: string): string => `${written(figureOf(of(name, 'cost')).median)} µs`;
  const sized = (size: 'small' | 'large'): string => `${what}, ${sizes[size].toLocaleString('en')} claims`;
  const beside = (size: 'small' | 'large'): Line[] => {
    const ratio = ratioOf(of(size, 'perSecond'), of('ceiling', 'perSecond'));
    return [
      {
        what: sized(size),
        measured: rate(size),
        beside: `bare Express ${rate('ceiling')}`,
        ratio,
        limit: atLeast(ratio.median, limit),
      },
      {
        what: `${sized(size)}, processor time of the API`,
        measured: cost(size),
        beside: `bare Express ${cost('ceiling')}`,
        ratio: ratioOf(of(size, 'cost'), of('ceiling', 'cost')),
      },
    ];
  };
  const growth = ratioOf(of('large', 'perSecond'), of('small', 'perSecond'));
  return [
    ...beside('small'),
    ...beside('large'),
    {
      what: `${what}, large beside small`,
      measured: rate('large'),
      beside: rate('small'),
      ratio: growth,
      limit: atLeast(growth.median, least),
    },
    {
      what: `${what}, share of its core the load used`,
      measured: written(figureOf(of('small', 'load')).median),
      beside: `bare Express ${written(figureOf(of('ceiling', 'load')).median)}`,
    },
  ];
}
