/** Finding in a text that was kept, and what is shown of two versions of one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicePressed, keyOfChoice } from '../../../web/src/keys/digit.rules.js';
import { leaveOutSame } from '../../../web/src/parts/word-diff.rules.js';
import { hasSameLanguage, saidOf } from '../../../web/src/review/similar.rules.js';
import { partsOfDate, partsOfNumber } from '../../../web/src/review/listed.rules.js';
import { mostPlaces, placesOf, searchable } from '../../../web/src/text/find-in-text.rules.js';

const found = (wanted: string, text: string): string[] =>
  placesOf(wanted, searchable(text)).map(({ start, end }) => Array.from(text).slice(start, end).join(''));

describe('words are found in a text that was kept', () => {
  test('with vowel marks or without, and with either form of a letter', () => {
    expect(found('احمد', 'قال أَحْمَدُ، ثم سكت احمد')).toEqual(['أَحْمَدُ', 'احمد']);
    expect(found('REPORT', 'A report of reports')).toEqual(['report', 'report']);
  });
  test('behind characters of two units, where they stand', () => {
    expect(found('حدث', '😀😀 حدث 😀 حدث')).toEqual(['حدث', 'حدث']);
  });
  test('once where they overlap, and nowhere for nothing', () => {
    expect(found('ana', 'banana')).toEqual(['ana']);
    expect(found('  ', 'a b')).toEqual([]);
  });
  test('no oftener than can be drawn', () => {
    expect(found('a', 'a '.repeat(2 * mostPlaces))).toHaveLength(mostPlaces);
  });
});

describe('of what stayed the same, as much is shown as leads to what did not', () => {
  const words = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_one, at) => `w${String(from + at)} `).join('');
  test('at the side of a change, and in the middle none', () => {
    const runs = leaveOutSame(
      [
        { kind: 'same', text: words(0, 9) },
        { kind: 'added', text: 'new ' },
        { kind: 'same', text: words(9, 20) },
        { kind: 'removed', text: 'old ' },
      ],
      2,
    );
    expect(runs.map(({ kind, text }) => (kind === 'left-out' ? kind : text))).toEqual([
      'left-out',
      'w7 w8 ',
      'new ',
      'w9 w10 ',
      'left-out',
      'w18 w19 ',
      'old ',
    ]);
  });
  test('and nothing is lost or turned round', () => {
    const run = fc.record({
      kind: fc.constantFrom('same' as const, 'added' as const, 'removed' as const),
      text: fc.array(fc.constantFrom('كَتَبَ ', 'a\n', '😀 '), { maxLength: 12 }).map((all) => all.join('')),
    });
    fc.assert(
      fc.property(fc.array(run), fc.nat({ max: 4 }), (runs, around) => {
        const all = (some: readonly { text: string }[]): string => some.map(({ text }) => text).join('');
        expect(all(leaveOutSame(runs, around))).toBe(all(runs));
        expect(leaveOutSame(runs, Infinity)).toEqual(runs);
      }),
    );
  });
});

test('of a like claim, numbers are said first, and each thing once', () => {
  const found = { numbers: ['2017'], dates: ['2017'], names: ['Russia'], words: ['ports'] };
  expect(saidOf(found)).toEqual(['2017', 'Russia', 'ports']);
});

test('quotes of one language are compared, whatever its country', () => {
  expect(hasSameLanguage({ language: 'ar' }, { language: 'ar-EG' })).toBe(true);
  expect(hasSameLanguage({ language: 'ar' }, { language: 'en' })).toBe(false);
});

test('a date of a text is said as precisely as it is given there', () => {
  const said = (text: string): string | undefined => {
    const date = partsOfDate(text);
    return date && new Intl.DateTimeFormat('en', date.parts).format(date.at);
  };
  expect(['2024-06-18', '2024-06', '--02-29', '--06', '2024', '24', 'ports'].map(said)).toEqual([
    'June 18, 2024',
    'June 2024',
    'February 29',
    'June',
    ...[undefined, undefined, undefined],
  ]);
});

test('a number of a text is said in the digits of whoever reads, with its money', () => {
  const said = (text: string, locale: string): string | undefined => {
    const number = partsOfNumber(text);
    return (
      number && `${new Intl.NumberFormat(locale, number.format).format(number.value)} ${number.unit ?? ''}`
    );
  };
  expect(
    ['5000000 CAD', '1500.25', '-5%', '3.5%', '5000 $', '1/5', 'ports', '1.2.3'].map((text) =>
      said(text, 'en'),
    ),
  ).toEqual(['CA$5,000,000 ', '1,500.25 ', '-5% ', '3.5% ', '5,000 $', ...[undefined, undefined, undefined]]);
  expect(said('5000 dinar', 'ar-u-nu-arab')).toBe('٥٬٠٠٠ dinar');
});

test('the key of a choice is known by its place, pressed alone, and once while it is held', () => {
  const press = {
    code: 'Digit2',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
  };
  expect(choicePressed(press)).toBe(2);
  expect(choicePressed({ ...press, code: 'Numpad3' })).toBe(3);
  const last = ['Digit0', 'Minus', 'Equal'].map((code) => choicePressed({ ...press, code }) ?? 0);
  expect(last.map(keyOfChoice)).toEqual(['0', '-', '=']);
  expect(keyOfChoice(13)).toBeUndefined();
  for (const other of [{ code: 'KeyA' }, { ctrlKey: true }, { shiftKey: true }, { repeat: true }])
    expect(choicePressed({ ...press, ...other })).toBeUndefined();
});
