import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRates } from '../../src/platform/auth/rate.service.js';
import { judgeRate, rolled, slotOf, windowMs, type Usage } from '../../src/domain/access/rate.js';

const policy = { name: 'reads', quota: 100 };
const at = (slot: number, share = 0): number => (slot + share) * windowMs;

describe('a limit', () => {
  it('admits up to the quota, says what is left, and then says when to come back', () => {
    const usage: Usage = { slot: 5, used: 98, before: 0 };
    expect(judgeRate(policy, usage, 1, at(5, 0.5))).toEqual({ admitted: true, remaining: 1, seconds: 30 });
    expect(judgeRate(policy, usage, 2, at(5, 0.5))).toEqual({ admitted: true, remaining: 0, seconds: 30 });
    expect(judgeRate(policy, usage, 3, at(5, 0.5))).toMatchObject({ admitted: false, remaining: 2 });
  });

  it('lets what was used in the window before count for as much of it as lies within the last minute', () => {
    const usage: Usage = { slot: 4, used: 100, before: 0 };
    expect(judgeRate(policy, usage, 1, at(5)).admitted).toBe(false);
    expect(judgeRate(policy, usage, 1, at(5, 0.5))).toMatchObject({ admitted: true, remaining: 49 });
    expect(judgeRate(policy, usage, 100, at(6)).admitted).toBe(true);
  });

  it('never lets more than twice the quota through in any minute, and no more than the quota at a steady rate', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 400 }), (gaps) => {
        let usage: Usage = { slot: 0, used: 0, before: 0 };
        let now = 0;
        const admitted: number[] = [];
        for (const gap of gaps) {
          now += gap;
          if (!judgeRate({ name: 'x', quota: 10 }, usage, 1, now).admitted) continue;
          usage = rolled(usage, slotOf(now));
          usage.used++;
          admitted.push(now);
        }
        for (const start of admitted)
          expect(admitted.filter((one) => one >= start && one < start + windowMs).length).toBeLessThanOrEqual(
            20,
          );
        for (let slot = 0; slot <= slotOf(now); slot++)
          expect(admitted.filter((one) => slotOf(one) === slot).length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('keeps its word: whoever waits as long as they were told is let in', () => {
    const counts = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0, max: 0.999, noNaN: true }), (used, before, share) => {
        const usage: Usage = { slot: 7, used, before };
        const first = judgeRate(policy, usage, 1, at(7, share));
        if (first.admitted) return;
        expect(judgeRate(policy, usage, 1, at(7, share) + first.seconds * 1000).admitted).toBe(true);
      }),
    );
  });

  it('lets what costs more than the whole quota through once per window, and closes nothing for good', () => {
    const each = { reader: 0, checker: 0, editor: 0, admin: 0 };
    let clock = at(100);
    const rates = createRates({
      limits: { reads: each, writes: each, failures: 0, publicReads: 5 },
      store: { exchange: () => Promise.resolve([]) },
      warn: () => undefined,
      now: () => clock,
    });
    const ask = (): void => {
      rates.limitPublic('192.0.2.1', () => undefined, 10);
    };
    expect(ask).not.toThrow();
    expect(ask).toThrow(expect.objectContaining({ code: 'rate_limited' }));
    clock += 120_000;
    expect(ask).not.toThrow();
  });
});
