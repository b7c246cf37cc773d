import { describe, expect, it } from 'vitest';
import { isAnswered, isContested, type Contester } from '../../src/domain/claim/contest.js';
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
  const denial = (more: Partial<Contester> = {}): Contester => ({
    ...{ status: 'published', polarity: null, test: false },
    ...more,
  });

  it('while a denial has no verdict, or one that leaves it open', () => {
    expect(isContested([denial({ status: 'submitted' })])).toBe(true);
    expect(isContested([denial({ polarity: 'neutral' })])).toBe(true);
  });

  it('no longer once every denial is answered', () => {
    expect(isContested([])).toBe(false);
    expect(isContested([denial({ polarity: 'refutes' })])).toBe(false);
    expect(isContested([denial({ polarity: 'supports' }), denial({ status: 'open' })])).toBe(true);
  });

  it('not by a denial that only tries something out, unless it does so itself', () => {
    const trial = [denial({ status: 'open', test: true })];
    expect([isContested(trial), isContested(trial, { test: true })]).toEqual([false, true]);
  });

  it.each(['rejected', 'merged', 'retracted'] as const)('not by a denial that is %s', (status) => {
    expect(isAnswered({ status, polarity: null })).toBe(true);
  });
});
