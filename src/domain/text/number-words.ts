/** Words that are numbers, or parts of them; folded at level `search`. */
import { foldText } from './fold.js';

export interface NumberWord {
  /**
   * `inCompound`: a number only together with another ("twenty-one", أحد عشر). `ordinal`: the same, and it takes no scale.
   * `scale`: multiplies the number before it. `dual`: a number and its scale in one word. `parts`: of a whole, after how many.
   */
  kind: 'count' | 'times' | 'inCompound' | 'ordinal' | 'hundred' | 'scale' | 'dual' | 'fraction' | 'parts';
  value: number;
  isArabic: boolean;
  /** Whether "and" is written together with it: وعشرون. */
  and: boolean;
  /** Of a scale: whether it is a number also without one before it. */
  alone: boolean;
}

type Row = readonly [kind: NumberWord['kind'], value: number, names: string];

const rows: readonly Row[] = [
  // `one` stands for much else, and أثنى is praise.
  ['inCompound', 1, 'one واحد واحدا واحدة أحد إحدى'],
  ['inCompound', 2, 'اثنا اثني اثنتا اثنتي'],
  ['count', 2, 'two اثنان اثنين اثنتان اثنتين'],
  ['count', 0, 'zero صفر'],
  ['count', 3, 'three ثلاثة ثلاث'],
  ['count', 4, 'four أربعة أربع'],
  ['count', 5, 'five خمسة خمس'],
  ['count', 6, 'six ستة ست'],
  ['count', 7, 'seven سبعة سبع'],
  ['count', 8, 'eight ثمانية ثماني ثمان'],
  ['count', 9, 'nine تسعة تسع'],
  ['count', 10, 'ten عشرة عشر'],
  ...'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((name, at): Row => ['count', 11 + at, name]),
  ['count', 20, 'twenty عشرون عشرين'],
  ['count', 30, 'thirty ثلاثون ثلاثين'],
  ['count', 40, 'forty أربعون أربعين'],
  ['count', 50, 'fifty خمسون خمسين'],
  ['count', 60, 'sixty ستون ستين'],
  ['count', 70, 'seventy سبعون سبعين'],
  ['count', 80, 'eighty ثمانون ثمانين'],
  ['count', 90, 'ninety تسعون تسعين'],
  ['count', 100, 'مئة مائة'],
  ['count', 200, 'مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي'],
  ...'ثلاث أربع خمس ست سبع ثمان تسع'
    .split(' ')
    .map((name, at): Row => ['count', 300 + 100 * at, `${name}مئة ${name}مائة`]),
  ['count', 800, 'ثمانيمئة ثمانيمائة'],
  ['times', 2, 'twice'],
  ['times', 3, 'thrice'],
  ...[
    'first حادي حادية',
    'second ثاني ثانية',
    'third ثالث ثالثة',
    'fourth رابع رابعة',
    'fifth خامس خامسة',
    'sixth سادس سادسة',
    'seventh سابع سابعة',
    'eighth ثامن ثامنة',
    'ninth تاسع تاسعة',
  ].map((names, at): Row => ['ordinal', 1 + at, names]),
  ['hundred', 100, 'hundred'],
  ['scale', 1e3, 'ألف ألفا آلاف ألوف thousand'],
  ['scale', 1e6, 'مليون مليونا ملايين million mn'],
  ['scale', 1e9, 'مليار مليارا بليون مليارات billion bn'],
  ['scale', 1e12, 'تريليون ترليون تريليونات trillion tn trn'],
  ['dual', 2e3, 'ألفان ألفين ألفي'],
  ['dual', 2e6, 'مليونان مليونين مليوني'],
  ['dual', 2e9, 'ملياران مليارين ملياري'],
  ['fraction', 1 / 2, 'half نصف'],
  ['fraction', 1 / 3, 'ثلث'],
  ['fraction', 2 / 3, 'ثلثا ثلثي ثلثان ثلثين'],
  ['fraction', 1 / 4, 'quarter ربع'],
  ['fraction', 1 / 6, 'سدس'],
  ['parts', 3, 'thirds'],
  ['parts', 4, 'quarters أرباع'],
  ['parts', 5, 'fifths أخماس'],
  ['parts', 6, 'sixths أسداس'],
  ['parts', 8, 'eighths أثمان'],
  ['parts', 10, 'tenths أعشار'],
];

const notAlone = new Set(foldAll('ألفا آلاف ألوف ملايين مليارات تريليونات mn bn tn trn'));
const prefixes = ['ال', 'لل', 'ب', 'ل', 'ف', 'ك', 'بال', 'فال', 'كال'];

/** الاثنين and الأحد are days of the week; المئة is of a percentage. */
const withArticle = (word: NumberWord): NumberWord | undefined => {
  if (word.value === 100) return undefined;
  return word.value === 1 || word.value === 2 ? { ...word, kind: 'ordinal' } : word;
};

/** Under every form in which they stand in a text: also with what Arabic writes together with them. */
export const numberWords: ReadonlyMap<string, NumberWord> = lexicon();

function lexicon(): Map<string, NumberWord> {
  const known = new Map<string, NumberWord>();
  const add = (name: string, word: NumberWord): void => {
    if (!known.has(name)) known.set(name, word);
  };
  const words = rows.flatMap(([kind, value, names]) =>
    foldAll(names).map((name) => {
      const isArabic = /^\p{Script=Arabic}/u.test(name);
      return { name, word: { kind, value, isArabic, and: false, alone: !notAlone.has(name) } };
    }),
  );
  for (const { name, word } of words) add(name, word);
  for (const { name, word } of words.filter((one) => one.word.isArabic)) {
    add(`و${name}`, { ...word, and: true });
    for (const prefix of prefixes) {
      const prefixed = prefix.endsWith('ال') ? withArticle(word) : word;
      if (!prefixed) continue;
      add(prefix + name, prefixed);
      add(`و${prefix}${name}`, { ...prefixed, and: true });
    }
  }
  return known;
}

/** After لست: "for six"; or else it is "I am not". */
export const isCountedBySix = (folded: string): boolean =>
  folded.endsWith('ات') || ['دول', 'اشهر', 'ايام', 'اعوام'].includes(folded);

export function foldAll(names: string): string[] {
  return names.split(' ').map((name) => foldText(name, 'search'));
}
