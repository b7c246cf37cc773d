import { describe, expect, it } from 'vitest';
import { findIncomplete, type VerdictFacts } from '../../src/verdicts/verdict.rules.js';

const complete: VerdictFacts = {
  kinds: ['accusation'],
  attribution: 'confirmed',
  fidelity: 'faithful',
  rating: { slug: 'true', polarity: 'supports', forecast: false },
  provisions: 0,
};
const codes = (change: Partial<VerdictFacts>) =>
  findIncomplete({ ...complete, ...change }).map(({ code }) => code);

describe('a verdict', () => {
  it('is complete with three findings that go together', () => {
    expect(codes({})).toEqual([]);
  });

  it('says that C41 was said, not faithfully quoted, and is unproven', () => {
    const rating = { slug: 'unproven', polarity: 'neutral', forecast: false } as const;
    expect(codes({ kinds: ['forecast', 'quotation'], fidelity: 'altered', rating })).toEqual([]);
  });

  it('cannot rate what is no forecast as one', () => {
    const rating = { slug: 'came-true', polarity: 'supports', forecast: true } as const;
    expect(codes({ rating })).toEqual(['rating-not-for-kind']);
    expect(codes({ rating, kinds: ['announcement', 'forecast'] })).toEqual([]);
  });

  it('must cite the norm that is said to be violated, unless it leaves the question open', () => {
    const open = { slug: 'unproven', polarity: 'neutral', forecast: false } as const;
    expect(codes({ kinds: ['violation'] })).toEqual(['provisions-missing']);
    expect(codes({ kinds: ['violation'], provisions: 1 })).toEqual([]);
    expect(codes({ kinds: ['violation'], rating: open })).toEqual([]);
  });

  it('cannot confirm words as said and call them fabricated', () => {
    expect(codes({ fidelity: 'fabricated' })).toEqual(['findings-contradict']);
    expect(codes({ fidelity: 'fabricated', attribution: 'misattributed' })).toEqual([]);
  });

  it('on a quotation must say how faithful it is', () => {
    expect(codes({ kinds: ['quotation'], fidelity: 'not_applicable' })).toEqual(['fidelity-missing']);
  });

  it('names everything that is missing at once', () => {
    const rating = { slug: 'came-true', polarity: 'supports', forecast: true } as const;
    expect(codes({ kinds: ['violation'], fidelity: 'fabricated', rating })).toEqual([
      'rating-not-for-kind',
      'provisions-missing',
      'findings-contradict',
    ]);
  });
});
