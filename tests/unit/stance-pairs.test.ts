import { describe, expect, it } from 'vitest';
import { explain } from '../../src/domain/match/compare.js';

const why = (one: string, other: string) => explain(one, other, { here: new Map(), there: new Map() });
const both = (one: string, other: string) => [why(one, other), why(other, one)];
const kindsOf = ({ cautions }: ReturnType<typeof why>) => cautions.map(({ kind }) => kind);

describe('one word exchanged in an otherwise equal order', () => {
  it.each([
    [
      'The court convicted the former president',
      'The court acquitted the former president',
      'convicted',
      'acquitted',
    ],
    ['The government raised taxes on fuel', 'The government cut taxes on fuel', 'raised', 'cut'],
    ['رفعت الحكومة الضرائب على الوقود', 'خفضت الحكومة الضرائب على الوقود', 'رفعت', 'خفضت'],
    ['برأت المحكمة الرئيس السابق', 'أدانت المحكمة الرئيس السابق', 'برأت', 'أدانت'],
    ['أعلنت فرنسا وقف تصدير السلاح', 'أعلنت ألمانيا وقف تصدير السلاح', 'فرنسا', 'ألمانيا'],
    ['وصل الوفد إلى القاهرة يوم الأربعاء', 'وصل الوفد إلى القاهرة يوم الجمعة', 'الأربعاء', 'الجمعة'],
    ['هذه ثاني زيارة للرئيس إلى موسكو', 'هذه ثالث زيارة للرئيس إلى موسكو', 'ثاني', 'ثالث'],
    ['سقط عشرات القتلى في القصف على المدينة', 'سقط مئات القتلى في القصف على المدينة', 'عشرات', 'مئات'],
  ])('%s / %s', (here, there, mine, theirs) => {
    expect(why(here, there)).toMatchObject({
      cautions: [{ kind: 'words_exchanged', here: [mine], there: [theirs] }],
      stance: 'unsure',
    });
    expect(why(there, here)).toMatchObject({
      cautions: [{ kind: 'words_exchanged', here: [theirs], there: [mine] }],
      stance: 'unsure',
    });
  });

  it.each([
    ['The delegation arrived in Cairo in June', 'The delegation arrived in Cairo in July', '--06', '--07'],
    ['وصل الوفد إلى القاهرة في مايو', 'وصل الوفد إلى القاهرة في مارس', '--05', '--03'],
  ])('%s / %s: the months differ', (here, there, mine, theirs) => {
    expect(why(here, there)).toMatchObject({
      cautions: [{ kind: 'dates_differ', here: [mine], there: [theirs] }],
      stance: 'unsure',
    });
  });

  it.each([
    ['وصل خمسة وعشرون جنديا إلى المدينة', 'وصل 25 جنديا إلى المدينة'],
    ['The aid is worth 5 million dollars', 'The aid is worth $5m'],
    ['It was 5 percent of it today', 'It was 5 per cent of it today'],
    ['وقع انفجار بيروت في 4 أغسطس', 'وقع انفجار بيروت في 4 آب'],
    ['The army fired missiles at the old port', 'The army fired a missile at the old port'],
    ['قصفت الطائرات الروسية الميناء القديم', 'قصفت طائرات روسيا الميناء القديم'],
    ['ما زار بوتين كوريا الشمالية', 'لم يزر بوتين كوريا الشمالية'],
    ['روسيا ما وافقت على نشر التقرير', 'روسيا لم توافق على نشر التقرير'],
  ])('%s / %s: none is', (here, there) => {
    for (const { cautions, stance } of both(here, there)) {
      expect(cautions).toEqual([]);
      expect(stance).not.toBe('contradicts');
    }
  });

  it('is not warned of where two texts say something in words of their own', () => {
    for (const one of both(
      'The ministry said its soldiers had left the border town on Monday',
      'On Monday troops withdrew from the town at the border, according to officials',
    ))
      expect(kindsOf(one)).not.toContain('words_exchanged');
  });
});

