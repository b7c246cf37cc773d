import { expect, it } from 'vitest';
import { directionOf, directionOfText } from '../../src/domain/text/direction.js';

it.each([
  ['ar', 'rtl'],
  ['en-GB', 'ltr'],
  ['he', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['az-IR', 'rtl'],
  ['rhg', 'rtl'],
  ['nqo', 'rtl'],
  ['arc', 'rtl'],
  ['und', 'ltr'],
  ['no tag', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

it.each([
  ['كرر ("repeated") marks it as a repeat of earlier statements', 'ltr'],
  ['BBC نقلت عنه أنه لم يقل ذلك', 'rtl'],
  ['17 يونيو 2024', 'rtl'],
  ['S/RES/1718 (2006)', 'ltr'],
  ['2024', 'ltr'],
  ['', 'ltr'],
])('a text of no known language runs as most of its letters do: %s', (text, direction) => {
  expect(directionOfText(text)).toBe(direction);
  expect(directionOfText(text, 'und')).toBe(direction);
});

it('a text runs as its language does where that is known, whatever its letters are', () => {
  expect(directionOfText('BBC', 'ar')).toBe('rtl');
  expect(directionOfText('كرر', 'en')).toBe('ltr');
  expect(directionOfText('BBC', 'und-Arab')).toBe('rtl');
});
