import { expect, it } from 'vitest';
import { foldText } from '../../src/domain/text/fold.js';
import { wordForms } from '../../src/domain/text/word-forms.js';

const formsOf = (text: string): string[] => wordForms(foldText(text, 'search'));
const shared = (one: string, other: string): string[] =>
  formsOf(one).filter((form) => formsOf(other).includes(form));

it.each([
  ['صاروخ', 'صواريخ'],
  ['صاروخ', 'والصاروخية'],
  ['بالستية', 'باليستي'],
  ['يونغ', 'يونج'],
  ['الحدود', 'حدود'],
  ['اتفاقيات', 'اتفاقية'],
  ['لروسيا', 'روسيا'],
  ['زيارة', 'زيارات'],
  ['غارة', 'غارات'],
  ['طائرة', 'الطائرات'],
  ['دولة', 'الدول'],
  ['إدارة', 'إدارات'],
  ['روسيا', 'الروسية'],
  ['روسي', 'لروسيا'],
  ['نووي', 'نووية'],
  ['صحة', 'صحية'],
  ['وزارة', 'الوزارة'],
  ['وزارة', 'الوزارات'],
  ['وكالة', 'والوكالات'],
  ['زيارة', 'بزيارات'],
  ['قائد', 'القادة'],
  ['القائد', 'وقادة'],
  ['ضحية', 'الضحايا'],
  ['قضية', 'وقضايا'],
  ['أسير', 'الأسرى'],
  ['وزراء', 'وزيرا'],
  ['الوزير', 'والوزراء'],
  ['وكيل', 'وكلاء'],
  ['وطن', 'الأوطان'],
  ['رئيس', 'رؤساء'],
  ['رئيسا', 'الرؤساء'],
  ['طبيب', 'أطباء'],
  ['طبيبا', 'الأطباء'],
  ['شقيق', 'أشقاء'],
  ['ألغام', 'لغما'],
  ['الألغام', 'لغم'],
  ['بألغام', 'لغم'],
  ['ألقاب', 'اللقب'],
  ['شئون', 'شؤون'],
  ['شأن', 'شئون'],
  ['مسئول', 'المسؤولين'],
  ['لاجئ', 'اللاجئون'],
  ['لاجئين', 'لاجؤون'],
  ['قارئ', 'قارئون'],
  ['نائب', 'النواب'],
  ['قاض', 'القضاة'],
  ['دماء', 'دم'],
  ['هيئة', 'هيأة'],
  ['ميللر', 'ميلر'],
  ['هيللاري', 'هيلاري'],
  ['ڤيروس', 'الفيروسات'],
  ['missiles', 'missile'],
  ['supplied', 'supplies'],
  ['ballistic', 'balistic'],
  ['running', 'runs'],
])('%s and %s are forms of one word', (one, other) => {
  expect(shared(one, other)).not.toEqual([]);
});

it.each([
  ['missile', 'misery'],
  ['قمر', 'بحر'],
  ['دولة', 'دواء'],
  ['روسيا', 'رئيس'],
  ['روسيا', 'رؤساء'],
  ['محلل', 'محل'],
  ['مؤسسة', 'موسى'],
  ['باللغة', 'بالغة'],
  ['العام', 'لغم'],
  ['ملغى', 'ألغام'],
  ['مبادئ', 'مبادرة'],
])('%s and %s are not', (one, other) => {
  expect(shared(one, other)).toEqual([]);
});

it('a word of one letter has no form, and each form stands there once', () => {
  expect(formsOf('a و 7')).toEqual([]);
  expect(formsOf('has has, HAS')).toEqual(['has']);
});

it('of a long word only the beginning counts, and no letter is cut in two', () => {
  const letter = '\u{10400}';
  const [form = ''] = wordForms(letter.repeat(40));
  expect(Array.from(form)).toHaveLength(24);
  expect(wordForms(`${'x'.repeat(7_999)}${letter}`).join('')).not.toMatch(/\p{Surrogate}/u);
});

it('of a long text only the beginning counts, so that the number of forms has a limit', () => {
  const words = Array.from({ length: 2_000 }, (_, place) => String(place + 1_000));
  expect(wordForms(words.join(' '))).toHaveLength(400);
});
