/** Words that turn a statement round, and words that say the opposite of each other. What follows from them: match/stance.ts. */
import { isDenyingMa, othersOf, withMaApart } from './denying-ma.js';
import { deniesNothing } from './false-denials.js';
import { foldText } from './fold.js';
import { foldedWords } from './folded-words.js';
import { isCountedBySix } from './number-words.js';
import { placesIn } from './placed-words.js';

const turning = foldedWords([
  'لا لم لن ليس ليست ليسوا لست غير دون بدون عدم كلا قط أبدا مستحيل مستحيلا باطل باطلا زائف زائفا مفبرك مفبركا شائعة إشاعة',
  'مش مو موش مفيش مافيش مافي ماكو محدش ماحدش',
  'نفى نفت نفوا نفيا ينفي تنفي ينفون تنفون ينفوا ينفيان تنفيان ننفي نفي نافيا نافية نافين النفي نفيه نفيها نفيهم',
  'أنكر أنكرت أنكروا ينكر تنكر ينكرون تنكرون ينكران إنكار إنكاره إنكارها منكرا فند فندت فندوا يفند تفند يفندون تفنيد مفندا دحض دحضت يدحض تدحض دحضوا',
  'كذب كذبت كذبوا يكذب تكذب يكذبون تكذيب كاذب كاذبا كاذبة كذبا أكاذيب زعم زعمت زعموا يزعم تزعم يزعمون مزاعم زعما',
  'رفض رفضت رفضوا يرفض ترفض يرفضون رافضا رافضة رفضه رفضها ألغى ألغت ألغوا يلغي تلغي يلغون إلغاء استبعد استبعدت يستبعد تستبعد أوقف أوقفت توقف وقف امتنع امتنعت يمتنع',
  'no not never none nor neither nobody nothing cannot without false falsely untrue incorrect incorrectly wrong wrongly fake hoax unable impossible isn wasn didn doesn hasn',
  'deny denies denied denying denial denials refute refutes refuted refuting rebut rebuts rebutted debunk debunks debunked reject rejects rejected rejecting rejection dismiss dismisses dismissed refuse refuses refused refusing refusal',
  'cancel cancels canceled cancelled canceling cancelling halt halts halted stop stops stopped fail fails failed cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint',
]);

/** What only looks as if it began with "and" or "for". */
const whole = foldedWords(['فقط لقط بقط']);

/** As they stand in the text, in order; also where "and" or "that" is written together with them. */
export function turningWords(text: string, other = ''): string[] {
  const given = placesIn(text);
  const others = given.some(({ folded }) => /^[وف]?ما/u.test(folded)) ? othersOf(other) : undefined;
  const places = others ? given.flatMap((place) => withMaApart(place, others)) : given;
  const folded = (at: number): string => places[at]?.folded ?? '';
  const isQuestion = /[؟?]/u.test(text);
  return places
    .filter((place, at) => {
      const word = place.folded;
      if (/^[وف]?ما$/u.test(word)) {
        return !isQuestion && others !== undefined && isDenyingMa(places, at, others);
      }
      if (word === 'no' && /^\.?\s*$/u.test(place.after) && /^\p{Nd}/u.test(places[at + 1]?.text ?? ''))
        return false;
      if (word === 'فلم') return isVerbAfterLam(folded(at - 1), folded(at + 1));
      if (word === 'لست') return !isCountedBySix(folded(at + 1));
      // كلا البلدين is "both countries".
      if (/^[وفل]?كلا$/u.test(word)) return !folded(at + 1).startsWith('ال');
      const bare = word.endsWith("n't") || turning.has(word) ? word : withoutClitic(word);
      return bare !== undefined && !deniesNothing(bare, [folded(at + 1), folded(at + 2)]);
    })
    .map((place) => place.text);
}

const withoutClitic = (word: string): string | undefined =>
  /^[وفبل]/u.test(word) && !whole.has(word) && turning.has(word.slice(1)) ? word.slice(1) : undefined;

