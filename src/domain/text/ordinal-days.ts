/** Days of a month in words, folded: الثامن عشر, "eighteenth". Without the article an Arabic one counts something else. */
import { foldText } from './fold.js';

const english = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth',
  'sixteenth seventeenth eighteenth nineteenth twentieth',
].flatMap((line) => line.split(' '));
const englishOf = (day: number): string[] => {
  if (day <= 20) return [english[day - 1] ?? ''];
  if (day === 30) return ['thirtieth'];
  const unit = english[(day % 10) - 1] ?? '';
  const tens = day < 30 ? 'twenty' : 'thirty';
  return [`${tens}-${unit}`, `${tens} ${unit}`];
};

const units = 'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ');
const arabicOf = (day: number): string[] => {
  if (day <= 10) return [units[day - 1] ?? ''];
  const unit = day % 10 === 1 ? 'الحادي' : (units[(day % 10) - 1] ?? '');
  if (day < 20) return [`${unit} عشر`];
  return (day < 30 ? ['العشرين', 'العشرون'] : ['الثلاثين', 'الثلاثون']).map((tens) =>
    day % 10 === 0 ? tens : `${unit} و${tens}`,
  );
};

/** للثامن عشر too. */
const withPreposition = (name: string): string[] => [name, `لل${name.slice(2)}`];

export const englishDays: readonly string[] = Array.from({ length: 31 }, (_, at) => englishOf(at + 1)).flat();

export const ordinalDays: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 31 }, (_, at) => at + 1).flatMap((day) =>
    [...englishOf(day), ...arabicOf(day).flatMap(withPreposition)].map(
      (name) => [foldText(name, 'search'), day] as const,
    ),
  ),
);
