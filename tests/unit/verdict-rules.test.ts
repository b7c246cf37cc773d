import { describe, expect, it } from 'vitest';
import { explainWarnings, findWarnings, type WarningFacts } from '../../src/domain/verdict/warning.js';
import { findIncomplete, type VerdictContent } from '../../src/domain/verdict/rules.js';

const complete: VerdictContent = {
  kinds: ['accusation'],
  attribution: 'confirmed',
  fidelity: 'faithful',
  rating: { slug: 'true', polarity: 'supports', forecast: false },
  provisions: 0,
  evidence: 1,
  rationale: { en: 'Because of what was found.' },
  recheckAt: null,
};
const now = new Date('2026-11-30T09:00:00Z');
const codes = (change: Partial<VerdictContent>) =>
  findIncomplete({ ...complete, ...change }, now).map(({ code }) => code);

describe('a verdict', () => {
  it('is complete with three findings that go together', () => {
    expect(codes({})).toEqual([]);
  });

  it('says that C41 was said, not faithfully quoted, and is unproven', () => {
    const rating = { slug: 'unproven', polarity: 'neutral', forecast: false } as const;
    expect(codes({ kinds: ['forecast', 'quotation'], fidelity: 'altered', rating })).toEqual([]);
  });

  it('points to nothing that it does not rest on any more', () => {
    expect(codes({ rationale: { en: 'As [E1] says.', ar: 'كما في [E?].' } })).toEqual(['evidence_mark_lost']);
    for (const mark of ['[E0]', '[E2]', '[E1234]'])
      expect(codes({ rationale: { en: `As [E1] and ${mark} say.` } })).toEqual(['evidence_mark_lost']);
    expect(codes({ rationale: { en: 'As [E1], [E01], [E], [e7] and E7 say.' } })).toEqual([]);
  });

  it('cannot rate what is no forecast as one', () => {
    const rating = { slug: 'came-true', polarity: 'supports', forecast: true } as const;
    expect(codes({ rating })).toEqual(['rating_not_for_kind']);
    expect(codes({ rating, kinds: ['announcement', 'forecast'] })).toEqual([]);
  });

  it('must cite the norm that is said to be violated, unless it leaves the question open', () => {
    const open = { slug: 'unproven', polarity: 'neutral', forecast: false } as const;
    expect(codes({ kinds: ['violation'] })).toEqual(['provisions_missing']);
    expect(codes({ kinds: ['violation'], provisions: 1 })).toEqual([]);
    expect(codes({ kinds: ['violation'], rating: open })).toEqual([]);
  });

  it('is checked again on a day that lies ahead, or on none', () => {
    expect(codes({ recheckAt: new Date('2026-12-01') })).toEqual([]);
    expect(codes({ recheckAt: new Date('2026-11-30') })).toEqual(['recheck_not_ahead']);
    expect(codes({ recheckAt: now })).toEqual(['recheck_not_ahead']);
  });

  it('a verdict without rationale is refused', () => {
    expect(codes({ rationale: {} })).toEqual(['rationale_missing']);
  });

  it('cannot confirm words as said and call them fabricated', () => {
    expect(codes({ fidelity: 'fabricated' })).toEqual(['findings_contradict']);
    expect(codes({ fidelity: 'fabricated', attribution: 'misattributed' })).toEqual([]);
  });

  it('a verdict on a quotation must say how faithful it is', () => {
    expect(codes({ kinds: ['quotation'], fidelity: 'not_applicable' })).toEqual(['fidelity_missing']);
    const both = { kinds: ['accusation', 'quotation'], fidelity: 'not_applicable' } as const;
    expect(codes(both)).toEqual(['fidelity_missing']);
  });

  it('names everything that is missing at once', () => {
    const rating = { slug: 'came-true', polarity: 'supports', forecast: true } as const;
    expect(codes({ kinds: ['violation'], fidelity: 'fabricated', rating })).toEqual([
      'rating_not_for_kind',
      'provisions_missing',
      'findings_contradict',
    ]);
  });
});

