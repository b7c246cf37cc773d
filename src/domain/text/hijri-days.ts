/** Days of the Islamic months, folded: no date of ours without a table of new moons, so they are compared as numbers. */
import { anyOf, end } from './dates.js';
import { ordinalDays } from './ordinal-days.js';
import { foldText } from './fold.js';

const months =
  'محرم صفر ربيع_(?:ال)?(?:أول|ثاني|آخر) جمادى_(?:ال)?(?:أولى|أول|آخرة|آخر|ثانية|ثاني) رجب شعبان رمضان شوال ذ[وي]_القعدة ذ[وي]_الحجة';
const anyMonth = months
  .split(' ')
  .map((month) => foldText(month, 'search').replace('_', ' '))
  .join('|');
const dayInWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[وبف]?(${anyOf(ordinalDays.keys())})(?= (?:من )?(?:شهر )?(?:ال)?(?:${anyMonth})${end})`,
  'gu',
);

/** العاشر من رمضان as "10 من رمضان". */
export const withHijriDaysCounted = (folded: string): string =>
  folded.replace(dayInWords, (_, words: string) => String(ordinalDays.get(words)));