it('shows words in another order as they stand in each text', () => {
  expect(why('إيران تحمل أمريكا المسؤولية', 'أمريكا تحمل إيران المسؤولية').cautions).toEqual([
    { kind: 'order_differs', here: ['إيران', 'أمريكا'], there: ['أمريكا', 'إيران'] },
  ]);
});

describe('what only looks like a denial', () => {
  it.each([
    ['روسيا تملك أسلحة نووية', 'روسيا لا تزال تملك أسلحة نووية'],
    ['القوات تسيطر على المدينة', 'القوات لم تزل تسيطر على المدينة'],
    ['الاتفاق ينتهك القرار', 'لا شك أن الاتفاق ينتهك القرار'],
    ['الاتفاق ينتهك القرار', 'بدون شك الاتفاق ينتهك القرار'],
    ['الاتفاق ينتهك القرار', 'لا ريب أن الاتفاق ينتهك القرار'],
    ['يجب تنفيذ القرار كاملا', 'لا بد من تنفيذ القرار كاملا'],
    ['الاتفاق ينتهك القرارات ومنها القرار الأخير', 'الاتفاق ينتهك القرارات ولا سيما القرار الأخير'],
    ['الاتفاق ينتهك القرار', 'غير أن الاتفاق ينتهك القرار'],
    ['أعلن الجيش الهدنة في المدينة', 'أعلن الجيش وقف إطلاق النار في المدينة'],
    ['اتهم الجيش العدو بخرق الهدنة', 'اتهم الجيش العدو بخرق وقف إطلاق النار'],
    ['It broke the law and the treaty', 'It broke not only the law but the treaty'],
    ['It broke the treaty', 'There is no doubt it broke the treaty'],
    ['It broke the treaty', 'Without a doubt it broke the treaty'],
    ['هذا ينتهك القرار والميثاق', 'هذا ليس فقط ينتهك القرار بل الميثاق'],
    ['الوزير كاذب', 'الوزير ليس فقط كاذبا'],
  ])('%s / %s', (here, there) => {
    for (const one of both(here, there)) {
      expect(kindsOf(one)).not.toContain('stance_may_differ');
      expect(one.stance).not.toBe('contradicts');
    }
  });

  it.each([
    ['روسيا لا تزال تملك أسلحة نووية', 'روسيا لم تعد تملك أسلحة نووية'],
    ['الاتفاق ينتهك القرار', 'الاتفاق لا ينتهك القرار'],
    ['الوزير كاذب', 'الوزير ليس كاذبا'],
    ['The army left no doubt and the town', 'The army left no town'],
    ['أوقفت روسيا تصدير السلاح إلى الجيش', 'تصدير روسيا السلاح إلى الجيش'],
  ])('%s / %s: what denies still counts', (here, there) => {
    for (const one of both(here, there)) expect(kindsOf(one)).toContain('stance_may_differ');
  });
});

describe('dates of which the one says less than the other', () => {
  it.each([
    ['June 18, 2024', 'June 18'],
    ['June 18, 2024', 'June 2024'],
    ['June 18, 2024', 'in 2024'],
    ['June 18', 'in June'],
    ['18 يونيو 2024', 'الثامن عشر من يونيو 2024'],
    ['في 18 من يونيو عام 2024', 'حزيران 2024'],
    ['18 تشرين أول 2024', '18 أكتوبر 2024'],
    ['June 2024', 'June 18'],
  ])('%s / %s: one', (here, there) => {
    for (const { cautions, onlyHere, shared } of both(here, there))
      expect([cautions, onlyHere.dates, shared.dates.length]).toEqual([[], [], 1]);
  });

  it.each([
    ['June 18, 2024', 'June 18, 2023'],
    ['June 18, 2024', 'June 17'],
    ['June 18', 'in July'],
    ['in June 2024', 'July 18'],
    ['in 2023', 'June 18, 2024'],
    ['بـ18 يونيو 2024', 'بـ19 يونيو 2024'],
    ['18-يونيو-2024', '19يونيو2024'],
    ['18 (يونيو) حزيران 2024', '19 يونيو 2024'],
  ])('%s / %s: two', (here, there) => {
    for (const one of both(here, there)) expect(kindsOf(one)).toEqual(['dates_differ']);
  });
});

