import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecentMap } from '../../src/platform/recent-map.js';

const key = fc.integer({ min: 0, max: 5 });
const use = fc.record({ key, set: fc.boolean() });

describe('a map of what was used last', () => {
  it('gives what was last set, and drops it only after as many other keys were used', () => {
    fc.assert(
      fc.property(fc.array(use, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (uses, keep) => {
        const map = createRecentMap<number, { setAt: number }>(keep);
        const lastSet = new Map<number, number>();
        /** Keys, the last used first. */
        let used: number[] = [];
        for (const [setAt, { key: name, set }] of uses.entries()) {
          if (set) {
            map.set(name, { setAt });
            lastSet.set(name, setAt);
          } else {
            const found = map.get(name);
            if (found) expect(found.setAt).toBe(lastSet.get(name));
            else expect(used.slice(0, keep)).not.toContain(name);
            if (!found) continue;
          }
          used = [name, ...used.filter((other) => other !== name)];
        }
      }),
    );
  });

  it('never holds more than twice what it keeps', () => {
    const keys = Array.from({ length: 1_000 }, (_, index) => index);
    const held = keys.filter((each) => {
      const map = createRecentMap<number, object>(100); // a new one each time: asking is a use too
      for (const one of keys) map.set(one, {});
      return map.get(each);
    });
    expect(held).toEqual(keys.slice(-held.length));
    expect(held.length).toBeGreaterThanOrEqual(100);
    expect(held.length).toBeLessThanOrEqual(200);
  });
});
