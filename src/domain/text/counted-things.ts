/** What is often counted, folded at level `search`; how many of it there are may be said by its form: جنديان, "a soldier". */
import { foldAll } from './number-words.js';

/** Each as one and as several. */
const arabic =
  'شخص أشخاص, جندي جنود, مقاتل مقاتلون مقاتلين, مدني مدنيون مدنيين, طفل أطفال, امرأة نساء, رجل رجال, عامل عمال عاملين, أسير أسرى, لاجئ لاجئون لاجئين, قتيل قتلى, جريح جرحى, شهيد شهداء, مسلح مسلحون مسلحين, ضابط ضباط, صاروخ صواريخ, قذيفة قذائف, قنبلة قنابل, مسيرة مسيرات, طائرة طائرات, دبابة دبابات, آلية آليات, مركبة مركبات, غارة غارات, منزل منازل, طن أطنان, كيلومتر كيلومترات, متر أمتار, برميل براميل';
const people =
  'person people persons, man men, woman women, child children, civilian civilians, soldier soldiers, fighter fighters, worker workers, prisoner prisoners, refugee refugees, missile missiles, rocket rockets, shell shells, drone drones, tank tanks, vehicle vehicles, house houses, home homes';
const uncounted = 'troops dead killed wounded injured كم';
/** Of these there may be 1.250 in English. */
const measures =
  'tons tonnes km kilometers kilometres miles meters metres barrels ton tonne kilometer kilometre mile meter metre barrel';
/** A year stands before them too: "2023, on the day of". */
const times =
  'يوم أيام, أسبوع أسابيع, شهر أشهر شهور, سنة سنوات سنين, عام أعوام, ساعة ساعات, دقيقة دقائق, مرة مرات';
const money = 'دولار, جنيه, ريال, دينار, درهم, روبل, ليرة, روبية, شيكل';

const rowsOf = (table: string): string[][] => table.split(', ').map(foldAll);

/** With the form it has behind eleven and more: جنديا. */
const inArabic = rowsOf(arabic).map(([one = '', ...several]) =>
  one.endsWith('ه') ? [one, ...several] : [one, `${one}ا`, ...several],
);

/** Of these there are no parts: three digits behind a point before them are thousands. */
export const wholeThings: ReadonlySet<string> = new Set([
  ...inArabic.flat(),
  ...rowsOf(people).flat(),
  ...foldAll(uncounted),
]);

/** A number before them is no year. */
export const countedWords: ReadonlySet<string> = new Set([...wholeThings, ...foldAll(measures)]);

/** Two of it: its plural may look the same (مقاتلين), and جنديا is one behind a number, so these forms say nothing. */
const dualsOf = ([one = '', ...several]: readonly string[]): [string, string][] => {
  const stem = one.endsWith('ه') ? `${one.slice(0, -1)}ت` : one;
  return [`${stem}ان`, `${stem}ين`, ...(stem === one ? [] : [`${stem}ا`])]
    .filter((dual) => !several.includes(dual))
    .map((dual) => [dual, one]);
};
const duals = new Map([arabic, times, money].flatMap(rowsOf).flatMap(dualsOf));
/** What a word in any of its forms is counted as. */
const nameOf: ReadonlyMap<string, string> = new Map(
  [...inArabic, ...rowsOf(people), ...rowsOf(times)]
    .flatMap(([one = '', ...others]) => [one, ...others].map((form) => [form, one] as const))
    .concat([...duals]),
);
const singleForms: ReadonlySet<string> = new Set([
  ...inArabic.flatMap(([one = '']) => [one, `${one}ا`]),
  ...rowsOf(people).map(([one = '']) => one),
  ...foldAll('مرة'),
]);

/** وطنان is of a home, not of a ton. */
const dual = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?!وطن)[وف]?(?:[بك]?ال|لل|[بلك])?(${[...duals.keys()].join('|')})(?![\p{L}\p{N}])( ونصف| وربع)?`,
  'gu',
);

/** صاروخين as "2 صاروخ", ساعتين ونصف as "2 ونصف ساعة". */
export const withPairsCounted = (folded: string): string =>
  folded.replace(dual, (_, form: string, part = '') => `2${String(part)} ${duals.get(form) ?? form}`);

const bare = (word: string): string =>
  nameOf.has(word) ? word : word.replace(/^(?:[وف]?[بلك]?ال|[وف]?لل|[وف][بلك]?|[بلك])/u, '');

/** What a word is a form of, where it is often counted. */
export const countedAs = (word: string): string | undefined => nameOf.get(bare(word));

/** One of it, though no number says so: جندي, "a soldier"; not مرة أخرى, nor كل مرة. */
export function isSingle(word: string, before: string, after: string): boolean {
  if (!singleForms.has(bare(word)) || /^(?:[وف]?[بك]?ال|لل)/u.test(word)) return false;
  if (/^[a-z]/.test(word)) return /^(?:an?|one|another)$/.test(before);
  return !/^[بل]?(?:كل|اي|اول|اخر|غير)$/u.test(before) && !/^(?:اخري|ثانيه|جديده)$/u.test(after);
}
