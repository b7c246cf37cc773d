/** `POST /v1/claims` with a chain of three, on disk before the answer, beside a bare Express that writes the same rows. */
import { startApi } from '../api.js';
import { withBare } from '../express.js';
import { figureOf, written } from '../figures.js';
import { linesAbout } from '../lines.js';
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { ask, rawRequest, type Asked } from '../requests.js';
import { compareMade, compareWritten, rowsWrittenBy, type Written } from '../same-work.js';
import { raceInSlices, type Contestant } from '../slices.js';
import type { Api, Stage } from '../stage.js';
import { author } from './author.js';
import { leastBefore } from './moves.js';
import { entering, makeNewClaims } from './new-claims.js';
import { bothSizes, leastGrowth } from './polling.js';

const connections = 8;
/** Claims entered in one slice. */
const count = 1_000;
const leastOfBare = 0.5;

export async function benchCreate(stage: Stage, options: Options): Promise<Line[]> {
  const { small, large } = await bothSizes(stage, options);
  const before = await stage.before();
  const needed = count * (options.rounds + 1);
  const contestantOf = async (name: string, api: Api): Promise<Contestant> => ({
    name,
    pid: api.pid,
    burst: burstOf(api.port, await requestsFor(api, needed)),
  });
  const contestants = [
    await contestantOf('small', small),
    await contestantOf('large', large),
    ...(before ? [await contestantOf('before', before)] : []),
  ];
  const slices = await besideBare(stage, options, needed, (bare) =>
    raceInSlices(stage.loader, [bare, ...contestants], { ...options, connections, count }),
  );
  const { rate, cost, overload } = linesAbout('create a claim with a chain of three', slices);
  const pair = { of: 'small', beside: 'bare', called: 'bare Express with pg' };
  const waited = figureOf((slices.get('small') ?? []).map(({ p50 }) => p50)).median;
  return [
    rate(`, p50 ${written(waited)} ms`, { ...pair, least: leastOfBare }),
    cost(': processor time of the server for one', pair),
    rate(': large beside small', { of: 'large', beside: 'small', least: leastGrowth }),
    ...(before
      ? [rate(': beside the version before', { of: 'small', beside: 'before', least: leastBefore })]
      : []),
    ...overload(),
  ];
}

const requestsFor = async (api: Pick<Api, 'port' | 'keys'>, needed: number): Promise<Asked[]> =>
  (await makeNewClaims(api, needed)).map((claim) => entering(claim, api.keys.checker));

const burstOf = (port: number, requests: readonly Asked[]) => ({
  port,
  requests: requests.map(rawRequest),
  expect: 201,
  once: true,
});

/** Over a database of its own, in which the API has made the articles, and entered one claim to compare with. */
async function besideBare<Result>(
  stage: Stage,
  { sizes }: Options,
  needed: number,
  race: (bare: Contestant) => Promise<Result>,
): Promise<Result> {
  const filled = await stage.fill('claims_bare', sizes.small);
  const { databaseUrl } = filled;
  const enter = async (port: number, request: Asked) => {
    let answer: unknown;
    const rows = await rowsWrittenBy(databaseUrl, async () => {
      answer = (await ask(port, request)).body;
    });
    return { answer, rows } satisfies { answer: unknown; rows: Written };
  };
  const api = await startApi({ databaseUrl, folder: stage.folder, name: 'bare' }, filled);
  const [first] = (await requestsFor(api, 1)) as [Asked];
  const [same] = (await requestsFor(api, 1)) as [Asked];
  const requests = await requestsFor(api, needed);
  const ours = await enter(api.port, first).finally(() => api.stop());
  return withBare(stage.folder, { databaseUrl, member: author }, async ({ port, pid }) => {
    const theirs = await enter(port, same);
    compareWritten(ours.rows, theirs.rows);
    compareMade(ours.answer, theirs.answer);
    return race({ name: 'bare', pid, burst: burstOf(port, requests) });
  });
}
