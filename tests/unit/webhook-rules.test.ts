import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAttempt } from '../../src/domain/delivery/judge-attempt.js';
import {
  holdAfter,
  illAfter,
  patienceMs,
  readRetryAfter,
  schedule,
} from '../../src/domain/delivery/retry-schedule.js';
import { createFeedCursor, type Step } from '../../src/delivery/webhooks/feed-cursor.js';

const hour = 3_600_000;
const status = (code: number | null, retryAfterMs: number | null = null) => ({ status: code, retryAfterMs });
const first = { attempts: 1, ageMs: 0 };

describe('an attempt', () => {
  it.each([200, 201, 202, 204, 299])('answered with %i is delivered', (code) => {
    expect(judgeAttempt(status(code), first, 0)).toEqual({ outcome: 'delivered' });
  });

  it.each([null, 100, 199, 300, 301, 302, 304, 307, 400, 401, 404, 429, 500, 503, 599])(
    'answered with %s has failed, and is made again',
    (code) => {
      expect(judgeAttempt(status(code), first, 0)).toEqual({ outcome: 'failed', nextInMs: 5_000 });
    },
  );

  it('answered with 410 is the last one', () => {
    expect(judgeAttempt(status(410), first, 0)).toEqual({ outcome: 'gone' });
  });

  it('is made again on the schedule of Standard Webhooks, which lasts three days', () => {
    const hours = schedule.map((ms) => ms / hour);
    expect(hours.map((one) => Math.round(one * 1_000) / 1_000)).toEqual([
      0.001, 0.083, 0.5, 2, 5, 10, 14, 20, 24,
    ]);
    const waits = schedule.map((_, at) => judgeAttempt(status(500), { attempts: at + 1, ageMs: 0 }, 0));
    expect(waits).toEqual(schedule.map((nextInMs) => ({ outcome: 'failed', nextInMs })));
    expect(schedule.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(patienceMs);
  });

  it('waits up to a tenth longer, so that those who failed together do not come back together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, random) => {
        const wait = schedule[n - 1] ?? 0;
        const judged = judgeAttempt(status(500), { attempts: n, ageMs: 0 }, random);
        const nextInMs = judged.outcome === 'failed' ? judged.nextInMs : NaN;
        expect(nextInMs).toBeGreaterThanOrEqual(wait);
        expect(nextInMs).toBeLessThanOrEqual(wait * 1.1 + 1);
      }),
    );
  });

  it('is the last after ten of them and three days, and not before both are over', () => {
    expect(judgeAttempt(status(500), { attempts: 10, ageMs: patienceMs }, 0)).toEqual({
      outcome: 'exhausted',
    });
    expect(judgeAttempt(status(500), { attempts: 9, ageMs: patienceMs }, 0).outcome).toBe('failed');
    expect(judgeAttempt(status(500), { attempts: 40, ageMs: patienceMs - 1 }, 0)).toEqual({
      outcome: 'failed',
      nextInMs: 24 * hour,
    });
  });

  it('is made later where the receiver asks for it, and never earlier', () => {
    expect(judgeAttempt(status(429, 60_000), first, 0)).toEqual({ outcome: 'failed', nextInMs: 60_000 });
    expect(judgeAttempt(status(503, 1_000), first, 0)).toEqual({ outcome: 'failed', nextInMs: 5_000 });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-25T10:00:00Z');
  it.each([
    ['120', 120_000],
    [' 7 ', 7_000],
    ['Wed, 25 Nov 2026 10:05:00 GMT', 300_000],
    ['Wed, 25 Nov 2026 09:00:00 GMT', null],
    ['999999999', 24 * hour],
    ['Thu, 25 Nov 2027 10:00:00 GMT', 24 * hour],
    ['0', null],
    ['-5', null],
    ['1e9', null],
    ['soon', null],
    ['2026-11-25T10:05:00Z', null],
    ['', null],
    [undefined, null],
    [['5', '6'], null],
  ])('%j means %j ms', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});

describe('a receiver', () => {
  it('is ill after a few failures in a row, and is spared what is new for some minutes', () => {
    expect(holdAfter(status(500), illAfter - 1, 0)).toBeNull();
    expect(holdAfter(status(500), illAfter, 0)).toBe(300_000);
  });

  it('that asks for time is given it at once', () => {
    expect(holdAfter(status(429, 30_000), 1, 0)).toBe(30_000);
    expect(holdAfter(status(429, 30_000), illAfter, 0)).toBe(300_000);
    expect(holdAfter(status(429, 2 * hour), illAfter, 0)).toBe(2 * hour);
  });
});

interface Entry extends Step {
  lane: string;
}

/** What is chosen of all that is under way: to succeed, or to fail. */
const play = fc.record({
  lanes: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 40 }),
  readAhead: fc.integer({ min: 1, max: 7 }),
  most: fc.integer({ min: 1, max: 5 }),
  choices: fc.array(fc.record({ which: fc.nat(50), fails: fc.boolean() }), { maxLength: 400 }),
});

