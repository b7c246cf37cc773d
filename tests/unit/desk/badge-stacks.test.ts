import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badgeHeight, roomFor } from '../../../web/src/review/badge-room.rules.js';
import { stacksOf } from '../../../web/src/review/badge-stacks.rules.js';
import { beginningsOf, segmentsOf } from '../../../web/src/text/segments.rules.js';

const begun = (...tops: number[]) => tops.map((top, at) => ({ id: String(at), top }));
const rowsOf = ({ ids }: { ids: readonly string[] }): number => Math.min(ids.length, 3);

describe('badges beside a paragraph', () => {
  test('stand at the lines of their quotes, and stack where those are close', () => {
    expect(stacksOf(begun(0, 100, 104, 109, 300), 400)).toEqual([
      { top: 0, ids: ['0'] },
      { top: 100, ids: ['1', '2', '3'] },
      { top: 300, ids: ['4'] },
    ]);
  });

  test('go up where they would stand below the end', () => {
    expect(stacksOf(begun(90, 95), 100)).toEqual([{ top: 100 - 2 * badgeHeight, ids: ['0', '1'] }]);
  });

  test('are all there, in order, none over another, none outside of the paragraph', () => {
    const paragraphs = fc.record({
      tops: fc.array(fc.nat(600), { minLength: 1, maxLength: 30 }),
      more: fc.nat(600),
    });
    fc.assert(
      fc.property(paragraphs, ({ tops, more }) => {
        const room = roomFor(tops.length) + more;
        const all = begun(...tops);
        const stacks = stacksOf(all, room);
        const sorted = [...all].sort((one, other) => one.top - other.top).map(({ id }) => id);
        expect(stacks.flatMap(({ ids }) => ids)).toEqual(sorted);
        let free = 0;
        for (const stack of stacks) {
          expect(stack.top).toBeGreaterThanOrEqual(free);
          free = stack.top + rowsOf(stack) * badgeHeight;
        }
        expect(free).toBeLessThanOrEqual(room);
      }),
    );
  });
});

test('a quote begins in one paragraph, also where it goes on in the next', () => {
  const spans = [
    { id: 'both', start: 2, end: 7 },
    { id: 'second', start: 5, end: 7 },
  ];
  expect(beginningsOf(segmentsOf('one\ntwo\nthree', spans))).toEqual([['both'], ['second'], []]);
});
