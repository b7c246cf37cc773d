import { describe, expect, it } from 'vitest';
import { languageOf, languageOfQuote } from '../../src/domain/text/language-of.js';

describe('the language of a text', () => {
  it.each([
    ['ar', 'قال پوتين إن الصواريخ في كوريا من صنع روسيا'],
    ['ar', 'نفت روسيا ھذا في بيان من الخارجية'],
    ['fa', 'پوتین گفت که این توافق برای ایران است'],
    ['ur', 'یہ معاہدہ پاکستان کے لیے ہے اور اس میں'],
    ['fa', 'پوتین'],
    ['ur', 'ٹرمپ'],
    ['ar', 'بوتين'],
    ['uk', 'Їжак'],
    ['und', 'Vladimir'],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('the language of a quote', () => {
  it.each([
    ['en', 'fr', 'The sanctions have not worked and will not'],
    ['fa', 'ar', 'این توافق برای ایران است که از سال گذشته'],
    ['ur', 'ar', 'یہ معاہدہ پاکستان کے لیے ہے اور اس میں'],
    ['ar', 'fa', 'نفت روسيا في بيان من الخارجية أن تكون الصواريخ على أراضيها'],
    ['uk', 'ru', 'Це не те, що було з самого початку, та як із'],
    ['ru', 'uk', 'Это не то, что было с самого начала, и как'],
  ])('is %s within a text in %s of the same script, once its small words say so: %s', (own, text, quote) => {
    expect(languageOfQuote(quote, text)).toBe(own);
    expect(languageOfQuote(quote, own)).toBe(own);
  });

  it.each([
    ['fr', 'El País y La Vanguardia ont relayé'],
    ['fr', 'The deal'],
    ['ar', 'وقد نفى پوتين ذلك'],
    ['uk', 'Слова'],
    ['uk', 'Това е по-важно и от всичко'],
    ['en-GB', 'Said by the minister'],
  ])('stays %s where a name, a title or a letter is all that speaks for another: %s', (text, quote) => {
    expect(languageOfQuote(quote, text)).toBe(text);
  });

  it('stays that of a text whose small words are not known: they could be any other’s', () => {
    expect(languageOfQuote('Regeringen säger att det är för dem och den', 'sv')).toBe('sv');
    expect(languageOfQuote('the and of is that this', 'sv')).toBe('sv');
  });

  it('is its own in another script, and undetermined where that says too little', () => {
    expect(languageOfQuote('Слова', 'ar')).toBe('ru');
    expect(languageOfQuote('Ça', 'ar')).toBe('und');
    expect(languageOfQuote('العقوبات لم تنجح', 'fr')).toBe('ar');
  });
});
