import { describe, expect, it } from 'vitest';
import { backoffMs, isRepeatable, pauseAfter, readRetryAfter } from '../../client/retry.js';

const now = Date.parse('2026-11-25T12:00:00Z');
const middle = { now, random: 0.5 };
const first = { status: 503, retryAfter: null, repeatable: true, attempt: 1 };

describe('a request is sent again', () => {
  it('a request is sent again after 503 or silence where twice is the same as once, after 429 always, after nothing else', () => {
    for (const [status, repeatable, again] of [
      [503, true, true],
      [undefined, true, true],
      [503, false, false],
      [undefined, false, false],
      [429, false, true],
      [200, true, false],
      [409, true, false],
      [500, true, false],
    ] as const)
      expect(pauseAfter({ ...first, status, repeatable }, middle) !== undefined, String(status)).toBe(again);
  });

  it('a request is sent again after 409 where it says when: the same request, sent before, is still under way', () => {
    expect(pauseAfter({ ...first, status: 409, retryAfter: '1' }, middle)).toBe(1_000);
    expect(pauseAfter({ ...first, status: 409, retryAfter: '1', repeatable: false }, middle)).toBeUndefined();
  });

  it('not before the time that the answer names, and not at all when that is far away', () => {
    expect(pauseAfter({ ...first, retryAfter: '7' }, middle)).toBe(7_000);
    expect(pauseAfter({ ...first, retryAfter: 'Wed, 25 Nov 2026 12:00:09 GMT' }, middle)).toBe(9_000);
    expect(pauseAfter({ ...first, retryAfter: '3600' }, middle)).toBeUndefined();
    expect(pauseAfter({ ...first, retryAfter: 'soon' }, middle)).toBe(backoffMs(1, 0.5));
  });

  it('ever later, but within ten seconds, and never at the same moment for all', () => {
    expect([1, 2, 3, 9].map((attempt) => backoffMs(attempt, 0.5))).toEqual([187.5, 375, 750, 7_500]);
    expect(backoffMs(1, 0)).toBeLessThan(backoffMs(1, 0.99));
  });
});

describe('whether twice is the same as once', () => {
  it('is so for what only reads or sets, and for a POST under a key', () => {
    for (const method of ['GET', 'PUT', 'DELETE']) expect(isRepeatable(method, {})).toBe(true);
    for (const method of ['POST', 'PATCH']) expect(isRepeatable(method, {})).toBe(false);
    expect(isRepeatable('POST', { idempotencyKey: 'k' })).toBe(true);
  });

  it('is not so under a condition that the first time makes false', () => {
    expect(isRepeatable('PUT', { ifMatch: '"7"' })).toBe(false);
    expect(isRepeatable('PUT', { ifMatch: '*' })).toBe(true);
  });
});

it('a Retry-After in the past is now', () => {
  expect(readRetryAfter('Wed, 25 Nov 2026 11:00:00 GMT', now)).toBe(0);
});