it.each([
  ['العاشر من رمضان 1445', 'الحادي عشر من رمضان 1445'],
  ['في 11 رمضان 1445', 'في العاشر من شهر رمضان 1445'],
])('%s / %s: the days of an Islamic month differ', (here, there) => {
  for (const one of both(here, there)) expect(kindsOf(one)).toContain('numbers_differ');
});

it.each([
  ['One in twenty-five people is ill', 'One in twenty people is ill'],
  ['One in ten thousand people is ill', 'One in ten people is ill'],
])('%s / %s: the shares differ', (here, there) => {
  for (const one of both(here, there)) {
    expect(kindsOf(one)).toContain('numbers_differ');
    expect(one.stance).toBe('unsure');
  }
});

describe('money of several countries', () => {
  it.each([
    ['worth 5 million US dollars', 'worth 5 million Canadian dollars'],
    ['worth A$5', 'worth C$5'],
    ['بقيمة 5 ملايين جنيه مصري', 'بقيمة 5 ملايين جنيه إسترليني'],
    ['بقيمة 5 دنانير كويتية', 'بقيمة 5 دنانير أردنية'],
  ])('%s / %s differs', (here, there) => {
    for (const one of both(here, there)) expect(kindsOf(one)).toContain('numbers_differ');
  });

  it.each([
    ['worth 5 million dollars', 'worth 5 million Canadian dollars'],
    ['worth 5 million', 'worth 5 million Canadian dollars'],
    ['بقيمة 5 ملايين جنيه', 'بقيمة 5 ملايين جنيه مصري'],
  ])('%s / %s: where one does not say whose, nothing differs', (here, there) => {
    for (const one of both(here, there)) expect(kindsOf(one)).not.toContain('numbers_differ');
  });
});

it.each([
  ['وزارة الدفاع الروسية', 'الوزارة والدفاع الروسية', ['وزارة', 'الدفاع', 'الروسية']],
  ['محادثات بواشنطن', 'محادثات واشنطن', ['محادثات', 'بواشنطن']],
  ['وكالة أنباء', 'الوكالة أنباء', ['وكالة', 'أنباء']],
  ['وبواشنطن وفد', 'واشنطن وفد', ['وبواشنطن', 'وفد']],
])('%s / %s share their words', (here, there, words) => {
  expect(why(here, there)).toMatchObject({
    shared: { words },
    onlyHere: { words: [] },
    onlyThere: { words: [] },
  });
});

it.each([
  ['التقى فلاديمير بوتين الرئيس الكوري', 'التقى ڤلاديمير پوتين الرئيس الكوري'],
  ['قال المسئول إن شئون البلاد بخير', 'قال المسؤول إن شؤون البلاد بخير'],
  ['قطع الجيش رءوس الجبال شيء مؤكد', 'قطع الجيش رؤوس الجبال شئ مؤكد'],
])('%s / %s: one text in two spellings repeats itself', (here, there) => {
  expect(why(here, there)).toMatchObject({ sameText: true, stance: 'repeats', cautions: [] });
});

it.each([
  ['وصل الوزير ماثيو ميللر إلى القاهرة', 'وصل الوزير ماثيو ميلر إلى القاهرة'],
  ['استقبلت البلاد ضحية واحدة من المصابين', 'استقبلت البلاد ضحايا واحدة من المصابين'],
])('%s / %s: forms of one word are not exchanged', (here, there) => {
  expect(why(here, there).cautions.filter(({ kind }) => kind === 'words_exchanged')).toEqual([]);
});