describe('what is missing', () => {
  it('is said with its place and in words', () => {
    const rating = { slug: 'came-true', polarity: 'supports', forecast: true } as const;
    const nothing = {
      ...complete,
      kinds: ['violation', 'quotation'],
      fidelity: 'not_applicable',
      rating,
    } as const;
    expect(findIncomplete(nothing, now)).toEqual([
      {
        code: 'fidelity_missing',
        pointer: '/findings/fidelity',
        message: 'a quotation needs a finding about how faithfully it is quoted',
      },
      {
        code: 'rating_not_for_kind',
        pointer: '/findings/veracity',
        message: 'this rating is for forecasts, and the claim is none',
      },
      {
        code: 'provisions_missing',
        pointer: '/provisions',
        message: 'a verdict that a norm was or was not violated must cite it, with act, actor and date',
      },
    ]);
    expect(findIncomplete({ ...complete, fidelity: 'fabricated' }, now)).toEqual([
      {
        code: 'findings_contradict',
        pointer: '/findings/fidelity',
        message: 'words that were confirmed to have been said cannot be fabricated',
      },
    ]);
  });

  it('is asked of the main kind alone where norms are cited, and of every kind where words are quoted', () => {
    expect(codes({ kinds: ['accusation', 'violation'] })).toEqual([]);
    expect(codes({ kinds: ['violation'], provisions: 2 })).toEqual([]);
    expect(codes({ kinds: ['accusation'], fidelity: 'not_applicable' })).toEqual([]);
  });
});

describe('what whoever approves is warned of', () => {
  const sound: WarningFacts = {
    kind: 'accusation',
    polarity: 'supports',
    stances: ['for', 'against', 'context'],
    provisions: [{ verified: true }],
    contacts: 1,
    rationale: { en: 'As [E1] says.', ar: 'كما في [E1] و[E2].' },
  };
  const warned = (change: Partial<WarningFacts>) => findWarnings({ ...sound, ...change });

  it('is nothing where both sides were weighed, the norms were seen and a reply was asked for', () => {
    expect(warned({})).toEqual([]);
  });

  it('is a finding without evidence, or with evidence of one side', () => {
    expect(warned({ stances: [] })).toEqual(['no_evidence']);
    expect(warned({ stances: ['context'] })).toEqual(['no_evidence']);
    expect(warned({ stances: ['for', 'for'] })).toEqual(['only_one_side']);
    expect(warned({ stances: ['against'] })).toEqual(['only_one_side']);
  });

  it('is a norm nobody has seen in a stored copy', () => {
    expect(warned({ provisions: [{ verified: true }, { verified: false }] })).toEqual([
      'unverified_provision',
    ]);
  });

  it('is an accusation, or a violation, that nobody was asked to answer', () => {
    expect(warned({ contacts: 0 })).toEqual(['no_reply_asked']);
    expect(warned({ contacts: 0, kind: 'violation' })).toEqual(['no_reply_asked']);
    expect(warned({ contacts: 0, kind: 'announcement' })).toEqual([]);
  });

  it('is a text that stands in the field of a language with other letters', () => {
    expect(warned({ rationale: { ar: 'As [E1] says.' } })).toEqual(['rationale_in_other_script']);
    expect(warned({ rationale: { ar: '[E1] [E2]', fr: 'Comme dit.', zh: '據說。' } })).toEqual([]);
    const swapped = { ...sound, rationale: { en: 'كما قيل.', ar: 'As was said.' } };
    expect(explainWarnings(swapped).map(({ pointer }) => pointer)).toEqual([
      '/rationale/en',
      '/rationale/ar',
    ]);
  });

  it('is everything at once, in one order', () => {
    const bare = { stances: [], provisions: [{ verified: false }], contacts: 0 } as const;
    expect(warned(bare)).toEqual(['no_evidence', 'unverified_provision', 'no_reply_asked']);
    expect(warned({ ...bare, stances: ['against'] })[0]).toBe('only_one_side');
    expect(warned({ provisions: [] })).toEqual([]);
  });

  it('is little where the question is left open', () => {
    const open = { polarity: 'neutral', stances: [], contacts: 0 } as const;
    expect(warned({ ...open, provisions: [{ verified: false }] })).toEqual(['unverified_provision']);
  });
});
