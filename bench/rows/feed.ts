/** `GET /v1/feed`: with nothing new, and with a hundred events to catch up on. */
import type { Options } from '../options.js';
import { cursorAt } from '../../src/delivery/feed/cloud-event.js';
import type { Line } from '../report.js';
import { ask, rawRequest, type Asked } from '../requests.js';
import type { Api, Stage } from '../stage.js';
import { racePolling } from './polling.js';
import { raceReading } from './reading.js';

const page = 100;
/** Who catches up has been away for a while, not for years: a place among the newest events. */
const newest = 50_000;
const places = 500;

export async function benchFeed(stage: Stage, options: Options): Promise<Line[]> {
  return [
    ...(await racePolling(stage, options, {
      what: 'feed with nothing new',
      path: '/v1/feed',
      connections: 32,
      expect: 200,
      requestsFor: async (api) => [rawRequest(asked(api, await api.feedEnd()))],
      payloadOf: async (api) => (await ask(api.port, asked(api, await api.feedEnd()))).body,
    })),
    ...(await raceReading(stage, options, {
      what: `feed of ${String(page)} events`,
      connections: 16,
      requestsFor: async (api) => (await placesIn(api)).map((place) => asked(api, place)),
      least: 0.5,
    })),
  ];
}

const asked = ({ keys }: Api, place: bigint): Asked => ({
  path: `/v1/feed?after=${cursorAt(place)}&limit=${String(page)}`,
  key: keys.reader,
});

async function placesIn(api: Api): Promise<bigint[]> {
  const end = await api.feedEnd();
  const reach = end < BigInt(newest) ? end : BigInt(newest);
  return Array.from(
    { length: places },
    (_, index) => end - reach + (reach * BigInt(index)) / BigInt(places + 5),
  );
}
