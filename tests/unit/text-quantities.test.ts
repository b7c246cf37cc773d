import { describe, expect, it } from 'vitest';
import { directionOf } from '../../src/domain/text/direction.js';
import { certainDay } from '../../src/domain/text/edtf-day.js';
import { readDate } from '../../src/domain/text/loose-date.js';
import { nearestText } from '../../src/domain/text/nearest-language.js';
import { quantitiesOf } from '../../src/domain/text/quantities.js';
import { turningWords } from '../../src/domain/text/turning-words.js';
import { wordsOf } from '../../src/domain/text/match-words.js';

const hundreds = ['100', '200', '300', '400', '500', '600', '700', '800', '900'];

describe('the numbers and dates of a text', () => {
  it.each([
    ['1,500 و١٥٠٠ و1٬500', ['1500'], []],
    ['3 ملايين دولار، 3 million', ['3000000 $'], []],
    ['1.5 مليار', ['1500000000'], []],
    ['45% أو ٤٥ %', ['45%'], []],
    ['قرار 1718 (2006)', ['1718'], ['2006']],
    ['18 يونيو 2024، June 18, 2024 و2024-06-18 و18/6/2024', [], ['2024-06-18']],
    ['17 حزيران', [], ['--06-17']],
    ['في كانون الثاني 2023', [], ['2023-01']],
    ['5/6/2024', ['5', '6'], ['2024']],
    ['منذ 24 عامًا', ['24'], []],
    ['لا شيء', [], []],
    ['3.5٪ ٣٫٥% "3.5 في المئة" و3.5 بالمائة, 3.5 per cent, 3.50 percent, %3.5, 3,5 %', ['3.5%'], []],
    ['1500 1,500 ١٥٠٠ 1 500 1\u202F500', ['1500'], []],
    ['$1.5bn, 1.5 billion, 1,500 million, ١٫٥ مليار دولار', ['1500000000 $'], []],
    ['four times, ٤ مرات, أربع مرات, وأربعة', ['4'], []],
    ['مليون دولار', ['1000000 $'], []],
    ['مليونان، 2m', ['2000000', '2'], []],
    [
      '4 أغسطس/آب 2020، 4 آب (أغسطس) 2020، الثلاثاء 4 أغسطس من عام 2020م، August 4th, 2020، the 4th of August 2020',
      [],
      ['2020-08-04'],
    ],
    ['في 14 شباط/فبراير', [], ['--02-14']],
    ['2019.5 و2019%', ['2019.5', '2019%'], []],
    ['2000 جندي و2000 soldiers, 2000-pound, $2000', ['2000 £', '2000 $'], []],
    ['2000 مليون، 2000 million', ['2000000000'], []],
    ['عام 2024 في القاهرة، the 2024 vote, (2024)', [], ['2024']],
    ['موسم 2019-20', ['20'], ['2019']],
    ['$5m, خمسة ملايين دولار، 5m dollars', ['5000000 $'], []],
    ['$5m, US$5 million, 5 million U.S. dollars, USD 5m, 5 ملايين دولار أمريكي', ['5000000 USD'], []],
    [
      'C$5m, CA$5m, CAD 5m, 5m Canadian dollars, خمسة ملايين دولار كندي، 5 دولارات كندية',
      ['5000000 CAD', '5 CAD'],
      [],
    ],
    [
      'A$5, 5 Australian dollars, 5 New Zealand dollars, 5 Hong Kong dollars',
      ['5 AUD', '5 NZD', '5 HKD'],
      [],
    ],
    [
      '5 جنيهات مصرية، 5 جنيهات إسترلينية، E£7, £7, 6 ليرات سورية، 6 ليرات تركية',
      ['5 EGP', '5 GBP', '7 EGP', '6 SYP', '6 TRY'],
      [],
    ],
    ['3 دنانير كويتية، 3 دنانير، 4 دنانير، 5 ريالات سعودية', ['3 KWD', '4 dinar', '5 SAR'], []],
    ['try 5, mad 6', ['5', '6'], []],
    ['خُمس السكان، خمس السكان، a fifth of them, one fifth, one in five, ⅕, واحد من كل خمسة', ['1/5'], []],
    [
      'سدس السكان، an eighth of them, سبع السكان، تسع السكان، عشر السكان، a tenth of',
      ['1/6', '1/8', '1/7', '1/9', '1/10'],
      [],
    ],
    ['three fifths, ثلاثة أخماس، 3 out of 5, three out of five', ['3/5'], []],
    ['3 out of 10, three in ten, ثلاثة من كل عشرة، 1 in 100, طفل من كل ستة', ['3/10', '1/100', '1/6'], []],
    ['one in ten thousand, واحد من كل عشرة آلاف, 1 in 10,000, 1 in every 10 thousand', ['1/10000'], []],
    ['one in five hundred, واحد من كل خمسمئة, 2 out of one thousand', ['1/500'], []],
    ['واحد من كل مئة ألف, طفل من كل 100 ألف, one in a hundred', ['1/100000', '100'], []],
    ['1 in 3 million, واحد من كل ثلاثة ملايين, 1 in 3m people', ['1/3000000'], []],
    ['one in twenty-five, one in twenty five, واحد من كل خمسة وعشرين', ['1/25'], []],
    ['one in every hundred, one in every thousand, طفل من كل ألف', ['1/100', '1/1000'], []],
    ['one in 1850, one in 1000, one in 1500 people', ['1850', '1/1000', '1/1500'], []],
    [
      'one in two thirds, one in every hundred thousand, واحد من كل عشرة ونصف, 1 in 2.5',
      ['2/3', '10.5', '1', '2.5'],
      [],
    ],
    ['one in twenty-five years, one in a five-year plan, one in five-year plans', ['25', '5'], []],
    ['three in five days, one in three years, خمس دول، خمس آلاف', ['3', '5', '5000'], []],
    ['½ of it, ٢½, 2½, 2¾', ['1/2', '2.5', '2.75'], []],
    ['صفر، zero, 0', ['0'], []],
    [
      'الثامن عشر من يونيو 2024، في الثامن عشر من شهر حزيران 2024، في الـ18 من يونيو لعام 2024، the eighteenth of June 2024, June eighteenth, 2024',
      [],
      ['2024-06-18'],
    ],
    ['في الحادي والثلاثين من تشرين أول 2024، 31 تشرين الأول 2024', [], ['2024-10-31']],
    ['تشرين الثاني نوفمبر 2023', [], ['2023-11']],
    ['18 مايس 2024, 18 May 2024', [], ['2024-05-18']],
    ['في 18 من غشت سنة 2024', [], ['2024-08-18']],
    ['in June, in July, في أيلول، ويوليو، يونيو الماضي', [], ['--06', '--07', '--09']],
    ['in May, in March, خلال مارس، شهر آب', [], ['--05', '--03', '--08']],
    ['it may march, مارس ضغوطا، آب إلى بيته', [], []],
    ['He may first consult the king. They march first to the parliament', [], []],
    ['May the first, on May first, early May first, May first of any', [], ['--05-01']],
    ['An F-16 may strike, a B-52 march', ['16', '52'], []],
    ['Mid-16 May, pre-16 May', [], ['--05-16']],
    ['the post-7 October war', [], ['--10-07']],
    ['March first, 2024, June first', [], ['2024-03-01', '--06-01']],
    ['€5m, 5 million euros, 5 ملايين يورو', ['5000000 €'], []],
    ['5 $6', ['5', '6 $'], []],
    ['-5%, −5%, minus 5 percent, %-5, (-5 %)', ['-5%'], []],
    ['-$5m', ['-5000000 $'], []],
    ['10-15 and 10 -15, 10 - 15, COVID-19, 5%-6%', ['10', '15', '19', '5%', '6%'], []],
    ['نصف السكان، half of them, a half, one half', ['1/2'], []],
    ['ثلث السكان، a third of them, by a third. One third, one-third', ['1/3'], []],
    ['ثلثا السكان، two thirds, two-thirds', ['2/3'], []],
    ['ربع السكان، وربع البلاد، a quarter of them', ['1/4'], []],
    ['ثلاثة أرباع، three quarters', ['3/4'], []],
    [
      'النصف الأول، the second half, half-brother, the third term, a third term, the first quarter of it',
      [],
      [],
    ],
    ['ربع نهائي، a quarter-final, النصف الثاني، الربع الخالي، سنة ونصف', [], []],
    ['نصف مليون، half a million, half-a-million, 500 ألف', ['500000'], []],
    ['مليون ونصف المليون، مليون ونصف، a million and a half, one and a half million', ['1500000'], []],
    ['ست دول، ستة، سادسة، لست سنوات', ['6'], []],
    ['لست عضوا، الاثنين، الأحد، أثنى على', [], []],
    ['سبع، ثمان، تسع، عشر', ['7', '8', '9', '10'], []],
    ['مئة ومئتان وثلاثمئة وأربعمائة وخمسمئة وستمئة وسبعمائة وثمانمئة وتسع مئة', [...hundreds], []],
    ['خمسة وعشرون، خمس وعشرين، twenty-five, twenty five, الخامسة والعشرين', ['25'], []],
    ['واحد وعشرون، twenty-one, twenty-first, الحادي والعشرون', ['21'], []],
    ['ثلاثة عشر، ثلاث عشرة، الثالث عشر', ['13'], []],
    ['أحد عشر، إحدى عشرة، eleven', ['11'], []],
    ['اثنا عشر، اثنتي عشرة', ['12'], []],
    ['خمسة وعشرة، عشرون وثلاثون', ['5', '10', '20', '30'], []],
    ['ثلاثمئة وخمسة وعشرون، three hundred and twenty-five, three hundred twenty five', ['325'], []],
    ['ثلاثة آلاف وخمسمئة، 3 آلاف و500، three thousand five hundred', ['3500'], []],
    ['3 ملايين و200 ألف، three million two hundred thousand', ['3200000'], []],
    ['3 ملايين وخمسة أشخاص، 3 million six days ago', ['3000000', '5', '6'], []],
    ['a $1.5-million grant, 1.5-million-dollar', ['1500000 $'], []],
    ['1.2.3', ['1.2.3'], []],
    ['ألفا جندي، ألفي جندي، 2 ألفا', ['2000'], []],
    ['مليونا دولار، مليوني دولار', ['2000000 $'], []],
    ['12.000 جندي، 12.000 soldiers, ١٢٬٠٠٠، €12.000', ['12000 €'], []],
    ['2.500 طن، 2,500 طن، 2.500 people', ['2500'], []],
    ['2.500 tons, 1.609 km, 12.000 seconds, 12.000%, 0.000', ['2.5', '1.609', '12', '12%', '0'], []],
    ['1.234,5، 1.234.567,25', ['1234.5', '1234567.25'], []],
    ['1.250 مليار', ['1250000000'], []],
    ['خمسة بالألف، 5‰، 5 في الألف، 5 per thousand, 0.5%, نصف بالمئة', ['0.5%'], []],
    ['3 بالمليون، 3 ppm, 3 per million, واحد بالمئة', ['0.0003%', '1%'], []],
    ['خمسة آلاف، 5 ألف، خمسة الآلاف', ['5000'], []],
    ['ثلاثة فاصلة خمسة بالمئة، 3 فاصلة 5٪، three point five percent', ['3.5%'], []],
    ['3 فاصلة 5 مليون', ['3500000'], []],
    ['صفر فاصلة صفر خمسة، خمسة فاصلة خمسة وعشرون، six point one two', ['0.05', '5.25', '6.12'], []],
    ['a 3 point plan, 4 فاصلة', ['3', '4'], []],
    [
      'بـ18 يونيو 2024، ل18 يونيو 2024، و18 يونيو 2024، وك18 حزيران 2024، والـ 18 من يونيو 2024',
      [],
      ['2024-06-18'],
    ],
    [
      '18-يونيو-2024، 18يونيو2024، 18/يونيو/2024، 18 (يونيو) حزيران 2024، 18 (يونيو/حزيران) 2024، 18Jun2024, Jun-18-2024',
      [],
      ['2024-06-18'],
    ],
    ['للثامن عشر من يونيو 2024، وبالثامن عشر من يونيو 2024', [], ['2024-06-18']],
    ['18 أوكتوبر 2024، 18 نوڤمبر 2024', [], ['2024-10-18', '2024-11-18']],
    ['بلغ العدد 18. يونيو 2024', ['18'], ['2024-06']],
    ['العاشر من رمضان 1445', ['10', '1445'], []],
    ['الحادي عشر من شهر رمضان، ليلة السابع والعشرين من رمضان، والأول من ذي الحجة', ['11', '27', '1'], []],
    ['العاشر من القائمة', [], []],
    ['صاروخان، وصاروخين، بصاروخين، للصاروخين، الصاروخان، قذيفتا العدو', ['2'], []],
    ['ساعتان ونصف، بعد يومين، دينارين كويتيين', ['2.5', '2 KWD'], []],
    ['مقاتلين، مدنيين، وطنان، جنديا، فلسطين، بوتين', [], []],
  ])('%s', (text, numbers, dates) => {
    const found = quantitiesOf(text);
    expect([found.numbers, [...new Set(found.dates)]]).toEqual([numbers, dates]);
  });

  it('are read in time that grows with the length of the text', () => {
    for (const text of [
      '1,',
      '1.1',
      '18 يونيو ',
      '2024-',
      'كانون ',
      ' ',
      '9',
      '%',
      '$1',
      '1 ',
      '% 1',
      'ثلاثة ',
      '2000 ',
      '-1 ',
      '$ ',
      'two-',
      'نصف ',
      'half a ',
      'مليون و',
      'three hundred and ',
    ])
      expect(quantitiesOf(text.repeat(200_000 / text.length)).dates.length).toBeLessThan(20);
  });
});

