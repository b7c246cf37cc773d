/** What becomes of a quote when its article changes: the right place, the new words, or nothing said. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFollower } from '../../src/domain/text/follow-quote.js';

const article = readFileSync(new URL('../../prisma/seed/data/article.ar.txt', import.meta.url), 'utf8');
const follow = (before: string, after: string, quote: string) => {
  const start = before.indexOf(quote);
  return createFollower(before, after)({ start, end: start + quote.length });
};

const before =
  'The minister said on Monday that taxes will rise in May. He left for Paris. Taxes are unpopular.';

describe('a quote in a new version', () => {
  it.each([
    ['kept', before.replace('unpopular', 'not popular'), 'taxes will rise'],
    ['moved', `Update. ${before}`, 'taxes will rise'],
    ['moved', before.replace('on Monday ', ''), 'taxes will rise'],
    ['changed', before.replace('taxes will rise', 'taxes will not rise'), 'taxes will not rise'],
    ['changed', before.replace('will rise', 'may fall'), 'taxes may fall'],
  ])('is %s', (outcome, after, exact) => {
    const found = follow(before, after, 'taxes will rise');
    expect(found).toMatchObject({ outcome, exact });
    if (found.outcome !== 'lost') expect(after.slice(found.start, found.end)).toBe(exact);
  });

  it.each([
    ['is left out', before.replace(' that taxes will rise in May', '')],
    [
      'stands in another sentence',
      'He left for Paris. Nobody thinks so, but taxes will rise in May, he denied.',
    ],
    ['is gone with all around it', 'A wholly other text about the weather in Cairo.'],
    [
      'stands elsewhere, and other words where it was',
      before.replace('taxes will rise', 'prices fall') + ' So taxes will rise.',
    ],
  ])('is lost where it %s: a person has to look', (_where, after) => {
    expect(follow(before, after, 'taxes will rise')).toEqual({ outcome: 'lost' });
  });

  it('is the same under other blanks and marks', () => {
    expect(
      follow('قال الوزير إن الأسعار ارتفعت أمس', 'قال الوزير\u00A0إنّ الأسعارَ ارتفعت أمس', 'إن الأسعار'),
    ).toMatchObject({
      exact: 'إنّ الأسعارَ',
    });
  });

  it.each([
    ['وقال الوزير إن', 'وَقَالَ الوزير إن', 'قال الوزير', 'قَالَ الوزير'],
    ['وَقَالَ الوزير إن', 'وقال الوزير إن', 'قَالَ الوزير', 'قال الوزير'],
    ['قال وللوزير\u200F إن', 'قال وللوزير إن', 'وللوزير', 'وللوزير'],
    ['قال بوتين\u200F إن', 'قال بوتين إن', 'بوتين', 'بوتين'],
    ['قال بوتين إن', 'قال بوتين\u200F إن', 'بوتين', 'بوتين'],
    ['قال بوتين، إن', 'قال بوتـيـن، إن', 'بوتين', 'بوتـيـن'],
    ['قال\uFEFFبوتين إن', 'قالبوتين إن', 'بوتين', 'بوتين'],
    ['قال «بوتين» إن', 'قال «\u200Fبوتينُ\u200F» إن', 'بوتين', 'بوتينُ'],
    ['(بوتين) قال', '(\u200Fبوتين) قال', 'بوتين', 'بوتين'],
  ])('is in %j, then in %j: the same letters', (before, after, quote, exact) => {
    const found = follow(before, after, quote);
    expect(['kept', 'moved']).toContain(found.outcome);
    expect(found).toMatchObject({ exact });
  });

  it('that begins with a mark that nobody sees is kept where nothing changed', () => {
    const text = 'قال \u200Fبوتين\u200F إن';
    expect(follow(text, text, '\u200Fبوتين\u200F')).toMatchObject({ outcome: 'kept', start: 4, end: 11 });
  });

  it('is never said to be where it is not, whatever was changed where', () => {
    const words = article.split(/(?<=\s)/u);
    const edit = fc.record({
      at: fc.nat(words.length - 1),
      length: fc.nat(12),
      words: fc.array(fc.constantFrom('كوريا ', 'في ', 'روسيا ', 'لم ', 'new ', 'من '), { maxLength: 8 }),
      copyFrom: fc.option(fc.nat(words.length - 20), { nil: undefined }),
    });
    const counts = { kept: 0, moved: 0, changed: 0, lost: 0 };
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(words.length - 13), fc.integer({ min: 2, max: 12 })), {
          minLength: 15,
          maxLength: 15,
        }),
        (edits, quotes) => {
          // Each word carries where it came from, so that the truth is known.
          let now = words.map((text, origin) => ({ text, origin }));
          for (const { at, length, words: added, copyFrom } of edits) {
            const copied = copyFrom === undefined ? [] : words.slice(copyFrom, copyFrom + 12);
            const place = Math.min(at, now.length);
            const inserted = [...added, ...copied].map((text) => ({ text, origin: -1 }));
            now = [...now.slice(0, place), ...inserted, ...now.slice(place + length)];
          }
          const after = now.map(({ text }) => text).join('');
          const startOf = (index: number): number =>
            now.slice(0, index).reduce((sum, { text }) => sum + text.length, 0);
          const follower = createFollower(article, after);
          for (const [from, length] of quotes) {
            const quote = words
              .slice(from, from + length)
              .join('')
              .trimEnd();
            const start = words.slice(0, from).join('').length;
            if (quote.trim() === '') continue;
            const found = follower({ start, end: start + quote.length });
            counts[found.outcome]++;
            const at = now.findIndex(({ origin }) => origin === from);
            const whole =
              at !== -1 &&
              words.slice(from, from + length).every((_, step) => now[at + step]?.origin === from + step);
            if (found.outcome === 'kept' || found.outcome === 'moved') {
              // A copy of what was taken out, with what stood around it, is as good.
              expect(after.slice(found.start, found.end)).toBe(quote);
              if (whole) expect(found.start).toBe(startOf(at));
            }
            if (found.outcome === 'changed') {
              expect(whole).toBe(false);
              expect(after.includes(quote)).toBe(false);
            }
          }
        },
      ),
      { numRuns: process.env['LONG'] === undefined ? 60 : 400 },
    );
    expect(counts.kept + counts.moved).toBeGreaterThan(counts.lost);
    expect(counts.changed).toBeGreaterThan(0);
  });

  it('is looked for in time that grows with the length of the texts', () => {
    const follower = createFollower('a b '.repeat(50_000), 'b a '.repeat(50_001));
    expect(follower({ start: 100_000, end: 100_003 }).outcome).toBe('lost');
    const rising = Array.from({ length: 50_000 }, (_, at) => `w${String(at)}`);
    const falling = rising.toReversed().join(' ');
    expect(createFollower(rising.join(' '), falling)({ start: 0, end: 2 }).outcome).toBe('lost');
  });
});
