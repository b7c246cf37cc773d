import { describe, expect, it } from 'vitest';
import { isInScriptOf, languageOf, languageOfQuote } from '../../src/domain/text/language-of.js';

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
    ['ar', 'شركة OpenAI Technologies أعلنت إفلاسها'],
    ['ar', 'صحيفة The New York Times نشرت الخبر'],
    ['ar', 'فيلم The Lord of the Rings: The Return of the King نجح'],
    ['ar', 'Cristiano Ronaldo dos Santos Aveiro مات'],
    ['ar', 'https://example.com/foo/bar نشر الخبر'],
    ['ar', 'نشر @RealDonaldTrumpOfficial صورة على www.facebook.com/donald و booking.com'],
    ['he', 'חברת International Business Machines נסגרה'],
    ['ar', 'شركة Московские Новости أعلنت إفلاسها'],
    ['und', 'https://example.com/the/and/of'],
    ['en', 'The Arabic word صاروخ means a rocket of this kind'],
    ['en', 'The sanctions against إيران have not worked'],
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

  it.each([
    'شركة OpenAI Technologies أعلنت إفلاسها',
    'صحيفة The New York Times نشرت الخبر',
    'https://example.com/foo/bar نشر الخبر',
    'Cristiano Ronaldo dos Santos Aveiro مات',
    'تطبيق booking and tripadvisor services توقف',
    'صحيفة la gazzetta dello sport الإيطالية',
    'شركة Московские Новости أعلنت إفلاسها',
    'https://example.com/foo/bar',
    '@theNewYorkTimes',
  ])('is that of an Arabic text that names somebody in other letters: %s', (quote) => {
    expect(languageOfQuote(quote, 'ar')).toBe('ar');
  });

  it('is its own within an Arabic text where it is a sentence, whatever Arabic name is in it', () => {
    expect(languageOfQuote('The sanctions against إيران have not worked', 'ar')).toBe('en');
    expect(languageOfQuote('أعلنت شركة OpenAI إفلاسها', 'en')).toBe('ar');
    expect(languageOfQuote('أطلقت شركة openai نموذجا جديدا', 'en')).toBe('ar');
    expect(languageOfQuote('Abdel Fattah Al-Sisi (السيسي)', 'en')).toBe('en');
    expect(languageOfQuote('این توافق OpenAI Technologies Incorporated برای ایران است که', 'ar')).toBe('fa');
  });
});

describe('a text given as of a language', () => {
  it.each([
    ['ar', 'شركة OpenAI Technologies أعلنت إفلاسها', true],
    ['ar', 'The sanctions have not worked', false],
    ['en', 'Abdel Fattah Al-Sisi (السيسي)', true],
    ['en', 'العقوبات لم تنجح', false],
    ['ja', '新聞 OpenAI Technologies', true],
    ['zh', '新聞', true],
    ['en', 'https://example.com/', true],
  ])('%s: %s is in letters of it: %s', (language, text, isIn) => {
    expect(isInScriptOf(language, text)).toBe(isIn);
  });
});
