import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote, candidateLimit, contextLength, createAnchor } from '../../src/domain/text/anchor.js';
import { firstCodePoints } from '../../src/domain/text/code-points.js';
import { occurrences } from '../../src/domain/text/occurrences.js';

const article = readFileSync(new URL('../../prisma/seed/data/article.ar.txt', import.meta.url), 'utf8');
const inArticle = createAnchor(article);

/** A stretch of the article, by offsets; it has no astral characters, so units are code points. */
const stretch = fc
  .tuple(fc.nat(article.length - 1), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, article.length) }));
const isUnique = (quote: string): boolean => article.indexOf(quote) === article.lastIndexOf(quote);
/** The letters of a stretch with all of their marks, without those of the letter before, and without blanks at its ends. */
const wholeLetters = ({ start, end }: { start: number; end: number }) => {
  const marksAt = (at: number): number => /^\p{M}*/u.exec(article.slice(at))?.[0].length ?? 0;
  const words = article.slice(start, end);
  const lead = /^(?:\p{M}*\s)*/u.exec(words)?.[0].length ?? 0;
  const seen = words.trimEnd();
  const last = start + seen.length;
  return {
    start: start + lead + marksAt(start + lead),
    end: seen.length === words.length ? end + marksAt(end) : last,
  };
};

