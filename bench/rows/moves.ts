/** Two moves of the desk, each as one request: an editor accepts a claim, and approves a verdict. */
import { figureOf, written } from '../figures.js';
import { linesAbout } from '../lines.js';
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { ask, rawRequest, type Asked } from '../requests.js';
import { raceInSlices } from '../slices.js';
import type { Api, Stage } from '../stage.js';
import { findSubmitted } from './on-the-desk.js';
import { bothSizes, leastGrowth } from './polling.js';
import { proposeVerdicts } from './propose-verdicts.js';

/** What is added from one version to the next may cost no more than this leaves. */
export const leastBefore = 0.85;

interface Move {
  what: string;
  connections: number;
  /** How often it is made in one slice. */
  count: number;
  /** Slices before those that count: a desk runs for weeks, and the first few hundred moves cost several times as much. */
  warmUps: number;
  requestsFor: (api: Api, count: number) => Promise<Asked[]>;
}

export const benchTransition = (stage: Stage, options: Options): Promise<Line[]> =>
  raceMove(stage, options, {
    what: 'accept a claim',
    connections: 8,
    count: 300,
    warmUps: 1,
    requestsFor: async (api, count) =>
      (await findSubmitted(api, count)).map((id) => ({
        method: 'POST',
        path: `/v1/claims/${id}/transitions`,
        key: api.keys.editor,
        body: { event: 'accept' },
      })),
  });

export const benchApprove = (stage: Stage, options: Options): Promise<Line[]> =>
  raceMove(stage, options, {
    what: 'approve a verdict',
    connections: 4,
    // Each takes ten requests and three jobs to be brought so far.
    count: 25,
    warmUps: 12,
    requestsFor: async (api, count) => {
      const verdicts = await proposeVerdicts(api, await findSubmitted(api, count));
      const approvals = await approvalsOf(api, verdicts);
      return approvals.map((approval) => ({ method: 'POST', key: api.keys.editor, ...approval }));
    },
  });

type Approval = Pick<Asked, 'path' | 'body'>;

/** Each names the edition that was read. Versions before this one name none, or have an address for each decision. */
async function approvalsOf(api: Api, verdicts: readonly string[]): Promise<Approval[]> {
  const { port, keys } = api;
  const { body } = await ask(port, { path: '/openapi.json', key: keys.reader });
  const { paths } = body as { paths: object };
  if ('/v1/verdicts/{id}/approve' in paths)
    return verdicts.map((id) => ({ path: `/v1/verdicts/${id}/approve` }));
  const approvals: Approval[] = [];
  for (const id of verdicts) {
    const edition = '/v1/verdicts/{id}/edition' in paths ? await readDigest(api, id) : undefined;
    approvals.push({
      path: `/v1/verdicts/${id}/transitions`,
      body: { event: 'approve', ...(edition !== undefined && { edition }) },
    });
  }
  return approvals;
}

async function readDigest({ port, keys }: Api, verdict: string): Promise<string> {
  const { body, text } = await ask(port, { path: `/v1/verdicts/${verdict}/edition`, key: keys.editor });
  const { digest } = body as { digest?: string };
  if (digest === undefined) throw new Error(`${verdict} has no edition: ${text}`);
  return digest;
}

async function raceMove(
  stage: Stage,
  options: Options,
  { what, connections, count, warmUps, requestsFor }: Move,
): Promise<Line[]> {
  const { small, large } = await bothSizes(stage, options);
  const before = await stage.before();
  const needed = count * (options.rounds + warmUps);
  const contestantOf = async (name: string, api: Api) => ({
    name,
    pid: api.pid,
    burst: {
      port: api.port,
      requests: (await requestsFor(api, needed)).map(rawRequest),
      expect: 200,
      once: true,
    },
  });
  const contestants = [
    await contestantOf('small', small),
    await contestantOf('large', large),
    ...(before ? [await contestantOf('before', before)] : []),
  ];
  const slices = await raceInSlices(stage.loader, contestants, { ...options, connections, count, warmUps });
  const { rate, cost, overload } = linesAbout(what, slices);
  const waited = figureOf((slices.get('small') ?? []).map(({ p50 }) => p50)).median;
  const growth = { of: 'large', beside: 'small' };
  const gain = { of: 'small', beside: 'before' };
  return [
    rate(`, p50 ${written(waited)} ms: large beside small`, { ...growth, least: leastGrowth }),
    cost(': processor time of the server, large beside small', growth),
    ...(before
      ? [
          rate(': beside the version before', { ...gain, least: leastBefore }),
          cost(': processor time of the server, beside the version before', gain),
        ]
      : []),
    ...overload(),
  ];
}
