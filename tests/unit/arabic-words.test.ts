/** What the API says, in Arabic: every sentence of the source has its form, and no form is left over. */
import { describe, expect, it } from 'vitest';
import { claimSentences } from '../../src/domain/arabic/arabic-claims.js';
import { requestSentences } from '../../src/domain/arabic/arabic-requests.js';
import { findArabic, sayIn } from '../../src/domain/arabic/in-arabic.js';
import { readFieldMessages, readSentences } from '../support/spoken-sentences.js';

const sentences = { ...requestSentences, ...claimSentences };
const folders = [
  'src/domain',
  'src/workflow',
  'src/resources',
  'src/delivery',
  'src/publishing',
  'src/platform',
  'src/capture',
];
/** What an operator reads on the machine itself, what is known by a code, and what is said of a page of somebody else. */
const forOthers =
  /^src\/(?:platform\/(?:embedded|db\/(?:check-database|migrate|database-role)|config|throttled-warning)|capture\/(?:fetch-page|capture-page)|domain\/(?:problem|evidence|import|publication|text\/loose-date|delivery\/ending|task\/choose-member)|delivery\/webhooks\/record-outcome|platform\/http\/validation-errors|resources\/(?:stats|erasures\/erasure\.service))/;

const isSentence = ({ form }: { form: string }): boolean => /\s/.test(form.replace(/\{[^}]*\}/g, ''));
/** With something at each place that no other form could be meant by. */
const example = (form: string): string =>
  form.replace(/\{JSON\.stringify[^{}]*\}/g, '"x9"').replace(/\{[^{}]*\}/g, 'x9');

describe('what the API says', () => {
  const spoken = readSentences(folders)
    .filter(({ at }) => !forOthers.test(at))
    .filter(isSentence);

  it('is found in the source', () => {
    expect(spoken.length).toBeGreaterThan(150);
  });

  it('has a form in Arabic, sentence by sentence', () => {
    const silent = spoken.filter(({ form }) => findArabic(example(form)) === undefined);
    expect(silent.map(({ form, at }) => `${at}: ${form}`)).toEqual([]);
  });

  it('has a form in Arabic, whatever it says of a field of a request', () => {
    const said = readFieldMessages([
      'src/resources',
      'src/platform/http',
      'src/domain',
      'src/delivery',
      'src/workflow',
    ]);
    expect(said.length).toBeGreaterThan(60);
    const silent = said.filter(
      ({ form, at }) => !forOthers.test(at) && findArabic(example(form)) === undefined,
    );
    expect(silent.map(({ form, at }) => `${at}: ${form}`)).toEqual([]);
  });

  it('names in Arabic what it names in English, and is written in Arabic letters', () => {
    const holes = (text: string): string[] => Array.from(text.matchAll(/\{\w+\}/g), ([hole]) => hole).sort();
    for (const [english, arabic] of Object.entries(sentences)) {
      expect([english, holes(arabic)]).toEqual([english, holes(english)]);
      expect(arabic, english).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

it('no form turns round what is written in Latin letters within it', () => {
  const turned = Object.keys(sentences).flatMap((english) => {
    const plain = (findArabic(example(english)) ?? '').replace(
      /\u2066[^\u2069]*\u2069|\u2068[^\u2069]*\u2069/g,
      '',
    );
    return (plain.match(/\p{Nd}+(?:[-/.]\p{Nd}+)+|[A-Za-z]\w*(?:[-_/.]\w+)+|\/[a-z]+/gu) ?? []).map(
      (one) => `${english}: ${one}`,
    );
  });
  expect(turned).toEqual([]);
});

describe('a sentence', () => {
  it.each([
    ['The verdict is withdrawn: there is nothing to decide.', 'حال الحكم: مسترجَع؛ فلا شيء يُقرَّر.'],
    [
      'A claim that is open has no move "approve"; from there it can: start, reject.',
      'ليس للادعاء وهو مفتوح الخطوة «وافق»؛ المتاح منه: ابدأ، ارفض.',
    ],
    [
      'A task that is done has no move "take"; from there it can: start.',
      'حال المهمة: مُنجَز؛ وليس لها الخطوة «خذ»؛ المتاح منها: ابدأ.',
    ],
    ['must have at most 4000 characters', 'أقصى عدد أحرفه 4000'],
    ['must have at least 1 entries', 'أدنى عدد عناصره 1'],
    ['must be at most 50', 'يجب ألا يزيد على 50'],
    ['must be one of "for", "against"', 'يجب أن يكون واحدًا من "for", "against"'],
    ['must be a list', 'يجب أن يكون قائمة'],
    ['must be a whole number from 1 to 200', 'يجب أن يكون عددًا صحيحًا من 1 إلى 200'],
    ['must be one line without control characters', 'يجب أن يكون سطرًا واحدًا بلا حروف تحكم'],
    [
      'This needs a key of role editor or admin; yours has role reader.',
      'يتطلب هذا مفتاحًا لدور محرر أو مشرف؛ ودور مفتاحك قارئ.',
    ],
    ['There is no article version "open".', 'لا نسخة مقال هنا: "open".'],
    [
      'The verdict cannot be published as it is: say whether it was said; is cited twice. Return it.',
      'لا يمكن نشر الحكم كما هو: حدّد هل قيل؛ مذكور مرتين. أعده إلى كاتبه.',
    ],
    [
      'You hold 3 of at most 3 tasks. Finish or release one first.',
      'ما لديك من المهام: 3، وأقصاها 3. أنجز واحدة أو أعدها أولًا.',
    ],
    [
      'checker holds 3 of at most 3 tasks. Choose somebody else, or send "override": true.',
      'ما لدى checker من المهام: 3، وأقصاها 3. اختر غيره، أو أرسل "override": true.',
    ],
    [
      'editor is away until 2026-12-01T00:00:00.000Z. Choose somebody else, or send "override": true.',
      'editor غائب حتى 2026-12-01T00:00:00.000Z. اختر غيره، أو أرسل "override": true.',
    ],
    [
      'The verdict cannot be published as it is: no rationale has been written yet. Return it.',
      'لا يمكن نشر الحكم كما هو: لم يُكتب التعليل بعد. أعده إلى كاتبه.',
    ],
    [
      'The database takes no writes: it is read-only, as a standby is. Reading works. Try again once the operator has seen to it.',
      'لا تقبل قاعدة البيانات الكتابة: هي للقراءة فقط، كما يكون الخادم الاحتياطي. القراءة متاحة. حاول من جديد بعد أن يعالج المشغّل الأمر.',
    ],
    [
      'The verdict on C1 was taken back: We were wrong, or so; it is open.',
      'سُحب الحكم على C1: We were wrong, or so; it is open.',
    ],
  ])('%s', (english, arabic) => {
    expect(sayIn('ar', english).replace(/[\u2066-\u2069]/gu, '')).toBe(arabic);
    expect(sayIn('en', english)).toBe(english);
  });

  it.each([
    ['There is no claim "C-1/2".', 'لا ادعاء هنا: "\u2068C-1/2\u2069".'],
    [
      'There is nothing at /v1/x. The API is described at /docs.',
      'لا شيء عند \u2068/v1/x\u2069. الواجهة البرمجية موصوفة في \u2066/docs\u2069.',
    ],
    ['must be at most 50', 'يجب ألا يزيد على 50'],
  ])('%s: what was filled in, and paths, turn nothing round', (english, arabic) => {
    expect(sayIn('ar', english)).toBe(arabic);
  });

  it('that nobody has said in Arabic stays as it is', () => {
    expect(sayIn('ar', 'Something of another program.')).toBe('Something of another program.');
  });
});
