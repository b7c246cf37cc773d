import { describe, expect, it } from 'vitest';
import { keys, printedOf } from '../../../web/src/keys/keys.js';
import { ariaOf } from '../../../web/src/parts/shortcut.rules.js';
import { changesBetween } from '../../../web/src/approve/round-changes.rules.js';

describe('what two rounds cite', () => {
  const nameOf = ({ id }: { id: string }): string => id;
  const saidOf = ({ act }: { act: string }): string => act;

  it('is named where it came, went, or is cited otherwise', () => {
    const before = [
      { id: 'a', act: 'sold' },
      { id: 'b', act: 'sold' },
      { id: 'c', act: 'sold' },
    ];
    const now = [
      { id: 'd', act: 'sold' },
      { id: 'c', act: 'gave' },
      { id: 'b', act: 'sold' },
    ];
    expect(changesBetween(before, now, { nameOf, saidOf })).toEqual({
      added: [now[0]],
      removed: [before[0]],
      altered: [{ before: before[2], now: now[1] }],
    });
  });

  it('is nothing where the same stands in another order', () => {
    const one = [{ id: 'a' }, { id: 'b' }];
    expect(changesBetween(one, one.toReversed(), { nameOf })).toEqual({
      added: [],
      removed: [],
      altered: [],
    });
  });
});

describe('keys', () => {
  it('are printed on buttons, and named for those who hear them', () => {
    expect(printedOf(keys.palette)).toBe('Ctrl K');
    expect(ariaOf(printedOf(keys['submit-next']))).toBe('Control+Shift+Enter');
    expect(ariaOf('⌘ K')).toBe('Meta+K');
    expect(ariaOf(printedOf(keys.approve))).toBe('Y');
  });
});
