import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanAddress, cleaningOf } from '../../src/domain/text/clean-address.js';

it('an address loses what nobody sees in it', () => {
  expect(cleanAddress('https://news.example/a\u200F')).toBe('https://news.example/a');
  expect(cleanAddress('\uFEFFhttps://news.\u200Bexample/\u202Ba\u00AD')).toBe('https://news.example/a');
});

it.each([
  ...['\u200E', '\uFEFF', '\u2066', '\u202B', '\u00AD', '\u200C', '\u200D'],
  ...[' ', '\u00A0', '\u3000', '\t', '\n', '\u0085', '\u200E ', ' \u200F\u00A0'],
])('an address loses %j before it and behind it', (unseen) => {
  const address = 'https://news.example/خبر';
  for (const given of [`${unseen}${address}`, `${address}${unseen}`, `${unseen}${address}${unseen}`])
    expect(cleanAddress(given)).toBe(address);
});

it.each([
  ['a joiner between letters', 'https://fa.wikipedia.org/wiki/کتاب\u200Cخانه', 'کتاب%E2%80%8Cخانه'],
  ['a joiner behind a digit', 'https://fa.wikipedia.org/wiki/20\u200Cساله', '20%E2%80%8Cساله'],
  ['several joiners', 'https://fa.wikipedia.org/wiki/کتاب\u200C\u200Cخانه', 'کتاب%E2%80%8Cخانه'],
  ['a joiner beside another mark', 'https://fa.wikipedia.org/wiki/کتاب\u200C\u200Fخانه', 'کتاب%E2%80%8Cخانه'],
  ['a joiner of a picture', 'https://fa.wikipedia.org/wiki/👨\u200D👩', '👨%E2%80%8D👩'],
  ['a joiner that is escaped', 'https://fa.wikipedia.org/wiki/کتاب%E2%80%8Cخانه', 'کتاب%E2%80%8Cخانه'],
])('%s stays, so that the address names the same page', (_what, given, last) => {
  const cleaned = cleanAddress(given);
  expect(cleaned).toBe(`https://fa.wikipedia.org/wiki/${last}`);
  expect(cleanAddress(cleaned)).toBe(cleaned);
  expect(new URL(cleaned).href).toBe(new URL(given.replace(/(?<=\u200C)[\u200C\u200F]/, '')).href);
});

it.each([
  ['https://news.ex\u200Dample/a', 'https://news.example/a'],
  ['https://news.example/خبر\u200C/a', 'https://news.example/خبر/a'],
  ['https://news.example/\u200Cخبر', 'https://news.example/خبر'],
  ['https://news.example/خبر\u200C?q=1', 'https://news.example/خبر?q=1'],
])('%j loses a joiner that joins no letters', (given, meant) => {
  expect(cleanAddress(given)).toBe(meant);
});

it('a blank within an address is left to be refused', () => {
  expect(cleanAddress('https://news.example/a b')).toBe('https://news.example/a b');
});

it('what was done is told by what became of the characters', () => {
  const done = (given: string) => cleaningOf(given, cleanAddress(given));
  expect(done('https://a.example/\u200F')).toEqual({ escaped: false, takenOut: true });
  expect(done('https://a.example/کتاب\u200Cخانه')).toEqual({ escaped: true, takenOut: false });
  expect(done('https://a.example/%E2%80%8C/کتاب\u200Cخانه ')).toEqual({ escaped: true, takenOut: true });
  expect(done('https://a.example/کتاب%E2%80%8Cخانه')).toEqual({ escaped: false, takenOut: false });
});

it('many blanks within an address are read once', () => {
  const started = performance.now();
  cleanAddress(`a${' '.repeat(200_000)}b${'\u200C'.repeat(200_000)}c`);
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('an address of letters in any script stays as it is', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      expect(cleanAddress(url)).toBe(url);
    }),
  );
  expect(cleanAddress('https://مثال.example/خبر')).toBe('https://مثال.example/خبر');
});

it('takes no longer for a mark that is a blank, too, ten thousand times within an address', () => {
  const marks = '\uFEFF'.repeat(10_000);
  expect(cleanAddress(`https://example.com/a${marks}b`)).toBe('https://example.com/ab');
  expect(cleanAddress(`${marks}https://example.com/a${marks}`)).toBe('https://example.com/a');
});
