import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mergeDrafts,
  reviseConflicts,
  sameDraft,
  sendable,
  withChoice,
  type Draft,
} from '../../../web/src/drafts/draft.rules.js';
import { mergeTexts } from '../../../web/src/drafts/merge-texts.rules.js';

const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

describe('two texts that were changed at once', () => {
  test('changes in different places are both taken', () => {
    const merged = mergeTexts('one two three four', 'one 2 three four', 'one two three 4');
    expect(merged).toEqual({ text: 'one 2 three 4' });
  });

  test('changes of the same place are kept on both sides, for a person to choose', () => {
    const { conflict } = mergeTexts('said it', 'denied it', 'confirmed it');
    expect(conflict).toEqual({ mine: 'denied it', theirs: 'confirmed it', both: 'denied confirmed it' });
  });

  test('an Arabic letter keeps its vowel marks', () => {
    const merged = mergeTexts('كَرَّر المتحدث أمس', 'كَرَّر المتحدث اليوم', 'كَرَّر المتحدث أمس');
    expect(merged).toEqual({ text: 'كَرَّر المتحدث اليوم' });
  });

  test('a text as long as one may be is merged by words, and by sentences where the same words come again and again', () => {
    const sentence = (at: number): string =>
      `Convoy ${String(at)} came to the city with lorry ${String(at * 7)}. `;
    const different = Array.from({ length: 2_000 }, (_, at) => `word${String((at * 7_919) % 1_200)}`).join(
      ' ',
    );
    const repeating = Array.from({ length: 400 }, (_, at) => sentence(at)).join('');
    for (const text of [different, repeating])
      expect(mergeTexts(text, `First. ${text}`, `${text} Last.`)).toEqual({ text: `First. ${text} Last.` });
  });

  test('where nothing but the same word stands, what both wrote is kept as it is', () => {
    const text = 'no '.repeat(6_000);
    const { conflict } = mergeTexts(text, `Mine ${text}`, `${text}theirs`);
    expect([conflict?.mine, conflict?.theirs]).toEqual([`Mine ${text}`, `${text}theirs`]);
  });

  test('no word that either side wrote is lost', () => {
    const word = fc.constantFrom('قال', 'نفى', 'never', 'always', 'yesterday', '2024', 'كَرَّر');
    const text = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const { text: merged, conflict } = mergeTexts(base, mine, theirs);
        const kept = conflict ? words(`${conflict.mine} ${conflict.theirs} ${conflict.both}`) : words(merged);
        const known = new Set(words(base));
        for (const written of [...words(mine), ...words(theirs)]) {
          if (!known.has(written)) expect(kept).toContain(written);
        }
      }),
    );
  });
});

describe('two drafts that were changed at once', () => {
  const base: Draft = {
    findings: { veracity: 'true' },
    rationale: { en: 'It was said.' },
    evidence: ['a', 'b'],
  };

  test('each finding, language and piece of evidence is merged by itself', () => {
    const mine: Draft = {
      ...base,
      findings: { veracity: 'true', attribution: 'confirmed' },
      evidence: ['a', 'b', 'c'],
    };
    const theirs: Draft = { ...base, rationale: { en: 'It was said.', ar: 'قيل.' }, evidence: ['b'] };
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      draft: {
        findings: { veracity: 'true', attribution: 'confirmed' },
        rationale: { en: 'It was said.', ar: 'قيل.' },
        evidence: ['b', 'c'],
      },
      conflicts: [],
    });
  });

  test('a rating that both changed waits for a person, with both', () => {
    const { draft, conflicts } = mergeDrafts(
      base,
      { ...base, findings: { veracity: 'false' } },
      { ...base, findings: { veracity: 'mixed' } },
    );
    expect(conflicts).toEqual([{ field: 'findings.veracity', base: 'true', mine: 'false', theirs: 'mixed' }]);
    expect(withChoice(draft, 'findings.veracity', 'mixed').findings).toEqual({ veracity: 'mixed' });
  });

  test('what only one side changed is taken, from either side', () => {
    const changed: Draft = { ...base, recheckAt: '2027-01-01T00:00:00Z', findings: { veracity: 'mixed' } };
    expect(mergeDrafts(base, changed, base).draft).toEqual(mergeDrafts(base, base, changed).draft);
  });

  test('a norm that is not described yet stays on this device', () => {
    const begun: Draft = { ...base, provisions: [{ id: 'p', act: '' }] };
    expect(mergeDrafts(base, begun, base).draft.provisions).toEqual([{ id: 'p', act: '' }]);
  });

  test('empty texts are not sent, and make no difference', () => {
    expect(sendable({ rationale: { ar: '', en: 'x' }, evidence: [] })).toEqual({ rationale: { en: 'x' } });
    expect(sameDraft({ rationale: { ar: '' } }, {})).toBe(true);
  });
});

describe('marks in a rationale', () => {
  const [a, b, c] = ['a', 'b', 'c'] as const;
  const text = (en: string, ...evidence: string[]): Draft => ({ rationale: { en }, evidence });

  test('point to the same evidence after a merge with a draft that counts it otherwise', () => {
    const base = text('One says so [E1]. The other does not [E2].', b, c);
    // Theirs has one more in front, and counts on from there.
    const theirs = text('One says so [E2]. The other does not [E3].', a, b, c);
    const mine = text('One says so [E1]. The other does not [E2]. So it is [E1].', b, c);
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      draft: {
        rationale: { en: 'One says so [E2]. The other does not [E3]. So it is [E2].' },
        evidence: [b, c, a],
      },
      conflicts: [],
    });
  });

  test('say that they lead nowhere where the other took away what they point to', () => {
    const base = text('So it is [E1] [E2].', a, b);
    const { draft } = mergeDrafts(base, text('So it is [E1] [E2], twice.', a, b), text('So it is [E2].', b));
    expect(draft.evidence).toEqual([b]);
    expect(draft.rationale?.['en']).not.toContain('[E2]');
  });

  test('are counted as in my draft on both sides of a conflict, also after I cited more', () => {
    const base = text('It was said [E1].', b);
    const theirs = text('It was confirmed [E2].', a, b);
    const { draft, conflicts } = mergeDrafts(base, text('It was denied [E1].', b), theirs);
    expect(draft).toEqual(text('It was denied [E2].', b, a));
    expect(conflicts).toMatchObject([{ mine: 'It was denied [E2].', theirs: 'It was confirmed [E2].' }]);
    const more = text('It was denied [E3].', '0', a, b);
    expect(reviseConflicts(conflicts, more, theirs)).toMatchObject([
      {
        mine: 'It was denied [E3].',
        theirs: 'It was confirmed [E3].',
        both: 'It was denied confirmed [E3].',
      },
    ]);
    // They came to write the same, counted by their evidence.
    expect(reviseConflicts(conflicts, more, text('It was denied [E2].', a, b))).toEqual([]);
  });
});
