import { expect, it } from 'vitest';
import { isNumber, spellingsOfNumber } from '../../src/domain/text/digit-groupings.js';
import { patternOfSourceName } from '../../src/domain/text/source-name-pattern.js';
import { searchWords } from '../../src/domain/text/search-words.js';

it.each([
  ['أكتوبر/تشرين الأول', ['اكتوبر', 'تشرين', 'الاول']],
  ['اللبنانية/السورية', ['اللبنانيه', 'السوريه']],
  ['الحدود،السورية', ['الحدود', 'السوريه']],
  ['وفق:رويترز', ['وفق', 'رويترز']],
  ['قال:"بوتين"', ['قال', 'بوتين']],
  ['قال…بوتين', ['قال', 'بوتين']],
  ['قال.وأضاف', ['قال', 'واضاف']],
  ['(الحدود)السورية؛', ['الحدود', 'السوريه']],
  ['Reuters/Putin', ['reuters', 'putin']],
  ['minister–president', ['minister', 'president']],
  ['minister-president', ['minister', 'president']],
  ['covid–19', ['covid', '19']],
  ['المادة/5', ['الماده', '5']],
  ['50%من', ['50%', 'من']],
  ['a|b', ['a', 'b']],
])('%s is cut where signs part words', (asked, words) => {
  expect(searchWords(asked)).toEqual(words);
});

it.each([
  ['«صواريخ»،', ['صواريخ']],
  ['1.5 ٢٬٥٠٠ ٪3.5 3,5%', ['1.5', '2,500', '%3.5', '3,5%']],
  ['7/10 24/7 10:30', ['7/10', '24/7', '10:30']],
  ['U.S. F-16 كوفيد-19 AT&T can’t و/أو', ['u.s', 'f-16', 'كوفيد-19', 'at&t', "can't", 'و/او']],
  ['C34.b (c34)', ['c34.b', 'c34']],
  ['بوت% بوت_ن \\', ['بوت%', 'بوت_ن', '\\']],
  ['12 000 جندي', ['12000', 'جندي']],
  ['، … /', []],
])('%s keeps what belongs into a word or number', (asked, words) => {
  expect(searchWords(asked)).toEqual(words);
});

it.each([
  ['2500', ['2,500', '2 500', '2.500']],
  ['2,500', ['2500', '2 500']],
  ['12.000', ['12000', '12,000']],
  ['1.500.000', ['1500000', '1,500,000']],
  ['3.5%', ['3,5%', '%3.5', '3.5 %']],
  ['%3,5', ['3.5%', '%3.5']],
  ['1.5', ['1,5']],
  ['$2500', ['2,500', '2500']],
])('%s is written as %j too', (number, others) => {
  expect(isNumber(number)).toBe(true);
  expect(spellingsOfNumber(number)).toEqual(expect.arrayContaining([number, ...others]));
});

it.each(['12', '500', 'صواريخ', 'f-16', '7/10', '1.2.3.4', '$5', '€12', '0005'])(
  '%s is written in one way',
  (word) => {
    expect(spellingsOfNumber(word)).toEqual([word]);
  },
);

it.each([
  ['ميلر', 'ميللر', true],
  ['ميللر', 'ميلر', true],
  ['بيونغ', 'بيونج', true],
  ['mathew', 'matthew', true],
  ['matthew', 'mathew', true],
  ['اله', 'الله', false],
  ['الله', 'الهييه', false],
  ['اللجنه', 'الجنه', false],
  ['c3.4', 'c3x4', false],
  ['24', '244', false],
])('the name %s is written as %s: %s', (asked, written, is) => {
  expect(new RegExp(`^(?:${patternOfSourceName(asked)})$`, 'u').test(written)).toBe(is);
});
