import type pg from 'pg';
import { withConnection } from '../../platform/db/with-connection.js';
import type { Pool } from '../../platform/db/client.js';
import type { Stage } from '../../domain/task/lifecycle.js';
import { readPresent } from './current-work.repository.js';
import {
  addSpreads,
  cutAtWeeks,
  findRanks,
  interpolate,
  size,
  wanted,
  type Measure,
  type Piece,
  type RankRange,
  type FlowSums,
} from '../../domain/stats/percentiles.js';

export interface Window {
  from: Date;
  to: Date;
  /** Whether claims entered to try things out are counted. */
  tests: boolean;
}

interface StageRow {
  stage: Stage;
  measure: Measure;
  count: number;
  /** Seconds: median, ninth decile; NaN where there is nothing. */
  times: [number, number];
}

export type FlowRows = Awaited<ReturnType<typeof readFlow>>;

const fractions = [0.5, 0.9] as const;

/** Weeks that are over are summed up already, but for those the workers have not come to. */
export const keptWeeks = `SELECT week, sums FROM flow_weeks WHERE week = ANY ($1::timestamptz[]) AND (NOT test OR $2::boolean)`;

export const summedPieces = `
  SELECT piece.since, sum_flow(piece.since, piece.before, test) AS sums
  FROM unnest($1::timestamptz[], $2::timestamptz[]) AS piece (since, before)
    CROSS JOIN unnest(CASE WHEN $3::boolean THEN ARRAY[false, true] ELSE ARRAY[false] END) AS test`;

/** The durations at some places of the sorted ones in each bucket, of the tasks that were done in the window. */
export const durationsAt = (measure: Measure): string => `
  SELECT place.number::int AS number, found.seconds[place.first + 1 : place.last + 1] AS seconds
  FROM unnest($4::stage[], $5::int[], $6::int[], $7::int[]) WITH ORDINALITY AS place (stage, bucket, first, last, number)
    CROSS JOIN LATERAL (
      SELECT array_agg(s.${measure} ORDER BY s.${measure}) AS seconds
      FROM task_spans s
      WHERE s.stage = place.stage AND duration_bucket(s.${measure}) = place.bucket
        AND s.ended_at >= $1 AND s.ended_at < $2 AND s.outcome IN ('completed', 'returned')
        ${measure === 'working' ? 'AND s.started_at IS NOT NULL' : ''}
        AND ($3::boolean OR NOT EXISTS (SELECT FROM claims c WHERE c.id = s.claim_id AND c.test))) found`;

/** All that the figures are made of, as of one moment. */
export const readFlow = (pool: Pool, window: Window & { now: Date }) =>
  withConnection(pool, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const weeks = await readTold(client, window);
    const sums = weeks.map((one) => one.sums);
    const times = [
      ...(await readTimes(client, window, sums, 'waiting')),
      ...(await readTimes(client, window, sums, 'working')),
    ];
    const present = await readPresent(client, window);
    const members = await client.query<{ id: string; ref: string }>('SELECT id, ref FROM members');
    await client.query('ROLLBACK');
    return { weeks, times, ...present, refs: new Map(members.rows.map(({ id, ref }) => [id, ref])) };
  });

/** The sums of each stretch of the window, with the moment from which on. */
async function readTold(
  client: pg.PoolClient,
  { from, to, tests }: Window,
): Promise<{ since: Date; sums: FlowSums }[]> {
  const pieces = cutAtWeeks(from, to);
  const whole = pieces.filter((piece) => piece.whole).map((piece) => piece.from);
  const kept = await client.query<{ week: Date; sums: FlowSums }>(keptWeeks, [whole, tests]);
  const known = new Set(kept.rows.map(({ week }) => week.getTime()));
  const rest: Piece[] = pieces.filter((piece) => !piece.whole || !known.has(piece.from.getTime()));
  const fresh = await client.query<{ since: Date; sums: FlowSums }>(summedPieces, [
    rest.map((piece) => piece.from),
    rest.map((piece) => piece.to),
    tests,
  ]);
  return [...kept.rows.map(({ week, sums }) => ({ since: week, sums })), ...fresh.rows];
}

async function readTimes(
  client: pg.PoolClient,
  { from, to, tests }: Window,
  sums: readonly FlowSums[],
  measure: Measure,
): Promise<StageRow[]> {
  const lookUps: (RankRange & { stage: Stage })[] = [];
  const spreads = wanted
    .filter((one) => one.measure === measure)
    .map(({ stage }) => {
      const spread = addSpreads(sums, stage, measure);
      const asked = fractions.map((fraction) => {
        const { ranks, share } = findRanks(spread, fraction);
        return { share, numbers: ranks.map((one) => lookUps.push({ ...one, stage })) };
      });
      return { stage, count: size(spread), asked };
    });
  const { rows } = await client.query<{ number: number; seconds: number[] }>(durationsAt(measure), [
    from,
    to,
    tests,
    ...(['stage', 'bucket', 'first', 'last'] as const).map((name) => lookUps.map((one) => one[name])),
  ]);
  const found = new Map(rows.map(({ number, seconds }) => [number, seconds]));
  return spreads.map(({ stage, count, asked }) => {
    const [median = NaN, ninth = NaN] = asked.map(({ share, numbers }) =>
      interpolate(
        numbers.flatMap((number) => found.get(number) ?? []),
        share,
      ),
    );
    return { stage, measure, count, times: [median, ninth] };
  });
}

export async function readNow(pool: Pool): Promise<Date> {
  const { rows: found } = await pool.query<{ now: Date }>('SELECT desk_now() AS now');
  if (!found[0]) throw new Error('the database does not tell the time');
  return found[0].now;
}
