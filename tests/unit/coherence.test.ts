import { describe, expect, it } from 'vitest';
import { isAnswered, isContested } from '../../src/domain/claim/contest.js';
import { polarities } from '../../src/domain/rating/polarity.js';
import { clashes } from '../../src/domain/verdict/coherence.js';

/** Relation → the pairs of polarities (from, to) that cannot both stand. */
const clashing: Record<string, string[]> = {
  denies: ['supports supports', 'refutes refutes'],
  contradicts: ['supports supports'],
  repeats: ['supports refutes', 'refutes supports'],
  supports: ['supports refutes'],
  partly_denies: [],
  qualifies: [],
  applies_to: [],
};

describe('coherence', () => {
  for (const [relation, pairs] of Object.entries(clashing)) {
    it(`of "${relation}" is broken by: ${pairs.join(', ') || 'nothing'}`, () => {
      const found = polarities.flatMap((from) =>
        polarities.filter((to) => clashes(relation, from, to)).map((to) => `${from} ${to}`),
      );
      expect(found).toEqual(pairs);
    });
  }
});

describe('a claim is contested', () => {
  it('while a denial has no verdict, or one that leaves it open', () => {
    expect(isContested([{ status: 'submitted', polarity: null }])).toBe(true);
    expect(isContested([{ status: 'published', polarity: 'neutral' }])).toBe(true);
  });

  it('no longer once every denial is answered', () => {
    expect(isContested([])).toBe(false);
    expect(isContested([{ status: 'published', polarity: 'refutes' }])).toBe(false);
    expect(
      isContested([
        { status: 'published', polarity: 'supports' },
        { status: 'open', polarity: null },
      ]),
    ).toBe(true);
  });

  it.each(['rejected', 'merged', 'retracted'] as const)('not by a denial that is %s', (status) => {
    expect(isAnswered({ status, polarity: null })).toBe(true);
  });
});