describe('a cursor along the feed', () => {
  it('sends everything of each lane once, in order, whatever fails and in whichever order answers come', () => {
    fc.assert(
      fc.property(play, ({ lanes, readAhead, most, choices }) => {
        const feed = lanes.map((lane, at): Entry => ({ lane, position: BigInt(at + 1) }));
        const cursor = createFeedCursor<Entry>({ position: 0n, held: [], done: new Set() });
        const delivered: Entry[] = [];
        const held = new Map<string, Entry>();
        const underWay: Entry[] = [];
        let last = 0n;
        let choice = 0;
        const step = (): boolean => {
          for (const [lane, entry] of held)
            if (underWay.length < most && cursor.begin(lane)) underWay.push(entry);
          while (underWay.length < most) {
            const next = cursor.next();
            if (next) underWay.push(next);
            else if (cursor.waiting() > 0 || cursor.readTo() === BigInt(feed.length)) break;
            else {
              const upTo = Number(cursor.readTo()) + readAhead;
              cursor.read(feed.slice(Number(cursor.readTo()), upTo), BigInt(Math.min(upTo, feed.length)));
            }
          }
          // One at a time of each lane.
          expect(new Set(underWay.map(({ lane }) => lane)).size).toBe(underWay.length);
          const { which, fails } = choices[choice++] ?? { which: 0, fails: false };
          const [entry] = underWay.splice(which % Math.max(1, underWay.length), 1);
          if (!entry) return false;
          if (fails) {
            held.set(entry.lane, entry);
            cursor.hold(entry);
          } else {
            delivered.push(entry);
            cursor.settle(entry);
            if (held.has(entry.lane)) {
              const behind = feed.find(
                ({ lane, position }) =>
                  lane === entry.lane && position > entry.position && position <= cursor.readTo(),
              );
              if (behind) held.set(entry.lane, behind);
              else {
                held.delete(entry.lane);
                cursor.free(entry.lane);
              }
            }
          }
          // What the cursor has passed is delivered, or waits behind what is held up.
          expect(cursor.position()).toBeGreaterThanOrEqual(last);
          last = cursor.position();
          for (const passed of feed.slice(0, Number(last)))
            expect(delivered.includes(passed) || held.has(passed.lane)).toBe(true);
          return true;
        };
        while (step());
        expect(cursor.position()).toBe(BigInt(feed.length));
        for (const lane of new Set(lanes))
          expect(delivered.filter((one) => one.lane === lane)).toEqual(
            feed.filter((one) => one.lane === lane),
          );
        expect(delivered).toHaveLength(feed.length);
      }),
      { numRuns: 500 },
    );
  });

  it('passes by what was delivered before a worker died', () => {
    const cursor = createFeedCursor<Entry>({ position: 4n, held: [], done: new Set([6n]) });
    cursor.read(
      [5n, 6n, 7n].map((position) => ({ position, lane: 'a' })),
      7n,
    );
    const five = cursor.next();
    expect(five?.position).toBe(5n);
    if (five) cursor.settle(five);
    expect(cursor.position()).toBe(6n);
    expect(cursor.next()?.position).toBe(7n);
  });
});
