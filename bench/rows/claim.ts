/** `GET /v1/claims/{id}`: everything about a claim on one screen. */
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import type { Stage } from '../stage.js';
import { raceReading } from './reading.js';

export const benchClaim = (stage: Stage, options: Options): Promise<Line[]> =>
  raceReading(stage, options, {
    what: 'claim on one screen',
    connections: 16,
    requestsFor: async (api) =>
      (await api.sampleClaims(2_000)).map((id) => ({ path: `/v1/claims/${id}`, key: api.keys.editor })),
    least: 0.5,
  });
