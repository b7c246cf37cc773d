/**
 * PURE: adding up what `sum_flow` gives of stretches of time (prisma/sql/flow-weeks.sql), and finding a percentile
 * exactly: the counts say in which bucket its places lie, and only that bucket has to be looked into.
 */
import { stages, type Stage } from '../task/lifecycle.js';
import { mondayOf, week } from './flow.js';

/** Bucket of durations → how many tasks fell into it. */
export type Spread = Partial<Record<string, number>>;
const measures = ['waiting', 'working'] as const;
export type Measure = (typeof measures)[number];

/** As the database tells it. Members are named by id. */
export interface FlowSums {
  stages: Partial<Record<Stage, Record<Measure, Spread>>>;
  ended: [stage: Stage, holder: string | null, count: number][];
  happened: [type: string, actor: string | null, count: number][];
  given: [member: string, count: number][];
}

/** A stretch within one week; `whole` where it is all of it. */
export interface Piece {
  from: Date;
  to: Date;
  whole: boolean;
}

/** [from, to) cut at the Mondays. */
export function cutAtWeeks(from: Date, to: Date): Piece[] {
  const pieces: Piece[] = [];
  for (let monday = mondayOf(from); monday < to.getTime(); monday += week) {
    const [start, end] = [Math.max(monday, from.getTime()), Math.min(monday + week, to.getTime())];
    pieces.push({ from: new Date(start), to: new Date(end), whole: end - start === week });
  }
  return pieces;
}

/** The spread of a stage over all stretches, by rising bucket. */
export function addSpreads(
  sums: readonly FlowSums[],
  stage: Stage,
  measure: Measure,
): [bucket: number, count: number][] {
  const counts = new Map<number, number>();
  for (const { stages: by } of sums) {
    for (const [bucket, count = 0] of Object.entries(by[stage]?.[measure] ?? {})) {
      counts.set(Number(bucket), (counts.get(Number(bucket)) ?? 0) + count);
    }
  }
  return [...counts].sort(([one], [other]) => one - other);
}

export const size = (spread: readonly [number, number][]): number =>
  spread.reduce((sum, [, count]) => sum + count, 0);

/** Ranks `first` to `last`, counted from 0, of the sorted durations in a bucket. */
export interface RankRange {
  bucket: number;
  first: number;
  last: number;
}

/**
 * Where the values lie that a percentile is interpolated between (as `percentile_cont` does): one entry where
 * both are in one bucket, two otherwise, none where there is nothing. `share`: how far between the two it lies.
 */
export function findRanks(
  spread: readonly [bucket: number, count: number][],
  fraction: number,
): { ranks: RankRange[]; share: number } {
  const total = size(spread);
  if (total === 0) return { ranks: [], share: 0 };
  const exact = fraction * (total - 1);
  const [low, high] = [Math.floor(exact), Math.ceil(exact)];
  const ranks: RankRange[] = [];
  let before = 0;
  for (const [bucket, count] of spread) {
    const within = [low, high].map((rank) => rank - before).filter((rank) => rank >= 0 && rank < count);
    if (within.length > 0) ranks.push({ bucket, first: Math.min(...within), last: Math.max(...within) });
    before += count;
  }
  return { ranks, share: exact - low };
}

/** The value at `share` of the way between the first and the last of those found. */
export function interpolate(values: readonly number[], share: number): number {
  const [low = NaN, high = low] = [values[0], values.at(-1)];
  return low + share * (high - low);
}

/** Every percentile there is to look up, over all stages and measures. */
export const wanted = stages.flatMap((stage) => measures.map((measure) => ({ stage, measure })));
