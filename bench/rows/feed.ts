/** `GET /v1/feed`: with nothing new, and with a hundred events to catch up on. */
import type { Options } from '../options.js';
import { cursorAt, fingerprintInSql, type FeedPosition } from '../../src/delivery/feed/cursor-position.js';
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
      requestsFor: async (api) => [rawRequest(asked(api, await endOf(api)))],
      payloadOf: async (api) => (await ask(api.port, asked(api, await endOf(api)))).body,
    })),
    ...(await raceReading(stage, options, {
      what: `feed of ${String(page)} events`,
      connections: 16,
      requestsFor: async (api) => (await placesIn(api)).map((place) => asked(api, place)),
      least: 0.5,
    })),
  ];
}

const asked = ({ keys }: Api, place: FeedPosition): Asked => ({
  path: `/v1/feed?after=${cursorAt(place)}&limit=${String(page)}`,
  key: keys.reader,
});

async function placesIn(api: Api): Promise<FeedPosition[]> {
  const end = await api.feedEnd();
  const reach = end < BigInt(newest) ? end : BigInt(newest);
  return placesAt(
    api,
    Array.from({ length: places }, (_, index) => end - reach + (reach * BigInt(index)) / BigInt(places + 5)),
  );
}

const endOf = async (api: Api): Promise<FeedPosition> => {
  const [end] = await placesAt(api, [await api.feedEnd()]);
  if (!end) throw new Error('the feed is empty');
  return end;
};

async function placesAt(api: Api, positions: readonly bigint[]): Promise<FeedPosition[]> {
  const rows = await api.look<{ position: string; fingerprint: string }>(
    `SELECT f.position, ${fingerprintInSql} AS fingerprint FROM feed f JOIN events e ON e.seq = f.event_seq
     WHERE f.position = ANY ($1) ORDER BY f.position`,
    [positions],
  );
  return rows.map(({ position, fingerprint }) => ({ position: BigInt(position), fingerprint }));
}
