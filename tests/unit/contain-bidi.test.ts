import { expect, test } from 'vitest';
import { containBidi, containRun, isolateIn } from '../../src/domain/text/contain-bidi.js';

test.each([
  ['rtl', 'C34', '\u2068C34\u2069'],
  ['rtl', 'وزارة الدفاع', 'وزارة الدفاع'],
  ['ltr', 'The editor, No. 2', 'The editor, No. 2'],
  ['ltr', 'المحرر', '\u2068المحرر\u2069'],
  ['ltr', 'Ed\u202Eitor', '\u2068Ed\u202Eitor\u202C\u2069'],
  ['ltr', 'Editor\u2069\u202C', '\u2068Editor\u2069'],
] as const)('in a sentence that runs %s, %j stands as %j', (direction, text, stands) => {
  expect(isolateIn(direction, text)).toBe(stands);
});

test('what a text opens is closed where it ends, and what it closes of others is left out', () => {
  expect(containBidi('a\u2067b\u202Ec')).toBe('a\u2067b\u202Ec\u202C\u2069');
  expect(containBidi('a\u202Cb\u2069c')).toBe('abc');
});

test('a run of words is apart from the others only where it would turn them round', () => {
  expect(containRun('وزارة the ministry ')).toBe('وزارة the ministry ');
  expect(containRun('the \u202Eministry ')).toBe('\u2068the \u202Eministry \u202C\u2069');
  expect(containRun('over\u2069 ')).toBe('\u2068over \u2069');
});
