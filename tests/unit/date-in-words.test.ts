/** Dates in words: the same on the public page and at the desk. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords, type DatePiece } from '../../src/domain/text/date-in-words.js';
import type { Language } from '../../src/domain/text/languages.js';

const textOf = (piece: DatePiece): string =>
  typeof piece === 'string' ? piece : 'written' in piece ? piece.written : piece.shown;
const said = (text: string, language: Language = 'en', numbering?: string): string =>
  dateInWords(text, language, numbering).map(textOf).join('');
const exactOf = (text: string): string[] =>
  dateInWords(text, 'en').flatMap((piece) =>
    typeof piece === 'object' && 'exact' in piece ? [piece.exact] : [],
  );

describe('a date in words', () => {
  it.each([
    ['2024-06-17', '17 June 2024', '17 يونيو 2024'],
    ['2024-06', 'June 2024', 'يونيو 2024'],
    ['2024-XX-XX', '2024', '2024'],
    ['2024-06-14~', 'about 14 June 2024', 'نحو 14 يونيو 2024'],
    ['2024?', '2024 (uncertain)', '2024 (غير مؤكد)'],
    ['2024-06-XX%', 'about June 2024 (uncertain)', 'نحو يونيو 2024 (غير مؤكد)'],
    ['202X', 'between 2020 and 2029', 'بين 2020 و2029'],
    ['../2024-06-18', 'until 18 June 2024', 'حتى 18 يونيو 2024'],
    ['2024-06/', 'since June 2024', 'منذ يونيو 2024'],
    ['2024-05~/2024-06-18', 'from about May 2024 to 18 June 2024', 'من نحو مايو 2024 إلى 18 يونيو 2024'],
    ['2024-06-18T10:30:00Z', '18 June 2024 10:30:00Z', '18 يونيو 2024 10:30:00Z'],
    ['before the war', 'before the war', 'before the war'],
  ])('of %s says no more than is known: %s', (text, english, arabic) => {
    expect([said(text), said(text, 'ar')]).toEqual([english, arabic]);
  });

  it('is counted in the digits that the reader chose', () => {
    expect(said('2024-06-17', 'ar', 'arab')).toBe('١٧ يونيو ٢٠٢٤');
  });

  it.each([
    ['2024-06-XX%', ['2024-06']],
    ['2024-XX-XX?', ['2024']],
    ['2024-06-18~/2024-07', ['2024-06-18', '2024-07']],
    ['202X', []],
  ])('gives of %s to machines what HTML takes for a date: %s', (text, exact) => {
    expect(exactOf(text)).toEqual(exact);
  });

  it('is one that HTML takes, whatever is uncertain, approximate or not given in it', () => {
    const number = (most: number): fc.Arbitrary<string> =>
      fc.integer({ min: 1, max: most }).map((one) => String(one).padStart(2, '0'));
    const dates = fc
      .tuple(fc.integer({ min: 1000, max: 2999 }), number(12), number(28), fc.constantFrom('', '~', '?', '%'))
      .chain(([year, month, day, qualifier]) =>
        fc.constantFrom(
          ...['', `-${month}`, '-XX', '-XX-XX', `-${month}-XX`, `-${month}-${day}`].map(
            (rest) => `${String(year)}${rest}${qualifier}`,
          ),
        ),
      );
    fc.assert(
      fc.property(dates, (text) => {
        const [exact = ''] = exactOf(text);
        expect(exact).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
        expect(text.startsWith(exact)).toBe(true);
      }),
    );
  });
});
