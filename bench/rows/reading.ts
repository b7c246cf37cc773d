/** What people and their tools look at, beside a bare Express that reads the same by one statement of its own. */
import { withBare } from '../express.js';
import { linesAbout } from '../lines.js';
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { rawRequest, type Asked } from '../requests.js';
import { compareAnswers } from '../same-work.js';
import { raceInSlices } from '../slices.js';
import type { Api, Stage } from '../stage.js';
import { author } from './author.js';
import { bothSizes, leastGrowth } from './polling.js';

interface Reading {
  what: string;
  connections: number;
  requestsFor: (api: Api) => Promise<Asked[]>;
  /** The least share of the rate of the bare Express. */
  least: number;
}

/** So many answers are looked at, whether the bare Express gives the same. */
const compared = 40;

export async function raceReading(
  stage: Stage,
  options: Options,
  { what, connections, requestsFor, least }: Reading,
): Promise<Line[]> {
  const { small, large } = await bothSizes(stage, options);
  const before = await stage.before();
  const burstAt = async ({ port }: { port: number }, api: Api) => ({
    port,
    requests: (await requestsFor(api)).map(rawRequest),
    expect: 200,
  });
  const contestantOf = async (name: string, api: Api) => ({
    name,
    pid: api.pid,
    burst: await burstAt(api, api),
  });
  const contestants = [
    await contestantOf('small', small),
    await contestantOf('large', large),
    ...(before ? [await contestantOf('before', before)] : []),
  ];
  const given = { databaseUrl: small.databaseUrl, member: author };
  const slices = await withBare(stage.folder, given, async (bare) => {
    await compareAnswers(small.port, bare.port, (await requestsFor(small)).slice(0, compared));
    const plain = { name: 'bare', pid: bare.pid, burst: await burstAt(bare, small) };
    return raceInSlices(stage.loader, [plain, ...contestants], { ...options, connections });
  });
  const { rate, cost, overload } = linesAbout(what, slices);
  const pair = { of: 'small', beside: 'bare', called: 'bare Express with pg' };
  return [
    rate('', { ...pair, least }),
    cost(': processor time of the server for one', pair),
    rate(': large beside small', { of: 'large', beside: 'small', least: leastGrowth }),
    ...(before ? [rate(': beside the version before', { of: 'small', beside: 'before' })] : []),
    ...overload(),
  ];
}
