/** What is asked again and again, at both sizes, beside a bare Express that answers the same bytes. */
import { withConstant } from '../express.js';
import { linesAbout } from '../lines.js';
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { raceInSlices, type Slice } from '../slices.js';
import type { Api, Stage } from '../stage.js';

interface Polling {
  what: string;
  /** As Express writes paths. */
  path: string;
  connections: number;
  /** The status that is asked for. */
  expect: number;
  /** Whole requests, as many different ones at either size. */
  requestsFor: (api: Api) => Promise<string[]>;
  /** What the bare Express is asked; the same as the API at the small size, if left out. */
  constantRequestsFor?: (api: Api) => Promise<string[]>;
  /** The document that the bare Express answers. */
  payloadOf: (api: Api) => Promise<unknown>;
  /** The least share of the rate of the bare Express. */
  limit?: number;
  /** What else can be told from the slices of the small size. */
  more?: (cost: number) => Line[];
}

/** Of what ten thousand claims do in a second, a million may do a tenth less. */
export const leastGrowth = 0.9;

export async function racePolling(stage: Stage, options: Options, polling: Polling): Promise<Line[]> {
  const { small, large } = await bothSizes(stage, options);
  const { path, connections, expect, requestsFor, constantRequestsFor = requestsFor } = polling;
  const burstAt = async (api: Api) => ({ port: api.port, requests: await requestsFor(api), expect });
  const contestants = [
    { name: 'small', pid: small.pid, burst: await burstAt(small) },
    { name: 'large', pid: large.pid, burst: await burstAt(large) },
  ];
  const requests = await constantRequestsFor(small);
  const payload = await polling.payloadOf(small);
  const slices = await withConstant(stage.folder, { path, payload }, ({ port, pid }) =>
    raceInSlices(
      stage.loader,
      [{ name: 'constant', pid, burst: { port, requests, expect: 200 } }, ...contestants],
      { ...options, connections },
    ),
  );
  return linesOf(slices, options, polling);
}

export const bothSizes = async (
  stage: Stage,
  { sizes }: Options,
): Promise<Record<'small' | 'large', Api>> => ({
  small: await stage.api(sizes.small),
  large: await stage.api(sizes.large),
});

function linesOf(slices: Map<string, Slice[]>, { sizes }: Options, polling: Polling): Line[] {
  const { rate, cost, middle, overload } = linesAbout(polling.what, slices);
  const beside = (size: 'small' | 'large'): Line[] => {
    const pair = { of: size, beside: 'constant', called: 'bare Express' };
    const sized = `, ${sizes[size].toLocaleString('en')} claims`;
    return [
      rate(sized, { ...pair, least: polling.limit }),
      cost(`${sized}: processor time of the server for one`, pair),
    ];
  };
  return [
    ...beside('small'),
    ...beside('large'),
    rate(': large beside small', { of: 'large', beside: 'small', least: leastGrowth }),
    ...(polling.more?.(middle('small', 'cost')) ?? []),
    ...overload(),
  ];
}
