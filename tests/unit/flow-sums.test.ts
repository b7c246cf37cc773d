import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSpreads,
  cutAtWeeks,
  findRanks,
  interpolate,
  type Spread,
  type FlowSums,
} from '../../src/domain/stats/percentiles.js';

const at = (text: string): Date => new Date(`${text}Z`);
const sums = (waiting: Spread): FlowSums => ({
  stages: { review: { waiting, working: {} } },
  ended: [],
  happened: [],
  given: [],
});

describe('a window', () => {
  it('is cut at the Mondays, the whole weeks marked', () => {
    const pieces = cutAtWeeks(at('2026-03-04T12:00:00'), at('2026-03-17T00:00:01'));
    expect(pieces.map(({ from, to, whole }) => [from.toISOString(), to.toISOString(), whole])).toEqual([
      ['2026-03-04T12:00:00.000Z', '2026-03-09T00:00:00.000Z', false],
      ['2026-03-09T00:00:00.000Z', '2026-03-16T00:00:00.000Z', true],
      ['2026-03-16T00:00:00.000Z', '2026-03-17T00:00:01.000Z', false],
    ]);
  });

  it('is its pieces, one after the other, none longer than a week', () => {
    const moment = fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => new Date(seconds * 1000));
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 40_000_000 }), (from, seconds) => {
        const to = new Date(from.getTime() + seconds * 1000);
        const pieces = cutAtWeeks(from, to);
        expect(pieces[0]?.from).toEqual(from);
        expect(pieces.at(-1)?.to).toEqual(to);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.to.getTime() - piece.from.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
          if (index > 0) expect(piece.from).toEqual(pieces[index - 1]?.to);
        }
      }),
    );
  });
});

describe('a percentile', () => {
  /** As PostgreSQL's percentile_cont: between the two values around the place. */
  const plain = (values: readonly number[], fraction: number): number => {
    const sorted = [...values].sort((a, b) => a - b);
    const place = fraction * (sorted.length - 1);
    const [low = NaN, high = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (place - Math.floor(place)) * (high - low);
  };

  it('is the same as over all values, looking into one bucket or two, however they were counted', () => {
    const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.9), fc.nat(59), (all, fraction, cut) => {
        const bucketOf = (value: number): number => Math.floor(Math.sqrt(value));
        const spreadOf = (some: readonly number[]): Spread => {
          const spread: Spread = {};
          for (const value of some) spread[bucketOf(value)] = (spread[bucketOf(value)] ?? 0) + 1;
          return spread;
        };
        const parts = [all.slice(0, cut), all.slice(cut)].map(spreadOf).map(sums);
        const { ranks, share } = findRanks(addSpreads(parts, 'review', 'waiting'), fraction);
        const found = ranks.flatMap(({ bucket, first, last }) =>
          all
            .filter((value) => bucketOf(value) === bucket)
            .sort((a, b) => a - b)
            .slice(first, last + 1),
        );
        expect(ranks.length).toBeLessThanOrEqual(2);
        expect(interpolate([found[0] ?? NaN, found.at(-1) ?? NaN], share)).toBeCloseTo(plain(all, fraction));
        expect(found.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of nothing is nothing', () => {
    expect(findRanks(addSpreads([], 'review', 'waiting'), 0.5)).toEqual({ ranks: [], share: 0 });
  });
});