describe('a date as it is met', () => {
  it.each([
    ['2024-06-18', '2024-06-18', true],
    ['2024-06-18T10:00:00.000Z', '2024-06-18T10:00:00.000Z', true],
    ['2024-06-18T10:00:00+03:00', '2024-06-18T10:00:00+03:00', true],
    [' 2024-06-18 ', '2024-06-18', false],
    ['2024-06-18 10:00', '2024-06-18', false],
    ['2024-06-18T10:00:00+0300', '2024-06-18T10:00:00+03:00', false],
    ['20240618', '2024-06-18', false],
    ['2024/6/8', '2024-06-08', false],
    ['18.06.2024', '2024-06-18', false],
    ['Tue, 18 Jun 2024 23:00:00 GMT', '2024-06-18', false],
    ['١٨ يونيو ٢٠٢٤', '2024-06-18', false],
    ['في 18 من يونيو عام 2024', '2024-06-18', false],
    ['18 تشرين أول 2024', '2024-10-18', false],
    ['18 كانون ثاني 2024', '2024-01-18', false],
    ['18 مايس 2024', '2024-05-18', false],
    ['يوم 18 من شهر نونبر لسنة 2024م', '2024-11-18', false],
    ['5 كانون الثاني/يناير 2024', '2024-01-05', false],
    ['يناير/كانون الثاني 5, 2024', '2024-01-05', false],
    ['7 تشرين الأول/أكتوبر 2023', '2023-10-07', false],
    ['7 أكتوبر/تشرين الأول 2023', '2023-10-07', false],
    ['4 أغسطس/آب 2020', '2020-08-04', false],
    ['الثامن عشر من حزيران 2024', '2024-06-18', false],
    ['الأول من كانون الثاني 2024', '2024-01-01', false],
    ['في الحادي والعشرين من شهر تشرين الأول/أكتوبر لعام 2023', '2023-10-21', false],
    ['the eighteenth of June, 2024', '2024-06-18', false],
    ['18-يونيو-2024', '2024-06-18', false],
    ['18 أوكتوبر 2024', '2024-10-18', false],
    [1718668800, '2024-06-18T00:00:00.000Z', false],
  ] as const)('%s is %s', (given, date, asGiven) => {
    expect(readDate(given)).toEqual({ ok: true, date, asGiven });
  });

  it.each([
    '',
    '2024',
    '5/6/2024',
    '2024-02-30',
    '2024-06-18T25:00:00Z',
    'yesterday',
    'تشرين الأول 2023',
    'كانون الأول/ديسمبر 2023 الأول',
    '18 يونيو/يوليو 2024',
    '31 June 2024',
    7,
    Number.NaN,
  ])('%s is none that could be told', (given) => {
    expect(readDate(given).ok).toBe(false);
  });

  it('gives a day only where EDTF says one for certain', () => {
    expect(
      ['2024-06-17', '2024-06-17T10:00:00Z', '2024-06-17~', '2024-06', '../2024-06-18', '?', null].map(
        certainDay,
      ),
    ).toEqual(['2024-06-17', '2024-06-17', undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('words', () => {
  it('have a key in common in their forms; what turns a statement is told from them', () => {
    const keys = (text: string) => wordsOf(text).map(({ key }) => key);
    expect(keys('والصواريخ')).toEqual(keys('صواريخ'));
    expect(keys('بوتيـن')).toEqual(keys('بوتين'));
    expect(keys('وبوتين')).toEqual(keys('بوتين'));
    expect(keys('وزير')).toEqual(['وزير']);
    expect(turningWords('ونفت موسكو، ولم تؤكد؛ لا جديد')).toEqual(['ونفت', 'ولم', 'لا']);
  });

  it.each([
    ['فقط', []],
    ['شاهد فلم الحرب، عن فلم يوناني، فلم تاريخي', []],
    ['غضب فلم يحضر، فلم تحضر', ['فلم', 'فلم']],
    ['لست سنوات، لست دول', []],
    ['لست عضوا', ['لست']],
    ['كلا البلدين', []],
    ['كلا، هذا باطل', ['كلا', 'باطل']],
    ['كاذبا وزائفا وباطلا ومفبركا ومستحيلا', ['كاذبا', 'وزائفا', 'وباطلا', 'ومفبركا', 'ومستحيلا']],
    ['مش، ومش، مو، مفيش، مافي، ماكو', ['مش', 'ومش', 'مو', 'مفيش', 'مافي', 'ماكو']],
    ['سجل مو صلاح ومو فرح', []],
    ['can`t, won´t, isn′t, don＇t, didnʼt', ['can`t', 'won´t', 'isn′t', 'don＇t', 'didnʼt']],
    ['can\u00AD\u2019t, ل\u200Fم', ['can\u00AD\u2019t', 'ل\u200Fم']],
    ['Resolution No. 1718, No 5, No.5, No. ٥', []],
    ['No. Nobody, no', ['No', 'Nobody', 'no']],
  ])('%s: denied by %j', (text, turns) => {
    expect(turningWords(text)).toEqual(turns);
  });

  it('are looked at in time that grows with the length of the text', () => {
    for (const piece of ['ما زار ', 'وما ', 'no ', 'فلم ', 'no.']) {
      const text = piece.repeat(100_000 / piece.length);
      expect(turningWords(text, text).length).toBeLessThan(100_000);
    }
  });
});

describe('texts in several languages', () => {
  it('serve a reader with the nearest', () => {
    const texts = { ar: 'ع', 'en-GB': 'e', fr: 'f' };
    expect(nearestText(texts, 'en')).toEqual({ language: 'en-GB', text: 'e' });
    expect(nearestText(texts, 'ar-EG', 'fr')).toEqual({ language: 'ar', text: 'ع' });
    expect(nearestText(texts, 'de', 'fr')).toEqual({ language: 'fr', text: 'f' });
    expect(nearestText(texts, 'de')).toEqual({ language: 'ar', text: 'ع' });
    expect(nearestText({}, 'de')).toBeUndefined();
  });

  it('run from right to left where their script does', () => {
    expect(['ar', 'ar-EG', 'fa', 'uz-Arab'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
    expect(['en', 'ar-Latn', 'ku'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
  });
});
