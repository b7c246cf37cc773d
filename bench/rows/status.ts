/** `GET /v1/claims/{id}/status` read anew and asked whether anything has changed, and 500 statuses at once. */
import { written } from '../figures.js';
import type { Options } from '../options.js';
import { atLeast, type Line } from '../report.js';
import { ask, rawRequest } from '../requests.js';
import type { Api, Stage } from '../stage.js';
import { racePolling } from './polling.js';

/** As many claims are followed at either size: all of the small one, a sample of the large one. */
const followed = 10_000;
const together = 500;

const limits = { found: 0.8, unchanged: 1, statusesPerSecond: 500_000 } as const;

export async function benchStatus(stage: Stage, options: Options): Promise<Line[]> {
  const found = {
    path: '/v1/claims/:id/status',
    connections: 32,
    payloadOf: async (api: Api) =>
      (await ask(api.port, { path: await onePath(api), key: api.keys.reader })).body,
  };
  return [
    ...(await racePolling(stage, options, {
      ...found,
      what: 'status 200',
      expect: 200,
      requestsFor: unconditional,
      limit: limits.found,
    })),
    ...(await racePolling(stage, options, {
      ...found,
      what: 'status 304',
      expect: 304,
      requestsFor: conditional,
      constantRequestsFor: unconditional,
      limit: limits.unchanged,
    })),
  ];
}

export const benchStatuses = (stage: Stage, options: Options): Promise<Line[]> =>
  racePolling(stage, options, {
    what: `statuses ×${String(together)}`,
    path: '/v1/claims/statuses',
    connections: 4,
    expect: 200,
    requestsFor: async (api) => (await baskets(api)).map((ids) => rawRequest(basket(api, ids))),
    payloadOf: async (api) => {
      const [ids = []] = await baskets(api);
      return (await ask(api.port, basket(api, ids))).body;
    },
    more: (cost) => {
      const perSecond = (together / cost) * 1e6;
      return [
        {
          what: `statuses ×${String(together)}: statuses per second of processor time of the API`,
          measured: written(perSecond),
          limit: atLeast(perSecond, limits.statusesPerSecond),
        },
      ];
    },
  });

const pathOf = (id: string): string => `/v1/claims/${id}/status`;
const onePath = async (api: Api): Promise<string> => pathOf((await api.sampleClaims(1))[0] ?? '');

async function unconditional(api: Api): Promise<string[]> {
  const ids = await api.sampleClaims(followed);
  return ids.map((id) => rawRequest({ path: pathOf(id), key: api.keys.reader }));
}

async function conditional(api: Api): Promise<string[]> {
  const requests: string[] = [];
  const ids = await api.sampleClaims(followed);
  const key = api.keys.reader;
  for (let from = 0; from < ids.length; from += 50) {
    const some = ids.slice(from, from + 50).map(async (id) => {
      const { etag } = await ask(api.port, { path: pathOf(id), key });
      return rawRequest({ path: pathOf(id), key, headers: { 'If-None-Match': etag } });
    });
    requests.push(...(await Promise.all(some)));
  }
  return requests;
}

/** Twenty baskets of different claims. */
async function baskets(api: Api): Promise<string[][]> {
  const ids = await api.sampleClaims(followed);
  return Array.from({ length: followed / together }, (_, index) =>
    ids.slice(index * together, (index + 1) * together),
  );
}

const basket = ({ keys }: Api, ids: string[]) => ({
  method: 'POST',
  path: '/v1/claims/statuses',
  key: keys.reader,
  body: { ids },
});
