/** The names of the months in Arabic (both sets, and their spellings) and English, folded, each with its number. */
import { foldText } from './fold.js';

const names = [
  'يناير كانون_الثاني جانفي january jan',
  'فبراير شباط فيفري february feb',
  'مارس آذار march mar',
  'أبريل ابريل إبريل نيسان أفريل april apr',
  'مايو أيار ماي may',
  'يونيو يونية حزيران جوان june jun',
  'يوليو يولية تموز جويلية july jul',
  'أغسطس آب أوت august aug',
  'سبتمبر أيلول september sept sep',
  'أكتوبر تشرين_الأول october oct',
  'نوفمبر تشرين_الثاني november nov',
  'ديسمبر كانون_الأول december dec',
];

export const monthNames: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, index) =>
    line.split(' ').map((name) => [foldText(name.replace('_', ' '), 'search'), index + 1] as const),
  ),
);
