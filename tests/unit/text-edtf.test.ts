import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../src/domain/text/edtf.js';

describe('a date in EDTF', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31', 'year'],
    ['2024-06', '2024-06-01', '2024-06-30', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2024-06-18', '2024-06-18', '2024-06-18', 'day'],
    ['2024-06-18T10:00:00', '2024-06-18', '2024-06-18', 'time'],
    ['2024-06-18T23:59:59Z', '2024-06-18', '2024-06-18', 'time'],
    ['2024-06-18T23:59:59+03:00', '2024-06-18', '2024-06-18', 'time'],
    ['202X', '2020-01-01', '2029-12-31', 'decade'],
    ['20XX', '2000-01-01', '2099-12-31', 'century'],
    ['2024-XX', '2024-01-01', '2024-12-31', 'year'],
    ['2024-06-XX', '2024-06-01', '2024-06-30', 'month'],
    ['2024-XX-XX', '2024-01-01', '2024-12-31', 'year'],
    ['../2024-06-18', null, '2024-06-18', 'interval'],
    ['/2024-06-18', null, '2024-06-18', 'interval'],
    ['2024-06-18/..', '2024-06-18', null, 'interval'],
    ['2024-06-18/', '2024-06-18', null, 'interval'],
    ['2024-05/2024-06', '2024-05-01', '2024-06-30', 'interval'],
  ])('%s means %s to %s, as precise as a(n) %s', (text, earliest, latest, precision) => {
    expect(parseEdtf(text)).toEqual({
      ok: true,
      earliest,
      latest,
      precision,
      approximate: false,
      uncertain: false,
    });
  });

  it.each([
    ['2024-06-14~', true, false],
    ['2024-06-14?', false, true],
    ['2024-06-14%', true, true],
    ['2024-06~/2024-07', true, false],
    ['../2024?', false, true],
  ])('%s is approximate: %s, uncertain: %s', (text, approximate, uncertain) => {
    expect(parseEdtf(text)).toMatchObject({ ok: true, approximate, uncertain });
  });

  it.each([
    '',
    'yesterday',
    '2023-02-29',
    '1900-02-29',
    '2024-13',
    '2024-00',
    '2024-06-00',
    '2024-06-31',
    '2024-6-1',
    '24-06-18',
    '2024-XX-12',
    '202X-05',
    '202X-XX',
    'XXXX',
    '2024-06-18T25:00:00',
    '2024-06-18T10:00',
    '2023-02-29T10:00:00Z',
    '2024-06-18T10:00:00~',
    '2024-06-18~~',
    '~2024',
    '/',
    '../..',
    '2024/2025/2026',
    '2025/2024',
    '2024-06-18T10:00:00/..',
    '٢٠٢٤',
    ' 2024',
    '2024\n',
  ])('%j is refused in words', (text) => {
    const parsed = parseEdtf(text);
    expect(parsed).toEqual({ ok: false, message: expect.stringMatching(/^\S.+\.$/su) as string });
  });

  it('knows the calendar as JavaScript does', () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const pad = (part: number, width: number): string => String(part).padStart(width, '0');
          const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
          // Date rolls 31 June over to July; what it gives back differs then.
          const date = new Date(`${text}T00:00:00Z`);
          const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect(parseEdtf(text).ok).toBe(isReal);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws, and never ends before it begins', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%./T:Z-]{0,25}$/)), (text) => {
        const parsed = parseEdtf(text);
        if (parsed.ok && parsed.earliest !== null && parsed.latest !== null)
          expect(parsed.earliest <= parsed.latest).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
