import { expect, test } from 'vitest';
import { parseEdtf } from '../../src/domain/text/edtf.js';
import { latinDigits } from '../../src/domain/text/latin-digits.js';

test.each([
  ['٢٠٢٤-٠٦', '2024-06'],
  ['۲۰۲۴-۰۶-۰۹', '2024-06-09'],
  ['2024-06', '2024-06'],
  ['C٣٤ كذا', 'C34 كذا'],
])('digits of any script are read as those of dates: %s', (written, read) => {
  expect(latinDigits(written)).toBe(read);
});

test('a date that was typed in Arabic digits is one', () => {
  expect(parseEdtf('٢٠٢٤-٠٦').ok).toBe(false);
  expect(parseEdtf(latinDigits('٢٠٢٤-٠٦')).ok).toBe(true);
});
