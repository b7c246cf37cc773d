import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, type FoldLevel } from '../../src/domain/text/fold.js';

const levels: FoldLevel[] = ['verify', 'search'];
const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
const point = (code: number): string => String.fromCodePoint(code);

const bidiAndZeroWidth =
  range(0x200b, 0x200f) + range(0x202a, 0x202e) + range(0x2060, 0x2069) + '\uFEFF\u061C' + '\u0640';
const harakat = range(0x0610, 0x061a) + range(0x064b, 0x065f) + '\u0670' + range(0x06d6, 0x06ed);

/** Arabic with everything that folding is about, and any other text. */
const arabic = fc
  .array(
    fc.constantFrom(
      ...Array.from('ابتثكيىیةهؤئءوأإآٱکگڤہ٠٣۷5«»“”،؛؟ ـ'),
      ...Array.from(harakat + bidiAndZeroWidth),
      'لا',
      'ﷺ',
      'ﹱ',
      '\u0301',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(arabic, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('folding at level verify', () => {
  it.each([
    ['drops harakat', 'مُحَمَّدٌ', 'محمد'],
    ['drops tatweel', 'كـــوريا', 'كوريا'],
    ['drops bidi controls and zero-width characters', '\u202Bبو\u200Cتين\u202C', 'بوتين'],
    ['turns Arabic-Indic digits into ASCII', 'منذ ٢٤ عامًا', 'منذ 24 عاما'],
    ['turns Persian digits into ASCII', '۱۳۹۸', '1398'],
    ['turns digits of any script into ASCII', '१२३ ๔๕ ７８ 𝟎𝟗', '123 45 78 09'],
    ['unifies signs of percent, decimals and thousands', '١٬٥٠٠٫٥٪', '1,500.5%'],
    ['makes one blank of many, whatever they are', 'a\u00A0\u2009b\r\n\tc', 'a b c'],
    ['opens presentation forms', 'ﻻ ﷲ ﬁn', 'لا الله fin'],
    ['drops soft hyphens', 'ques\u00ADtion', 'question'],
    ['unifies double quotation marks', '«أ» “ب” „ج‟', '"أ" "ب" "ج"'],
    ['unifies single quotation marks', '‘أ’', "'أ'"],
    ['unifies apostrophes', '`´ʹʻʼʽ′＇\u1FFD', "'".repeat(9)],
    ['unifies signs of percent', '% ٪ ％ ﹪', '% % % %'],
    ['keeps letters of other scripts apart', 'ڤ پ چ گ ہ', 'ڤ پ چ گ ہ'],
    ['unifies comma, semicolon and question mark', 'أ، ب؛ ج؟', 'أ, ب; ج?'],
    ['keeps letters that differ in meaning', 'على علي أن إن', 'على علي أن إن'],
    ['keeps case', 'NK News', 'NK News'],
    ['composes a letter typed in two parts', 'ا\u0653لا\u0654ن', 'آلأن'],
  ])('%s', (_, given, folded) => {
    expect(foldText(given, 'verify')).toBe(folded);
  });

  it.each(Array.from(bidiAndZeroWidth + harakat, (character) => [character.codePointAt(0) ?? 0]))(
    'drops the weightless code point %i at both levels',
    (code) => {
      for (const level of levels) expect(foldText(`b${point(code)}d`, level)).toBe('bd');
    },
  );
});

describe('folding at level search', () => {
  it.each([
    ['merges the forms of alef', 'أإآٱا', 'ااااا'],
    ['merges alef maqsura and Persian yeh with yeh', 'على علی علي', 'علي علي علي'],
    ['merges teh marbuta with heh', 'زيارة', 'زياره'],
    ['merges hamza on waw and on yeh with their seats', 'مسؤول ئ', 'مسوول ي'],
    ['merges Persian kaf', 'کيم', 'كيم'],
    ['unifies apostrophes', 'ʼ ′ ´ ` ’ ＇', "' ' ' ' ' '"],
    ['merges v with f', 'ڤيروس ڥيروس ﭬيروس', 'فيروس فيروس فيروس'],
    ['merges p with b', 'پوتين ﭘوتين', 'بوتين بوتين'],
    ['merges ch with j', 'چيبوتي', 'جيبوتي'],
    ['merges g with the letter it is written like', 'گوگل ڭادير ڨفصة', 'كوكل كادير قفصه'],
    ['merges kafs and yehs of other keyboards', 'ڪتاب علې علے', 'كتاب علي علي'],
    ['merges hehs of other keyboards', 'ہوا ھوا ە خانۀ خانۂ ۃ', 'هوا هوا ه خانه خانه ه'],
    ['seats a hamza before و', 'شئون شؤون شئُون رءوس رؤوس', 'شوون شوون شوون رووس رووس'],
    ['seats a hamza before و of presentation forms', 'ﺷﺌﻮﻥ', 'شوون'],
    ['seats a hamza before و that is typed apart', 'شي\u0654ون', 'شوون'],
    ['seats a hamza before ي', 'رءيس رئيس', 'رييس رييس'],
    ['seats a hamza behind ي at the end', 'شيء شئ شىء شيئ. سيّئ سيء', 'شي شي شي شي. سي سي'],
    ['keeps a hamza elsewhere', 'جزء جزءان ماء دائم', 'جزء جزءان ماء دايم'],
    ['lowers case', 'NEXTA', 'nexta'],
    ['opens presentation forms', 'ﻻ ﷲ', 'لا الله'],
  ])('%s', (_, given, folded) => {
    expect(foldText(given, 'search')).toBe(folded);
  });
});

describe.each(levels)('folding at level %s', (level) => {
  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text, level);
        expect(foldText(once, level)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a map that never goes back, stays within the text and ends at its end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, map } = fold(text, level);
        const length = Array.from(text).length;
        expect(map).toHaveLength(Array.from(folded).length + 1);
        expect(map.at(-1)).toBe(length);
        for (const [index, at] of map.entries()) expect(at).toBeGreaterThanOrEqual(map[index - 1] ?? 0);
        for (const at of map.slice(0, -1)) expect(at).toBeLessThan(length);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no character behind that carries no weight', () => {
    const gone = new RegExp(`[${harakat}${bidiAndZeroWidth}٠-٩۰-۹«»“”،؛؟]`, 'u');
    fc.assert(
      fc.property(arabic, (text) => {
        expect(foldText(text, level)).not.toMatch(gone);
      }),
    );
  });

  it('maps every code point of a text without anything to fold to itself', () => {
    const plain = 'بوتين في كوريا 2024';
    expect(fold(plain, level)).toEqual({
      text: plain,
      map: Array.from({ length: plain.length + 1 }, (_, at) => at),
    });
  });

  it('finds a hundred thousand hamzas that are left out in one go', () => {
    const { text, map } = fold('شيء '.repeat(100_000), 'search');
    expect(text.slice(0, 6)).toBe('شي شي ');
    expect([Array.from(text).length, map.length, map.at(-1)]).toEqual([300_000, 300_001, 400_000]);
    expect(map.slice(0, 5)).toEqual([0, 1, 3, 4, 5]);
  });

  it('takes a hundred thousand marks on one letter in its stride', () => {
    const marks = '\u0301'.repeat(50_000) + '\u0316'.repeat(50_000) + '\u064E'.repeat(50_000);
    const started = performance.now();
    const { map } = fold(`ا${marks}`, level);
    expect(map.at(-1)).toBe(150_001);
    // Sorting them, as normalization would, takes more than ten seconds here.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('the map', () => {
  it('counts code points, not UTF-16 units', () => {
    expect(fold('😀ـب', 'verify')).toEqual({ text: '😀ب', map: [0, 2, 3] });
  });

  it('gives all letters of an opened ligature the place of the ligature', () => {
    expect(fold('xﻻy', 'search')).toEqual({ text: 'xلاy', map: [0, 1, 1, 2, 3] });
  });
});
