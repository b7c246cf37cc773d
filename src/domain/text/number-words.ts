/** Numbers in words, and words that multiply the number before them; folded at level `search`. */
import { foldText } from './fold.js';

const folded = (entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(entries).flatMap(([names, value]) =>
      names.split(' ').map((name) => [foldText(name, 'search'), value] as const),
    ),
  );

export const scales = folded({
  hundred: 1e2,
  'ألف آلاف ألفا ألوف thousand': 1e3,
  'مليون ملايين مليونا million mn': 1e6,
  'مليار مليارات مليارا بليون billion bn': 1e9,
  'تريليون تريليونات ترليون trillion tn trn': 1e12,
});

/** What is a number without one before it. */
export const bareScales = folded({
  'مليون مليونا million': 1e6,
  'مليار مليارا بليون billion': 1e9,
  'تريليون ترليون trillion': 1e12,
  'مليونان مليونين مليوني': 2e6,
  'ملياران مليارين ملياري': 2e9,
  'ألفان ألفين ألفي': 2e3,
  'مئتان مئتين مائتان مائتين': 200,
  'مئة مائة': 100,
});

/** `one` is left out: it stands for much else. */
export const numberWords = folded({
  'two twice اثنان اثنين اثنتان اثنتين مرتين': 2,
  'three thrice ثلاثة ثلاث': 3,
  'four أربعة أربع': 4,
  'five خمسة خمس': 5,
  'six ستة': 6,
  'seven سبعة': 7,
  'eight ثمانية ثماني': 8,
  'nine تسعة': 9,
  'ten عشرة': 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  'twenty عشرون عشرين': 20,
  'thirty ثلاثون ثلاثين': 30,
  'forty أربعون أربعين': 40,
  'fifty خمسون خمسين': 50,
  'sixty ستون ستين': 60,
  'seventy سبعون سبعين': 70,
  'eighty ثمانون ثمانين': 80,
  'ninety تسعون تسعين': 90,
});