describe('anchoring a quote', () => {
  it('finds every unique stretch of the article where it was cut out', () => {
    fc.assert(
      fc.property(stretch, ({ start, end }) => {
        const exact = article.slice(start, end);
        fc.pre(isUnique(exact) && /\S/u.test(exact));
        const whole = wholeLetters({ start, end });
        const found = inArticle({ exact });
        // Written in another way it may stand in a second place.
        if (!found.ok) {
          expect(found.reason).toBe('ambiguous');
          expect(found.candidates.map((place) => place.start)).toContain(whole.start);
          return;
        }
        expect(found).toEqual({
          ok: true,
          ...whole,
          exact: article.slice(whole.start, whole.end),
          prefix: article.slice(Math.max(0, whole.start - contextLength), whole.start),
          suffix: article.slice(whole.end, whole.end + contextLength),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds any stretch by its position', () => {
    fc.assert(
      fc.property(stretch, ({ start, end }) => {
        const exact = article.slice(start, end);
        fc.pre(/\S/u.test(exact));
        expect(inArticle({ exact, start, end })).toMatchObject({
          ok: true,
          ...wholeLetters({ start, end }),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never guesses: what it finds without a position is the right place or none', () => {
    fc.assert(
      fc.property(stretch, fc.nat(20), fc.nat(20), ({ start, end }, before, after) => {
        fc.pre(/\S/u.test(article.slice(start, end)));
        const found = inArticle({
          exact: article.slice(start, end),
          prefix: article.slice(Math.max(0, start - before), start),
          suffix: article.slice(end, end + after),
        });
        if (found.ok) expect(found).toMatchObject(wholeLetters({ start, end }));
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
          const whole = wholeLetters(place);
          expect(inArticle({ exact: characters.join('') })).toMatchObject({
            ok: true,
            exact: article.slice(whole.start, whole.end),
            ...whole,
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes other quotation marks and digits for the same', () => {
    expect(inArticle({ exact: 'يومي ١٩ و٢٠ يونيو' })).toMatchObject({
      ok: true,
      exact: 'يومي 19 و20 يونيو',
    });
    expect(inArticle({ exact: 'عبارة «مرحبا بوتين»' })).toMatchObject({
      ok: true,
      exact: 'عبارة "مرحبا بوتين"',
    });
  });

  it('gives a letter its marks back', () => {
    // The fathatan of the article's عامًا belongs to the quote, whoever typed it without.
    expect(inArticle({ exact: 'زيارة لم تحدث منذ 24 عاما\nأظهرت' })).toMatchObject({
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
    for (const exact of ['شبه الجزيرة الكورية', '', '\u064E\u0640'])
      expect(inArticle({ exact })).toEqual({ ok: false, reason: 'absent', candidates: [] });
  });

  it('refuses to choose between several places, and names some of them', () => {
    const found = inArticle({ exact: 'كوريا الشمالية' });
    expect(found).toMatchObject({ ok: false, reason: 'ambiguous' });
    const candidates = found.ok ? [] : found.candidates;
    expect(candidates).toHaveLength(Math.min(candidateLimit, article.split('كوريا الشمالية').length - 1));
    for (const { start, end } of candidates) expect(article.slice(start, end)).toBe('كوريا الشمالية');
  });

  it('lets context decide between several places, also when typed differently', () => {
    expect(inArticle({ exact: 'كوريا الشمالية', prefix: 'بوتين في ', suffix: '..' })).toMatchObject({
      ok: true,
      start: 9,
    });
    expect(inArticle({ exact: 'كوريا الشمالية', prefix: 'بوتـين في ', suffix: '..' })).toMatchObject({
      ok: true,
      start: 9,
    });
  });

  it('keeps all places open where the context fits none of them', () => {
    const found = inArticle({ exact: 'كوريا الشمالية', prefix: 'في اليابان ' });
    expect(found).toMatchObject({ ok: false, reason: 'context_mismatch' });
    expect(found.ok ? [] : found.candidates).toHaveLength(candidateLimit);
  });

  it('refuses words that occur once with another context, and names the place', () => {
    const denied = 'The minister denied that taxes will rise.';
    const asked = { exact: 'taxes will rise', prefix: 'The president promised that ' };
    expect(anchorQuote(denied, asked)).toEqual({
      ok: false,
      reason: 'context_mismatch',
      candidates: [
        {
          exact: 'taxes will rise',
          prefix: 'The minister denied that ',
          suffix: '.',
          start: 25,
          end: 40,
        },
      ],
    });
    for (const prefix of ['denied that ', 'denied that', 'denied\u00A0that\r\n'])
      expect(anchorQuote(denied, { ...asked, prefix })).toMatchObject({ ok: true, start: 25 });
    expect(anchorQuote(denied, { exact: 'taxes will rise', suffix: '!' })).toMatchObject({
      reason: 'context_mismatch',
    });
  });

  it('takes blanks of every kind and number for the same', () => {
    expect(anchorQuote('قال الوزير\u00A0إن الأسعار', { exact: 'الوزير إن' })).toMatchObject({
      exact: 'الوزير\u00A0إن',
      start: 4,
      end: 13,
    });
    expect(anchorQuote('one\r\ntwo', { exact: 'one\ntwo' })).toMatchObject({ exact: 'one\r\ntwo', end: 8 });
    const blank = fc.constantFrom(
      ' ',
      '\u00A0',
      '\u2009',
      '\u202F',
      '\u3000',
      '\t',
      '\n',
      '\r\n',
      '  ',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(blank, { minLength: 3, maxLength: 3 }), blank, ([one, two, three], four) => {
        const text = ['قالت', 'موسكو', 'إنها', 'تنفي'].join(one);
        const words = `موسكو${String(one)}إنها`;
        const asked = {
          exact: `موسكو${four}إنها`,
          prefix: `قالت${String(two)}`,
          suffix: `${String(three)}تنفي`,
        };
        expect(anchorQuote(text, asked)).toMatchObject({ ok: true, exact: words });
      }),
      { numRuns: 100 },
    );
  });

  it('takes presentation forms, digits of any script and signs of percent and decimals for the same', () => {
    const text = 'ﻻ يزيد التضخم عن ٣٫٥٪ ولا عن ﷲ ۱۲ و१२';
    const written = ['لا يزيد', '3.5%', '٣.٥٪', 'الله ١٢', '12 و12'];
    const found = written.map((exact) => anchorQuote(text, { exact }));
    expect(found.map((one) => (one.ok ? one.exact : one.reason))).toEqual([
      'ﻻ يزيد',
      '٣٫٥٪',
      '٣٫٥٪',
      'ﷲ ۱۲',
      '۱۲ و१२',
    ]);
  });

  it('never cuts a letter from its marks, whatever was cut where', () => {
    expect(anchorQuote('العامَ صعب', { exact: 'العام' })).toMatchObject({ exact: 'العامَ', start: 0, end: 6 });
    expect(anchorQuote('العامَ صعب', { exact: 'العام', start: 0, end: 5 })).toMatchObject({
      ok: true,
      end: 6,
    });
    expect(anchorQuote('cafe\u0301 ouvert', { exact: 'cafe' })).toMatchObject({ reason: 'absent' });
    const letter = fc.constantFrom('ا', 'م', 'e', 'x', '\u064E', '\u0651', '\u0301', '\u0316', '\u0640', ' ');
    const text = fc.array(letter, { minLength: 1, maxLength: 30 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, fc.nat(29), fc.integer({ min: 1, max: 10 }), (whole, from, length) => {
        const found = anchorQuote(whole, { exact: whole.slice(from, from + length) });
        const places = found.ok ? [found] : found.candidates;
        for (const { start, end } of places) {
          expect(whole.slice(end)).not.toMatch(/^\p{M}/u);
          expect(whole.slice(start, end)).not.toMatch(/^\p{M}/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets no place as given hide one that is written otherwise', () => {
    const found = anchorQuote('قال محمد. وقال مُحَمَّد.', { exact: 'محمد' });
    expect(found).toMatchObject({ ok: false, reason: 'ambiguous' });
    expect(found.ok ? [] : found.candidates.map(({ exact }) => exact)).toEqual(['محمد', 'مُحَمَّد']);
  });

  it('offers what readers take for the same, and does not take it', () => {
    expect(anchorQuote('قال أحمد إنه على حق', { exact: 'احمد انه علي حق' })).toMatchObject({
      ok: false,
      reason: 'absent',
      candidates: [{ exact: 'أحمد إنه على حق' }],
    });
  });

  it('refuses a position where the quote does not stand', () => {
    expect(inArticle({ exact: 'مرحبا بوتين', start: 0 })).toMatchObject({
      ok: false,
      reason: 'position_mismatch',
      candidates: [{ start: article.indexOf('مرحبا بوتين') }],
    });
    expect(inArticle({ exact: 'بوتين', start: 0, end: 6 })).toMatchObject({
      ok: false,
      reason: 'position_mismatch',
    });
  });
});

describe('blanks at the ends of a quote', () => {
  const text = 'قال الوزير إن الأمر صعب.\nثم غادر';
  const meant = { ok: true, exact: 'إن الأمر صعب.', start: 11, end: 24 };

  it.each([
    'إن الأمر صعب.',
    ' إن الأمر صعب.',
    'إن الأمر صعب. ',
    '  إن الأمر صعب.\n',
    '\u00A0إن الأمر صعب.\u3000',
    '\u200F إن الأمر صعب. \u200F',
    '\tإن الأمر صعب.\u0085',
  ])('%j are no part of it', (exact) => {
    expect(anchorQuote(text, { exact })).toMatchObject(meant);
    const start = 11 - (/^[^إ]*/u.exec(exact)?.[0].length ?? 0);
    expect(anchorQuote(text, { exact, start })).toMatchObject(meant);
    expect(anchorQuote(text, { exact, start: 11, end: 24 })).toMatchObject(meant);
    expect(anchorQuote(text, { exact, prefix: 'الوزير', suffix: 'ثم' })).toMatchObject(meant);
  });

  it.each([
    ['ثم غادر ', 'ثم غادر'],
    ['\u00A0قال الوزير', 'قال الوزير'],
    [' الوزير\n', 'الوزير'],
  ])('%j need not be there', (exact, found) => {
    expect(anchorQuote(text, { exact })).toMatchObject({ ok: true, exact: found });
  });

  it('tell one place from another', () => {
    expect(anchorQuote('وقال: قال', { exact: ' قال' })).toMatchObject({ ok: true, exact: 'قال', start: 6 });
    expect(anchorQuote('وقال: قال', { exact: 'قال' })).toMatchObject({ ok: false, reason: 'ambiguous' });
  });

  it('are no quote of their own', () => {
    for (const exact of [' ', '\u200F ', '\n\u00A0', ' \u064E'])
      expect(anchorQuote(text, { exact })).toMatchObject({ ok: false, reason: 'absent', candidates: [] });
  });
});

describe('signs of one meaning', () => {
  it.each([
    ...['ʼ', '′', '´', '`', '’', '‘'].map((sign) => [`they can${sign}t vote`, "they can't vote"]),
    ["they can't vote", 'they can′t vote'],
    ['rose 5％ here', 'rose 5% here'],
    ['rose 5﹪ here', 'rose 5٪ here'],
  ])('%s is found in %s', (exact, text) => {
    expect(anchorQuote(`It said ${text}.`, { exact })).toMatchObject({ ok: true, exact: text });
  });

  it.each([
    ['the north–south line', 'the north-south line'],
    ['the north-south line', 'the north—south line'],
    ["he said ''no'' twice", 'he said "no" twice'],
    ['he said "no" twice', "he said ''no'' twice"],
    ['he said ❝no❞ twice', 'he said "no" twice'],
    ['he said... nothing', 'he said… nothing'],
  ])('%s is offered for %s, and not taken', (exact, text) => {
    expect(anchorQuote(`It is: ${text}.`, { exact })).toMatchObject({
      ok: false,
      reason: 'absent',
      candidates: [{ exact: text }],
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
    expect(firstCodePoints(half, 3)).toBe('ااا');
  });
});
