import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrate, isoWeek, shareOfReturns, weeksBetween } from '../../src/domain/stats/flow.js';

describe('concentration', () => {
  it('is told by the shares of the busiest and by the sum of the squared shares', () => {
    // 6, 2, 1 and 1 of 10: 0.36 + 0.04 + 0.01 + 0.01
    expect(concentrate([1, 6, 0, 2, 1])).toEqual({
      total: 10,
      people: 4,
      busiest: 0.6,
      topThree: 0.9,
      hhi: 0.42,
    });
  });

  it('is whole where one does everything, and nothing where there is no work', () => {
    expect(concentrate([7])).toEqual({ total: 7, people: 1, busiest: 1, topThree: 1, hhi: 1 });
    expect(concentrate([0, 0])).toEqual({ total: 0, people: 0, busiest: null, topThree: null, hhi: null });
  });

  it('lies between even and whole, whoever comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 }), (counts) => {
        const { hhi, busiest, topThree, people } = concentrate(counts);
        expect(hhi).toBeGreaterThanOrEqual(1 / people - 1e-4);
        expect(hhi).toBeLessThanOrEqual((busiest ?? 0) + 1e-4);
        expect(busiest).toBeLessThanOrEqual(topThree ?? 0);
        expect(concentrate([...counts].reverse())).toEqual(concentrate(counts));
      }),
    );
  });
});

describe('returns', () => {
  it('are a share of what was decided', () => {
    expect(shareOfReturns({ approved: 3, returned: 1 })).toBe(0.25);
    expect(shareOfReturns({ approved: 0, returned: 0 })).toBeNull();
  });
});

describe('ISO weeks', () => {
  it.each([
    ['2026-12-31T23:59:59Z', '2026-W53'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2027-01-04T00:00:00Z', '2027-W01'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2021-01-03T00:00:00Z', '2020-W53'],
  ])('%s lies in %s', (moment, week) => {
    expect(isoWeek(new Date(moment))).toBe(week);
  });

  it('that a window touches come in order, the end not counted', () => {
    const weeks = (from: string, to: string) => weeksBetween(new Date(from), new Date(to));
    expect(weeks('2026-12-30T10:00:00Z', '2027-01-11T00:00:00Z')).toEqual(['2026-W53', '2027-W01']);
    expect(weeks('2026-12-30T10:00:00Z', '2027-01-11T00:00:01Z')).toEqual([
      '2026-W53',
      '2027-W01',
      '2027-W02',
    ]);
  });
});
