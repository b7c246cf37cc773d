import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/text/canonical-json.js';
import { keepsItsNumbers } from '../../src/domain/text/exact-numbers.js';

/** Another implementation; its types are not those of what it exports. */
const canonicalize = createRequire(import.meta.url)('canonicalize') as (value: unknown) => string;

const parse = (json: string): unknown => JSON.parse(json);

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, 3.2.2 and 3.2.3', () => {
    const given = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(parse(given))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts keys by UTF-16 units, as the example of RFC 8785, 3.2.3 shows', () => {
    const given = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    expect(Object.values(parse(canonicalJson(parse(given))) as object)).toEqual([
      'One', // a number-like key comes first in every object of JavaScript; the text below says where it stands
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson(parse(given)).indexOf('Carriage')).toBeLessThan(
      canonicalJson(parse(given)).indexOf('One'),
    );
  });

  /** RFC 8785, appendix B: the bits of a double, and how it is written. */
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s', (bits, written) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written);
  });

  it.each([
    ['no number', { a: [Number.NaN] }],
    ['infinity', Infinity],
    ['half a character', 'a\uD800'],
    ['half a character in a key', { 'a\uDC00': 1 }],
    ['NUL, which no database of ours keeps', 'a\0'],
    ['a hole in a list', [1, undefined]],
    ['a whole number beyond doubles', { n: 2n ** 70n }],
    ['a function', { f: () => 1 }],
  ])('refuses %s rather than writing something else', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('leaves out what is undefined, keeps a key called __proto__, and writes moments as text', () => {
    expect(canonicalJson({ b: undefined, a: new Date(0) })).toBe('{"a":"1970-01-01T00:00:00.000Z"}');
    expect(canonicalJson(parse('{"__proto__":{"x":1},"a":{"__proto__":null}}'))).toBe(
      '{"__proto__":{"x":1},"a":{"__proto__":null}}',
    );
  });

  // JSON.parse gives whatever fast-check thinks of the form that comes from outside.
  const anything = fc
    .jsonValue({ stringUnit: 'binary', maxDepth: 4 })
    .filter((value) => !JSON.stringify(value).includes(String.raw`\u0000`));

  it('agrees with another implementation about whatever can be said in JSON', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for the same thing, in whichever order its keys came, and is read back as it was', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const written = canonicalJson(value);
        expect(canonicalJson(parse(written))).toBe(written);
        expect(canonicalJson(parse(JSON.stringify(reversed(value))))).toBe(written);
      }),
      { numRuns: 500 },
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, reversed(inner)]);
  return Object.fromEntries(entries.reverse());
}

describe('the numbers of a JSON text', () => {
  it.each([
    '0',
    '-0.0',
    '1.50',
    '1e3',
    '0.1',
    '25e-2',
    '1000000000000000000000',
    '[0.25,"12345678901234567890"]',
    String.raw`{"a\"1e999":2}`,
  ])('are kept by a reader: %s', (json) => {
    expect(keepsItsNumbers(json)).toBe(true);
  });
  it.each([
    '9007199254740993',
    '12345678901234567890',
    '0.1000000000000000000001',
    '[1, 1e400]',
    '{"a":"x","b":1e-400}',
  ])('are not all kept: %s', (json) => {
    expect(keepsItsNumbers(json)).toBe(false);
  });
  it('are kept whenever this program has written them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(keepsItsNumbers(JSON.stringify([number]))).toBe(true);
      }),
    );
  });
});
