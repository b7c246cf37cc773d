import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote, candidateLimit, contextLength } from '../../src/domain/text/anchor.js';
import { sliceCodePoints } from '../../src/domain/text/code-points.js';
import { occurrences } from '../../src/domain/text/occurrences.js';

const article = readFileSync(new URL('../../prisma/seed/data/article.ar.txt', import.meta.url), 'utf8');

/** A stretch of the article, by offsets; it has no astral characters, so units are code points. */
const stretch = fc
  .tuple(fc.nat(article.length - 1), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, article.length) }));
const isUnique = (quote: string): boolean => article.indexOf(quote) === article.lastIndexOf(quote);

describe('anchoring a quote', () => {
  it('finds every unique stretch of the article where it was cut out', () => {
    fc.assert(
      fc.property(stretch, ({ start, end }) => {
        const exact = article.slice(start, end);
        fc.pre(isUnique(exact));
        expect(anchorQuote(article, { exact })).toEqual({
          ok: true,
          exact,
          start,
          end,
          prefix: article.slice(Math.max(0, start - contextLength), start),
          suffix: article.slice(end, end + contextLength),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds any stretch by its position', () => {
    fc.assert(
      fc.property(stretch, ({ start, end }) => {
        expect(anchorQuote(article, { exact: article.slice(start, end), start, end })).toMatchObject({
          ok: true,
          start,
          end,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never guesses: what it finds without a position is the right place or none', () => {
    fc.assert(
      fc.property(stretch, fc.nat(20), fc.nat(20), ({ start, end }, before, after) => {
        const found = anchorQuote(article, {
          exact: article.slice(start, end),
          prefix: article.slice(Math.max(0, start - before), start),
          suffix: article.slice(end, end + after),
        });
        if (found.ok) expect(found).toMatchObject({ start, end });
        else expect(found.reason).toBe('ambiguous');
      }),
      { numRuns: 300 },
    );
  });

  it('finds the original place of a quote typed with tatweel, harakat or bidi controls', () => {
    const noise = fc.constantFrom('\u0640', '\u064E', '\u0651', '\u200F', '\u202B', '\u200B', '\u0670');
    fc.assert(
      fc.property(
        stretch,
        fc.array(fc.tuple(fc.nat(), noise), { minLength: 1, maxLength: 10 }),
        (place, added) => {
          const words = article.slice(place.start, place.end);
          // A mark put on anything but an Arabic letter could compose into another character.
          fc.pre(words.length > 20 && /^[\u0621-\u064A ]+$/u.test(words) && isUnique(words));
          // Cut between a letter and its mark, the words as typed cannot say on which side the mark was.
          fc.pre(!/^\p{M}/u.test(article.slice(place.end)));
          const characters = words.split('');
          for (const [at, extra] of added) characters.splice((at % characters.length) + 1, 0, extra);
          expect(anchorQuote(article, { exact: characters.join('') })).toMatchObject({
            ok: true,
            exact: words,
            ...place,
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes other quotation marks and digits for the same', () => {
    expect(anchorQuote(article, { exact: 'يومي ١٩ و٢٠ يونيو' })).toMatchObject({
      ok: true,
      exact: 'يومي 19 و20 يونيو',
    });
    expect(anchorQuote(article, { exact: 'عبارة «مرحبا بوتين»' })).toMatchObject({
      ok: true,
      exact: 'عبارة "مرحبا بوتين"',
    });
  });

  it('gives a letter its marks back', () => {
    // The fathatan of the article's عامًا belongs to the quote, whoever typed it without.
    expect(anchorQuote(article, { exact: 'زيارة لم تحدث منذ 24 عاما\nأظهرت' })).toMatchObject({
      ok: true,
      exact: 'زيارة لم تحدث منذ 24 عامًا\nأظهرت',
    });
    expect(anchorQuote('قال: مُحَمَّدٌ', { exact: 'محمد' })).toMatchObject({
      ok: true,
      exact: 'مُحَمَّدٌ',
      start: 5,
      end: 14,
    });
  });

  it('counts code points where the article has astral characters', () => {
    expect(anchorQuote('😀😀 نفت موسكو 😀', { exact: 'موسكو' })).toEqual({
      ok: true,
      exact: 'موسكو',
      prefix: '😀😀 نفت ',
      suffix: ' 😀',
      start: 7,
      end: 12,
    });
    expect(anchorQuote('😀😀 نفت مـوسكو', { exact: 'موسكو' })).toMatchObject({ ok: true, start: 7, end: 13 });
  });

  it('refuses what is not there', () => {
    expect(anchorQuote(article, { exact: 'شبه الجزيرة الكورية' })).toEqual({ ok: false, reason: 'absent' });
    expect(anchorQuote(article, { exact: '' })).toEqual({ ok: false, reason: 'absent' });
    expect(anchorQuote(article, { exact: '\u064E\u0640' })).toEqual({ ok: false, reason: 'absent' });
  });

  it('refuses to choose between several places, and names some of them', () => {
    const found = anchorQuote(article, { exact: 'كوريا الشمالية' });
    expect(found).toMatchObject({ ok: false, reason: 'ambiguous' });
    const candidates = found.ok ? [] : (found.candidates ?? []);
    expect(candidates).toHaveLength(Math.min(candidateLimit, article.split('كوريا الشمالية').length - 1));
    for (const { start, end } of candidates) expect(article.slice(start, end)).toBe('كوريا الشمالية');
  });

  it('lets context decide between several places, also when typed differently', () => {
    expect(
      anchorQuote(article, { exact: 'كوريا الشمالية', prefix: 'بوتين في ', suffix: '..' }),
    ).toMatchObject({
      ok: true,
      start: 9,
    });
    expect(
      anchorQuote(article, { exact: 'كوريا الشمالية', prefix: 'بوتـين في ', suffix: '..' }),
    ).toMatchObject({
      ok: true,
      start: 9,
    });
  });

  it('keeps all places open where the context fits none of them', () => {
    expect(anchorQuote(article, { exact: 'كوريا الشمالية', prefix: 'في اليابان ' })).toMatchObject({
      ok: false,
      reason: 'ambiguous',
    });
  });

  it('refuses a position where the quote does not stand', () => {
    expect(anchorQuote(article, { exact: 'مرحبا بوتين', start: 0 })).toMatchObject({
      ok: false,
      reason: 'position_mismatch',
      candidates: [{ start: article.indexOf('مرحبا بوتين') }],
    });
    expect(anchorQuote(article, { exact: 'بوتين', start: 0, end: 6 })).toMatchObject({
      ok: false,
      reason: 'position_mismatch',
    });
  });
});

describe('occurrences', () => {
  it('are what a search by hand finds, overlapping ones too', () => {
    const text = fc.array(fc.constantFrom('ا', 'ب'), { maxLength: 40 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, text, (hay, needle) => {
        const places = Array.from(hay, (_, at) => at).filter(
          (at) => needle !== '' && hay.startsWith(needle, at),
        );
        expect(occurrences(hay, needle)).toEqual(places);
      }),
    );
  });

  it('never split a character', () => {
    expect(occurrences('😀', '\uD83D')).toEqual([]);
    expect(occurrences('a\uD83D', '\uD83D')).toEqual([1]);
  });

  it('of a text made to be slow are found all the same', () => {
    const half = 'ا'.repeat(200_000);
    const found = anchorQuote(half + half, { exact: half, prefix: half });
    expect(found).toMatchObject({ ok: true, start: 200_000 });
    expect(sliceCodePoints(half, 0, 3)).toBe('ااا');
  });
});
