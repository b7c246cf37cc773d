import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as s from '../../src/platform/http/schema.js';

const uuid = '0193a3b4-1111-7222-8333-444455556666';
const refused = Symbol('refused');

const read = (schema: z.ZodType, value: unknown): unknown => {
  const result = schema.safeParse(value);
  return result.success ? result.data : refused;
};

describe('names', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a ref', s.ref, 'C34', 'C34'],
    ['a ref with signs', s.ref, '1718(2006)-a_b.c', '1718(2006)-a_b.c'],
    ['64 characters', s.ref, 'a'.repeat(64), 'a'.repeat(64)],
    ['65 characters', s.ref, 'a'.repeat(65), refused],
    ['a ref of UUID form', s.ref, uuid, refused],
    ['a ref of UUID form in capitals', s.ref, uuid.toUpperCase(), refused],
    ['almost a UUID', s.ref, `${uuid}-x`, `${uuid}-x`],
    ['a slash', s.ref, 'a/b', refused],
    ['a ref with a dot', s.ref, 's-res-1718-2006.8b', 's-res-1718-2006.8b'],
    ['a leading dot', s.ref, '.hidden', refused],
    ['a line break at the end', s.ref, 'C34\n', refused],
    ['an id in capitals', s.idOrRef, uuid.toUpperCase(), uuid],
    ['a ref in capitals', s.idOrRef, 'C34', 'C34'],
    ['a UUID in capitals', s.uuid, uuid.toUpperCase(), uuid],
    ['no UUID', s.uuid, 'C34', refused],
  ])('%s', (_what, schema, given, expected) => {
    expect(read(schema, given)).toBe(expected);
  });
});

describe('texts', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a label is trimmed and composed', s.label(10), '  e\u0301 ', 'é'],
    ['a label is one line', s.label(10), 'a\nb', refused],
    ['a label has no escape', s.label(10), 'a\u001bb', refused],
    ['a label is not blank', s.label(10), ' \u00a0 ', refused],
    ['a label is counted in characters', s.label(3), '😀😀😀', '😀😀😀'],
    ['a label has an end', s.label(3), '😀😀😀😀', refused],
    ['prose stays as it is', s.prose(20), ' e\u0301\r\n\t', ' e\u0301\r\n\t'],
    ['prose is not blank', s.prose(10), '\n ', refused],
    ['prose has an end', s.prose(3), 'abcd', refused],
    ['a language in its canonical case', s.languageTag, 'AR-eg', 'ar-EG'],
    ['no language', s.languageTag, 'arabic', refused],
    ['a date', s.edtf, '2017-09-03', '2017-09-03'],
    ['a partial date', s.edtf, '2017-09', '2017-09'],
    ['no date', s.edtf, '2017-13', refused],
    ['a moment', s.instant, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z'],
    ['a moment without a zone', s.instant, '2026-11-02T09:30:00', refused],
  ])('%s', (_what, schema, given, expected) => {
    expect(read(schema, given)).toBe(expected);
  });

  test('texts by language come out under canonical tags, and none is lost', () => {
    const titles = s.byLanguage(s.label(50));
    expect(read(titles, { AR: 'أ', 'en-gb': ' a ' })).toEqual({ ar: 'أ', 'en-GB': 'a' });
    for (const given of [{}, { ar: 'a', AR: 'b' }, { xx_yy: 'a' }, { ar: '' }, [], null])
      expect(read(titles, given)).toBe(refused);
    const many = Array.from({ length: 21 }, (_, i) => [`en-x-${String(i)}`, 'a']);
    expect(read(titles, Object.fromEntries(many))).toBe(refused);
    expect(read(titles, Object.fromEntries(many.slice(1)))).not.toBe(refused);
  });
});

describe('a language', () => {
  test('has a tag that an index of the database can hold', () => {
    expect(read(s.languageTag, `en-x-${'a'.repeat(8)}`)).toBe(`en-x-${'a'.repeat(8)}`);
    expect(read(s.languageTag, `en-x${'-abcdefgh'.repeat(400)}`)).toBe(refused);
  });
});

describe('URLs', () => {
  test.each([
    'https://example.org/a?b=c#d',
    'HTTP://example.org',
    'http://[::1]:80/',
    'https://موقع.example/',
  ])('%s is kept as it is', (url) => {
    expect(read(s.httpUrl, url)).toBe(url);
  });

  test.each([
    'ftp://example.org',
    'javascript:alert(1)',
    'http:example.org',
    'https://user@example.org/',
    'https://:pass@example.org/',
    'https://exa\nmple.org/',
    'https://example.org/ a',
    'https://',
    `https://example.org/${'a'.repeat(2048)}`,
    `https://example.org/${'新'.repeat(700)}`,
    '//example.org',
  ])('%j is refused', (url) => {
    expect(read(s.httpUrl, url)).toBe(refused);
  });
});

describe('queries', () => {
  test('a page has a default size, and filters can be added to it', () => {
    const query = s.pageQuery.extend({ types: s.commaSeparated(s.ref).optional(), open: s.flag.optional() });
    expect(read(query, {})).toEqual({ limit: 50 });
    expect(read(query, { limit: '7', types: 'a,b', open: 'false' })).toEqual({
      limit: 7,
      types: ['a', 'b'],
      open: false,
    });
    for (const given of [
      { limit: '0x10' },
      { limit: '7.0' },
      { types: 'a,,b' },
      { open: '1' },
      { other: '1' },
    ])
      expect(read(query, given)).toBe(refused);
  });
});
