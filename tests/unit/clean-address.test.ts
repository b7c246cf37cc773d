import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanAddress } from '../../src/domain/text/clean-address.js';

it('an address loses what nobody sees in it', () => {
  expect(cleanAddress('https://news.example/a\u200F')).toBe('https://news.example/a');
  expect(cleanAddress('\uFEFFhttps://news.\u200Bexample/\u202Ba\u00AD')).toBe('https://news.example/a');
});

it('an address of letters in any script stays as it is', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      expect(cleanAddress(url)).toBe(url);
    }),
  );
  expect(cleanAddress('https://مثال.example/خبر')).toBe('https://مثال.example/خبر');
});
