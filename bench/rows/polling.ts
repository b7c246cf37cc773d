/** What is asked again and again, at both sizes, beside a bare Express that answers the same bytes. */
import { figureOf, ratioOf, written } from '../figures.js';
import type { Options } from '../options.js';
import { atLeast, type Line } from '../report.js';
import { raceInSlices, type Slice } from '../slices.js';
import type { Api, Stage } from '../stage.js';

type Size = 'small' | 'large';

export interface Polling {
  what: string;
  /** As Express writes paths. */
  path: string;
  connections: number;
  /** The status that is asked for. */
  expect: number;
  /** Whole requests, as many different ones at either size. */
  requestsFor: (api: Api) => Promise<string[]>;
  /** What the bare Express is asked; the same as the API at the small size, if left out. */
  ceilingRequestsFor?: (api: Api) => Promise<string[]>;
  /** The document that the bare Express answers. */
  payloadOf: (api: Api) => Promise<unknown>;
  /** The least share of the ceiling. */
  limit?: number;
  /** What else can be told from the slices of the small size. */
  more?: (cost: number) => Line[];
}

/** Of what ten thousand claims do in a second, a million may do a tenth less. */
const leastGrowth = 0.9;

export async function racePolling(stage: Stage, options: Options, polling: Polling): Promise<Line[]> {
  const { small, large } = await bothSizes(stage, options);
  const { what, path, connections, expect, requestsFor, ceilingRequestsFor = requestsFor } = polling;
  const volleyAt = async (api: Api) => ({ port: api.port, requests: await requestsFor(api), expect });
  const contestants = [
    { name: 'small', pid: small.pid, burst: await volleyAt(small) },
    { name: 'large', pid: large.pid, burst: await volleyAt(large) },
  ];
  const asked = await ceilingRequestsFor(small);
  const slices = await stage.withCeiling(path, await polling.payloadOf(small), ({ port, pid }) =>
    raceInSlices(
      stage.loader,
      [{ name: 'ceiling', pid, burst: { port, requests: asked, expect: 200 } }, ...contestants],
      { ...options, connections },
    ),
  );
  return linesOf(what, slices, options, polling);
}

export async function bothSizes(stage: Stage, { sizes }: Options): Promise<Record<Size, Api>> {
  return { small: await stage.api(sizes.small), large: await stage.api(sizes.large) };
}

function linesOf(what: string, slices: Map<string, Slice[]>, { sizes }: Options, polling: Polling): Line[] {
  const all = (name: string, field: keyof Slice): number[] =>
    (slices.get(name) ?? []).map((slice) => slice[field]);
  const middle = (name: string, field: keyof Slice): number => figureOf(all(name, field)).median;
  const rate = (name: string): string => `${written(middle(name, 'perSecond'))}/s`;
  const cost = (name: string): string => `${written(middle(name, 'cost'))} µs`;
  const beside = (size: Size): Line[] => {
    const sized = `${what}, ${sizes[size].toLocaleString('en')} claims`;
    const ratio = ratioOf(all(size, 'perSecond'), all('ceiling', 'perSecond'));
    return [
      {
        what: sized,
        measured: rate(size),
        beside: `bare Express ${rate('ceiling')}`,
        ratio,
        ...(polling.limit !== undefined && { limit: atLeast(ratio.median, polling.limit) }),
      },
      {
        what: `${sized}: processor time of the server for one`,
        measured: cost(size),
        beside: `bare Express ${cost('ceiling')}`,
        ratio: ratioOf(all(size, 'cost'), all('ceiling', 'cost')),
      },
    ];
  };
  const growth = ratioOf(all('large', 'perSecond'), all('small', 'perSecond'));
  const busiest = Math.max(...['ceiling', 'small', 'large'].map((name) => middle(name, 'load')));
  return [
    ...beside('small'),
    ...beside('large'),
    {
      what: `${what}: large beside small`,
      measured: rate('large'),
      beside: rate('small'),
      ratio: growth,
      limit: atLeast(growth.median, leastGrowth),
    },
    ...(polling.more?.(middle('small', 'cost')) ?? []),
    // Then it was the load that was measured, and not the servers.
    ...(busiest > 0.9
      ? [{ what: `${what}: the load used up its core`, measured: `${written(busiest * 100)} %` }]
      : []),
  ];
}