/** فلم is "and did not" before a verb, and a film elsewhere. */
const isVerbAfterLam = (before: string, after: string): boolean =>
  /^[ينت].*[^ي]$/u.test(after) && !after.endsWith('يه') && !beforeFilm.has(before);
const beforeFilm = foldedWords(['في من عن على إلى هذا مع كل أول آخر']);

/** Of each pair one side says the opposite of the other. */
const pairs: readonly (readonly [string, string])[] = [
  [
    'rise rises rose risen rising increase increases increased increasing grew grow grows up higher',
    'fall falls fell fallen falling decrease decreases decreased decline declined declines drop drops dropped down lower shrank',
  ],
  [
    'ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت يزيد تزيد زيادة صعد صعدت نما نمو تزايد',
    'انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت يتراجع تتراجع هبط هبطت هبوط قل نقص تقلص انكمش',
  ],
  [
    'accept accepts accepted accepting agree agrees agreed approve approves approved confirm confirms confirmed support supports supported',
    'oppose opposes opposed disagree disagrees disagreed veto vetoed condemn condemns condemned',
  ],
  [
    'وافق وافقت يوافق توافق وافقوا قبل قبلت يقبل تقبل موافقة أيد أيدت يؤيد تؤيد أكد أكدت يؤكد تؤكد تأييد',
    'عارض عارضت يعارض تعارض معارضة رفض رفضت يرفض ترفض أدان أدانت يدين تدين',
  ],
  [
    'arrive arrives arrived arriving enter entered joined',
    'leave leaves left leaving depart departed departs exit exited quit',
  ],
  ['وصل وصلت يصل تصل وصول دخل دخلت انضم انضمت', 'غادر غادرت يغادر تغادر مغادرة خرج خرجت انسحب انسحبت'],
  [
    'begin begins began begun start starts started open opens opened',
    'end ends ended finish finished close closes closed',
  ],
  ['بدأ بدأت يبدأ تبدأ فتح فتحت يفتح افتتح افتتحت', 'انتهى انتهت ينتهي تنتهي أغلق أغلقت يغلق تغلق إغلاق'],
  ['win wins won winning victory', 'lose loses lost losing defeat'],
  ['فاز فازت يفوز تفوز فوز', 'خسر خسرت يخسر تخسر خسارة'],
  ['alive survived', 'dead died killed'],
  ['safe legal true guilty allowed', 'dangerous unsafe illegal false innocent banned'],
  ['آمن آمنة قانوني قانونية صحيح صحيحة مسموح', 'خطير خطيرة مخالف خاطئ خاطئة كاذب ممنوع محظور'],
  ['before more most many first above', 'after less least few last below'],
];

/** Which side of which pair a folded word is on. */
const sides: ReadonlyMap<string, readonly { pair: number; side: 0 | 1 }[]> = pairs.reduce(
  (known, pair, at) => {
    for (const side of [0, 1] as const)
      for (const name of pair[side].split(' ')) {
        const key = foldText(name, 'search');
        known.set(key, [...(known.get(key) ?? []), { pair: at, side }]);
      }
    return known;
  },
  new Map<string, { pair: number; side: 0 | 1 }[]>(),
);

const sidesOf = (word: string): readonly { pair: number; side: 0 | 1 }[] => {
  const folded = foldText(word, 'search');
  return sides.get(folded) ?? (/^[وفس]/u.test(folded) ? sides.get(folded.slice(1)) : undefined) ?? [];
};

/** Words of the one that say the opposite of a word of the other: given are those that each has for itself. */
export function oppositeWords(
  here: readonly string[],
  there: readonly string[],
): { here: string[]; there: string[] } {
  const opposed = (words: readonly string[], others: readonly string[]): string[] => {
    const wanted = new Set(
      others.flatMap(sidesOf).map(({ pair, side }) => `${String(pair)} ${String(1 - side)}`),
    );
    return words.filter((word) =>
      sidesOf(word).some(({ pair, side }) => wanted.has(`${String(pair)} ${String(side)}`)),
    );
  };
  return { here: opposed(here, there), there: opposed(there, here) };
}
