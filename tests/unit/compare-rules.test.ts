import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, likeness, prepare } from '../../src/domain/match/compare.js';
import { namesIn, possibleNames } from '../../src/domain/match/names.js';
import { foldLine } from '../../src/domain/text/fold-line.js';
import { best } from '../../src/domain/match/rank.js';
import { readSeed } from '../../prisma/seed/read.js';

const alike = (one: string, other: string): number =>
  likeness(prepare(foldLine(one)), prepare(foldLine(other)));
const why = (one: string, other: string) => explain(one, other, { here: new Map(), there: new Map() });

describe('likeness', () => {
  it('is 1 for the same text however it is typed, and 0 for nothing in common', () => {
    expect(alike('زيارةٌ لم تحدث منذ ٢٤ عامًا', 'زياره لم تحدث منذ 24 عاما')).toBe(1);
    expect(alike('الطقس جميل', 'Russia denies it')).toBe(0);
    expect(alike('', '')).toBe(0);
  });

  it('is between 0 and 1 and the same in either direction', () => {
    const text = fc
      .array(fc.constantFrom('روسيا', 'وروسيا', 'صواريخ', 'لا', '24', 'missiles', 'the', 'x'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const score = alike(one, other);
        expect(score).toBe(alike(other, one));
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it('finds the claim of the first article that a paraphrase is about, in Arabic and in English', async () => {
    const { claims } = await readSeed(new URL('../../prisma/seed/data', import.meta.url).pathname);
    const candidates = claims.map(({ ref, quote, glosses }) => ({
      thing: ref,
      folded: [quote.exact, ...Object.values(glosses ?? {})].map(foldLine),
    }));
    const first = (text: string) => best([foldLine(text)], candidates, 5)[0]?.thing;
    expect(first('كوريا الشمالية زودت روسيا بصواريخ باليستية وذخائر')).toBe('C34');
    expect(first('North Korea supplied Russia with ballistic missiles and munitions')).toBe('C34');
    expect(first('any arms trade with North Korea violates Security Council resolutions')).toBe('C44');
    expect(first('زيارة لم تحدث منذ 20 عاما')).toBe('T1');
    expect(best(['the weather in paris is nice today and tomorrow'], candidates, 5)).toEqual([]);
  });
});

describe('why', () => {
  it('tells the figure that differs between two texts that are nearly one', () => {
    expect(why('زيارة لم تحدث منذ 20 عاما', 'زيارة لم تحدث منذ 24 عامًا')).toMatchObject({
      sameText: false,
      shared: { numbers: [] },
      onlyHere: { numbers: ['20'] },
      onlyThere: { numbers: ['24'] },
      cautions: [{ kind: 'numbers_differ', here: ['20'], there: ['24'] }],
      stance: 'unsure',
    });
  });

  it('warns where only one of two has a word that turns it round: alike is not agreed', () => {
    const [said, denied] = ['سلمت بيونج يانج صواريخ إلى موسكو', 'لم تسلم بيونج يانج صواريخ إلى موسكو'];
    expect(alike(said, denied)).toBeGreaterThan(0.6);
    expect(why(said, denied)).toMatchObject({
      cautions: [{ kind: 'stance_may_differ', here: [], there: ['لم'] }],
      stance: 'contradicts',
    });
  });

  it.each([
    ['The vaccine can alter DNA', "The vaccine can't alter DNA", [], ["can't"]],
    ['The vaccine can alter DNA', 'The vaccine can`t alter DNA', [], ['can`t']],
    ['The vaccine will alter DNA', 'The vaccine won′t alter DNA', [], ['won′t']],
    ['اللقاح آمن للأطفال', 'اللقاح مش آمن للأطفال', [], ['مش']],
    ['التطعيم آمن للأطفال', 'مفيش تطعيم آمن للأطفال', [], ['مفيش']],
    ['The vaccine can alter DNA', 'The vaccine cannot alter DNA', [], ['cannot']],
    ['Russia denies the delivery', 'Russia confirms the delivery', ['denies'], []],
    ['روسيا تسلمت صواريخ من بيونج يانج', 'موسكو وبيونج يانج ينفون أن روسيا تسلمت صواريخ', [], ['ينفون']],
    ['الحكومة وافقت على القرض', 'الحكومة رفضت القرض', [], ['رفضت']],
    ['The ministry did not deny the report', 'The ministry denies the report', ['not', 'deny'], ['denies']],
  ])('%s / %s: contradicts, with the words', (here, there, turnsHere, turnsThere) => {
    const { cautions, stance } = why(here, there);
    expect(stance).toBe('contradicts');
    expect(cautions).toContainEqual({ kind: 'stance_may_differ', here: turnsHere, there: turnsThere });
  });

  it.each([
    ['زار بوتين كوريا الشمالية في يونيو', 'ما زار بوتين كوريا الشمالية في يونيو', 'ما'],
    ['وافقت روسيا على نشر التقرير', 'ما وافقت روسيا على نشر التقرير', 'ما'],
    ['روسيا وافقت على نشر التقرير', 'روسيا ما وافقت على نشر التقرير', 'ما'],
    ['قال إنه باع السلاح لروسيا', 'قال إنه ما باع السلاح لروسيا', 'ما'],
    ['وقعت روسيا الاتفاق في موسكو', 'ماوقعت روسيا الاتفاق في موسكو', 'ماوقعت'],
    ['وقعت روسيا الاتفاق في موسكو', 'ماوقعتش روسيا الاتفاق في موسكو', 'ماوقعتش'],
    ['وقعت روسيا الاتفاق في موسكو', 'ما وقعتش روسيا الاتفاق في موسكو', 'ما'],
    ['روسيا وقعت الاتفاق في موسكو', 'روسيا ماوقعت الاتفاق في موسكو', 'ماوقعت'],
    ['نفذت روسيا الاتفاق ووافقت على التعديل', 'نفذت روسيا الاتفاق وما وافقت على التعديل', 'وما'],
  ])('%s / %s: ما denies', (said, denied, turn) => {
    expect(why(said, denied).stance).toBe('contradicts');
    expect(why(said, denied).cautions[0]).toEqual({ kind: 'stance_may_differ', here: [], there: [turn] });
    expect(why(denied, said).stance).toBe('contradicts');
    expect(why(denied, said).cautions[0]).toEqual({ kind: 'stance_may_differ', here: [turn], there: [] });
  });

  it.each([
    ['تدور الحرب في البلاد بين الجيش والمتمردين', 'ما تزال تدور الحرب في البلاد بين الجيش والمتمردين'],
    ['زال الخطر عن أهل المدينة', 'ما زال الخطر عن أهل المدينة'],
    ['بين موسكو وكييف حرب طويلة', 'ما بين موسكو وكييف حرب طويلة'],
    ['قاله بوتين في موسكو صحيح', 'ما قاله بوتين في موسكو صحيح'],
    ['نفذت روسيا كل شيء وافقت عليه في جنيف', 'نفذت روسيا ما وافقت عليه في جنيف'],
    ['انفجار المستودع أدى إلى مقتل 200 شخص', 'انفجر المستودع، ما أدى إلى مقتل 200 شخص'],
    ['حقيقة زيارة بوتين لكوريا الشمالية', 'ما حقيقة زيارة بوتين لكوريا الشمالية'],
    ['ما زار بوتين كوريا الشمالية', 'ما زار بوتين كوريا الشمالية في يونيو'],
    ['ماوقعت روسيا الاتفاق', 'ما وقعت روسيا الاتفاق'],
    ['روسيا ماوقعت الاتفاق', 'روسيا لم توقع الاتفاق'],
    ['المؤسسة المالية ليه مالية', 'المؤسسة مالية ليه'],
    ['سجل صلاح هدفا في المباراة', 'سجل مو صلاح هدفا في المباراة'],
    ['زارت اللجنة موقعا واحدا في البلاد', 'زارت اللجنة موقعا واحدا فقط في البلاد'],
    ['شاهد الرئيس فيلم الحرب في موسكو', 'شاهد الرئيس فلم الحرب في موسكو'],
    ['Resolution 1718 bans arms exports', 'Resolution No. 1718 bans arms exports'],
  ])('%s / %s: nothing denies', (here, there) => {
    for (const { cautions, stance } of [why(here, there), why(there, here)]) {
      expect(cautions).toEqual([]);
      expect(stance).not.toBe('contradicts');
    }
  });

  it.each([
    [
      'أرسلت كوريا الشمالية 2000 جندي إلى روسيا',
      'أرسلت كوريا الشمالية 12000 جندي إلى روسيا',
      '2000',
      '12000',
    ],
    ['North Korea sent 2000 soldiers to it', 'North Korea sent 12,000 soldiers to it', '2000', '12000'],
    ['Russia bought 2000 lutes in May', 'Russia bought 12,000 lutes in May', '2000', '12000'],
    ['اشترت روسيا 2000 عود هذا الشهر', 'اشترت روسيا 12 ألف عود هذا الشهر', '2000', '12000'],
    ['قصف الجيش مواقع في 2000 قرية', 'قصف الجيش مواقع في 12 ألف قرية', '2000', '12000'],
    ['It shelled towns in 2000 valleys', 'It shelled towns in 12,000 valleys', '2000', '12000'],
    ['It bought 2000 million shells', 'It bought one million shells', '2000000000', '1000000'],
    ['The aid is worth $5 million', 'The aid is worth €5 million', '5000000 $', '5000000 €'],
    ['It is worth 5 million dollars', 'It is worth 5 million euros', '5000000 $', '5000000 €'],
    ['قيمة المنحة خمسة ملايين دولار', 'قيمة المنحة 5 ملايين يورو', '5000000 $', '5000000 €'],
    ['Inflation was -5% in May', 'Inflation was 5% in May', '-5%', '5%'],
    ['بلغ التضخم −5٪ في البلاد', 'بلغ التضخم 5٪ في البلاد', '-5%', '5%'],
    ['ربع سكان البلاد نزحوا', 'نصف سكان البلاد نزحوا', '1/4', '1/2'],
    ['Half of the people fled', 'A quarter of the people fled', '1/2', '1/4'],
    ['Half of the people fled', '40% of the people fled', '1/2', '40%'],
    ['اجتمعت سبع دول في باريس', 'اجتمعت تسع دول في باريس', '7', '9'],
    ['وصل ثلاثمئة جندي إلى المدينة', 'وصل أربعمئة جندي إلى المدينة', '300', '400'],
    ['أعلن الجيش مقتل 12.000 جندي', 'أعلن الجيش مقتل 12 جنديا', '12000', '12'],
    ['أعلن الجيش مقتل 5 بالألف', 'أعلن الجيش مقتل 5000', '0.5%', '5000'],
    ['أطلقت الفصائل صاروخين على مطار بغداد', 'أطلقت الفصائل 3 صواريخ على مطار بغداد', '2', '3'],
    ['أطلقت الفصائل صاروخين على مطار بغداد', 'أطلقت الفصائل صاروخا على مطار بغداد', '2', '1'],
    ['أطلقت الفصائل ثلاثة صواريخ على المطار', 'أطلقت الفصائل صاروخا على المطار', '3', '1'],
    ['قتل جنديان في المدينة', 'قتل جندي في المدينة', '2', '1'],
    ['أصيبت امرأتان في القصف', 'أصيبت امرأة في القصف', '2', '1'],
    ['زار الوفد موسكو مرتين', 'زار الوفد موسكو مرة', '2', '1'],
    ['زار الوفد موسكو مرتين', 'زار الوفد موسكو ثلاث مرات', '2', '3'],
    ['عاد الوفد بعد يومين من القصف', 'عاد الوفد بعد 3 أيام من القصف', '2', '3'],
    ['بلغت الخسائر دولارين', 'بلغت الخسائر 3 دولارات', '2 $', '3 $'],
    ['The army killed two soldiers', 'The army killed a soldier', '2', '1'],
  ])('%s / %s: the numbers differ', (here, there, ofHere, ofThere) => {
    expect(why(here, there)).toMatchObject({
      cautions: [{ kind: 'numbers_differ', here: [ofHere], there: [ofThere] }],
      stance: 'unsure',
    });
    expect(why(there, here)).toMatchObject({
      cautions: [{ kind: 'numbers_differ', here: [ofThere], there: [ofHere] }],
      stance: 'unsure',
    });
  });

  it.each([
    ['قتل 5 جنود في المدينة', 'قتل جنود في المدينة'],
    ['زار الوفد موسكو مرتين', 'زار الوفد موسكو مرة أخرى'],
    ['أصيب مقاتلان في المدينة', 'أصيب مقاتلون في المدينة'],
    ['The army killed two soldiers', 'The army killed soldiers'],
    ['عاد الوفد بعد عامين إلى موسكو', 'عاد الوفد بعد عام 2024 إلى موسكو'],
  ])('%s / %s: a number that only one of them has makes no repetition', (here, there) => {
    for (const { cautions, stance } of [why(here, there), why(there, here)]) {
      expect(cautions.map(({ kind }) => kind)).not.toContain('numbers_differ');
      expect(stance).toBe('unsure');
    }
  });

  it.each([
    ['The army killed a soldier', 'The army killed 1 soldier'],
    ['قتل جندي في المدينة', 'قتل 1 جندي في المدينة'],
    ['قتل جنديان في المدينة', 'قتل 2 جنديان في المدينة'],
    ['أصيب مقاتلين في المدينة', 'أصيب مقاتلين في المدينة أمس'],
    ['قتل مدنيون على يد جندي', 'قتل مدنيون على يد الجندي'],
  ])('%s / %s: one that is said by a form is no difference', (here, there) => {
    for (const { cautions, stance } of [why(here, there), why(there, here)])
      expect([cautions, stance]).toEqual([[], 'repeats']);
  });

  it.each([
    ['In 2024 Russia bought drones from Pyongyang', 'Russia bought 12,000 drones from Pyongyang'],
    ['زار بوتين كوريا الشمالية عام 2024 مع وفد', 'زار بوتين كوريا الشمالية مع وفد من 12 وزيرا'],
    ['مضت سنة ونصف على الحرب', 'مضت 18 شهرا على الحرب'],
    ['A year and a half has passed', '18 months have passed'],
    ['About 1.5m people fled', 'About 1.5 million people fled'],
    ['The aid is worth $5 million', 'The aid is worth 5 million dollars'],
    ['The aid is worth 5 million', 'The aid is worth €5 million'],
    ['قيمة المنحة 5 ملايين دولار', 'قيمة المنحة $5m'],
    ['Half of the people fled', '50% of the people fled'],
    ['ثلث سكان البلاد نزحوا', '33٪ من سكان البلاد نزحوا'],
    ['وصل خمسة وعشرون جنديا إلى المدينة', 'وصل 25 جنديا إلى المدينة'],
    ['twenty-five soldiers arrived', '25 soldiers arrived'],
    ['قتل ثلاثة عشر شخصا', 'قتل 13 شخصا'],
    ['It got a $1.5-million grant', 'It got a grant worth $1.5 million'],
    ['نزح نصف مليون شخص', 'نزح 500 ألف شخص'],
  ])('%s / %s: the numbers do not differ', (here, there) => {
    for (const { cautions } of [why(here, there), why(there, here)])
      expect(cautions.map(({ kind }) => kind)).not.toContain('numbers_differ');
  });

  it('warns of words that say the opposite, and of the same words in another order', () => {
    expect(why('Exports rose in May', 'Exports fell in May')).toMatchObject({
      cautions: [{ kind: 'opposite_words', here: ['rose'], there: ['fell'] }],
      stance: 'contradicts',
    });
    expect(why('ارتفعت صادرات مصر', 'انخفضت صادرات مصر')).toMatchObject({
      cautions: [{ kind: 'opposite_words', here: ['ارتفعت'], there: ['انخفضت'] }],
    });
    expect(why('إيران تحمل أمريكا المسؤولية', 'أمريكا تحمل إيران المسؤولية')).toMatchObject({
      cautions: [{ kind: 'order_differs' }],
      stance: 'unsure',
    });
  });

  it.each([
    ['3.5٪ من الناتج', '٣٫٥% من الناتج'],
    ['وقع انفجار بيروت في 4 أغسطس/آب 2020', 'وقع انفجار بيروت في 4 أغسطس 2020'],
    ['The deal is worth $1.5bn today', 'The deal is worth 1.5 billion today'],
    ['1,500 soldiers arrived yesterday', '١٥٠٠ soldiers arrived yesterday'],
    ['2,000 soldiers arrived yesterday', '2000 soldiers arrived yesterday'],
    ['أعلن الجيش مقتل 12.000 جندي', 'أعلن الجيش مقتل ١٢٬٠٠٠ جندي'],
    ['وافق الوفد على إرسال اثني عشر ألف جندي', 'وافق الوفد على إرسال ١٢٬٠٠٠ جندي'],
    ['بلغت قيمة المنحة عشرة آلاف ليرة', 'بلغت قيمة المنحة ١٠ آلاف'],
    ['نزح نصف مليون شخص', 'نزح 500,000 شخص'],
    ['نزح مليونا شخص من المدينة', 'نزح مليوني شخص من المدينة'],
    ['بلغ التضخم ثلاثة فاصلة خمسة بالمئة هذا العام', 'بلغ التضخم 3.5٪ هذا العام'],
    ['بدأ الصيام في 10 رمضان 1445', 'بدأ الصيام في العاشر من رمضان 1445'],
    ["The vaccine can't alter DNA", 'The vaccine can´t alter DNA'],
    ['The vac\u00ADcine alters DNA', 'The vaccine alters DNA today'],
  ])('%s / %s: the same number or date, in whatever spelling', (here, there) => {
    const { cautions, onlyHere, onlyThere, stance } = why(here, there);
    expect([cautions, onlyHere.numbers, onlyHere.dates, onlyThere.numbers, onlyThere.dates]).toEqual([
      ...[[], [], [], [], []],
    ]);
    expect(stance).toBe('repeats');
  });

  it('is the same from either side, and repeats what is the same text', () => {
    const text = fc
      .array(
        fc.constantFrom('روسيا', 'لم', 'تسلم', 'صواريخ', 'not', '24', 'missiles', 'rose', 'fell', "can't"),
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [there, back] = [why(one, other), why(other, one)];
        expect(back.stance).toBe(there.stance);
        expect(back.cautions.map(({ kind, here, there: others }) => [kind, others, here])).toEqual(
          there.cautions.map(({ kind, here, there: others }) => [kind, here, others]),
        );
        expect(why(one, one)).toMatchObject({ stance: 'repeats', cautions: [] });
      }),
    );
  });

  it('shows words as they stand, one for all its forms, and leaves out those that stand anywhere', () => {
    const { shared, onlyHere } = why('وقال الرئيس إن الصواريخ في موسكو', 'صواريخ الرئيس والرئيس');
    expect(shared.words).toEqual(['الرئيس', 'الصواريخ']);
    expect(onlyHere.words).toEqual(['وقال', 'موسكو']);
  });

  it('sets dates side by side as precisely as they are given', () => {
    expect(why('on June 17, 2024 and in 2006', '١٧ يونيو ٢٠٢٤')).toMatchObject({
      shared: { dates: ['2024-06-17'] },
      onlyHere: { dates: ['2006'] },
    });
  });
});

describe('names', () => {
  const known = new Map(
    Object.entries({
      'كوريا الشماليه': { ref: 'dprk', name: 'North Korea' },
      'بيونغ يانغ': { ref: 'dprk', name: 'North Korea' },
      بوتين: { ref: 'putin', name: 'Vladimir Putin' },
      كوريا: { ref: 'korea', name: 'Korea' },
      'الامم المتحده': { ref: 'un', name: 'United Nations' },
      الكرملين: { ref: 'kremlin', name: 'Kremlin' },
    }),
  );

  it('are found under any variant, also with what Arabic writes together with them, the longest first', () => {
    expect([...namesIn('زار وبوتين لكوريا الشمالية', known)]).toEqual([
      ['dprk', 'North Korea'],
      ['putin', 'Vladimir Putin'],
    ]);
    expect([...namesIn('بيونغ يانغ', known).keys()]).toEqual(['dprk']);
    expect([...namesIn('كوريا وحدها', known).keys()]).toEqual(['korea']);
  });

  it.each([
    ['قال للأمم المتحدة إنها ترفض', 'un'],
    ['الأمم المتحدة', 'un'],
    ['بالأمم المتحدة', 'un'],
    ['رسالة للكرملين', 'kremlin'],
    ['وللكرملين رأي', 'kremlin'],
    ['والكرملين', 'kremlin'],
    ['وبالكرملين', 'kremlin'],
    ['ولبوتين رأي', 'putin'],
    ['فبوتين', 'putin'],
  ])('%s names %s', (text, ref) => {
    expect(possibleNames(text).filter((name) => known.has(name))).not.toEqual([]);
    expect([...namesIn(text, known).keys()]).toEqual([ref]);
  });

  it('that may be in a text are so many at most, however long it is', () => {
    expect(possibleNames('كلمة '.repeat(100_000)).length).toBeLessThan(2000);
  });
});
