import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstCodePoints, indexCodePoints, lengthInCodePoints } from '../../src/domain/text/code-points.js';
import { canonicalLanguage } from '../../src/domain/text/language-tag.js';
import { bidiControls, textFault } from '../../src/domain/text/wellformed.js';

/** Any sequence of UTF-16 units, unpaired surrogates included. */
const units = fc
  .array(fc.constantFrom('a', 'ب', '😀', '\uD83D', '\uDE00', '\0'), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('counting code points', () => {
  it('agrees with iterating over the text', () => {
    fc.assert(
      fc.property(units, fc.nat(20), (text, count) => {
        const points = Array.from(text);
        expect(lengthInCodePoints(text)).toBe(points.length);
        expect(indexCodePoints(text).length).toBe(points.length);
        expect(firstCodePoints(text, count)).toBe(points.slice(0, count).join(''));
      }),
    );
  });

  it('converts every offset there and back', () => {
    fc.assert(
      fc.property(units, (text) => {
        const { length, toPoint, toUnit } = indexCodePoints(text);
        for (let point = 0; point <= length; point++) {
          expect(toPoint(toUnit(point))).toBe(point);
          expect(Array.from(text.slice(0, toUnit(point)))).toHaveLength(point);
        }
      }),
    );
  });

  it('takes an offset inside a pair for the start of the pair, and any beyond the text for its end', () => {
    const { toPoint, toUnit } = indexCodePoints('a😀b');
    expect([0, 1, 2, 3, 4, 99].map(toPoint)).toEqual([0, 1, 1, 2, 3, 3]);
    expect([0, 1, 2, 3, 99].map(toUnit)).toEqual([0, 1, 3, 4, 4]);
  });
});

describe('text that cannot be stored', () => {
  it.each([
    ['بو\0تين', 'contains the character NUL (U+0000) at code point 2'],
    ['😀\uD83D', 'contains an unpaired surrogate (U+D83D) at code point 1'],
    ['\uDE00😀', 'contains an unpaired surrogate (U+DE00) at code point 0'],
  ])('%j is told with its place', (text, fault) => {
    expect(textFault(text)).toBe(fault);
  });

  it('is exactly what is not well formed or holds NUL', () => {
    fc.assert(
      fc.property(units, (text) => {
        const survivesUtf8 = Buffer.from(text, 'utf8').toString('utf8') === text;
        expect(textFault(text) === undefined).toBe(survivesUtf8 && !text.includes('\0'));
      }),
    );
  });

  it('does not include bidi controls, which are only pointed out', () => {
    expect(textFault('\u202Eabc\u202C')).toBeUndefined();
    expect(bidiControls('😀\u202Eabc\u2066\u061C\u200F')).toEqual([1, 5, 6, 7]);
    expect(bidiControls('مرحبا')).toEqual([]);
  });
});

describe('a language tag', () => {
  it.each([
    ['ar', 'ar'],
    ['AR-eg', 'ar-EG'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['und', 'und'],
  ])('%s is written %s', (given, canonical) => {
    expect(canonicalLanguage(given)).toBe(canonical);
  });

  it.each(['', 'a', 'arabic', 'ar_EG', 'ar-', '-ar', 'ar EG', 'عربي', 'ar-EG-EG', 'x-private', 'ar\n'])(
    '%j is none',
    (given) => {
      expect(canonicalLanguage(given)).toBeUndefined();
    },
  );

  it('in canonical form is canonical already, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8}){0,3}$/)),
        (given) => {
          const canonical = canonicalLanguage(given);
          if (canonical !== undefined) expect(canonicalLanguage(canonical)).toBe(canonical);
        },
      ),
    );
  });
});
