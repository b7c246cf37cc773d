/** Words that turn a statement round, and words that say the opposite of each other. What follows from them: match/stance.ts. */
import { foldText } from './fold.js';

const foldedWords = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ').map((word) => foldText(word, 'search'))));

const turning = foldedWords([
  'لا لم لن ليس ليست ليسوا لست غير دون بدون عدم كلا قط أبدا مستحيل باطل زائف مفبرك شائعة إشاعة',
  'نفى نفت نفوا نفيا ينفي تنفي ينفون تنفون ينفوا ينفيان تنفيان ننفي نفي نافيا نافية نافين النفي نفيه نفيها نفيهم',
  'أنكر أنكرت أنكروا ينكر تنكر ينكرون تنكرون ينكران إنكار إنكاره إنكارها منكرا فند فندت فندوا يفند تفند يفندون تفنيد مفندا دحض دحضت يدحض تدحض دحضوا',
  'كذب كذبت كذبوا يكذب تكذب يكذبون تكذيب كاذب كاذبة كذبا أكاذيب زعم زعمت زعموا يزعم تزعم يزعمون مزاعم زعما',
  'رفض رفضت رفضوا يرفض ترفض يرفضون رافضا رافضة رفضه رفضها ألغى ألغت ألغوا يلغي تلغي يلغون إلغاء استبعد استبعدت يستبعد تستبعد أوقف أوقفت توقف وقف امتنع امتنعت يمتنع',
  'no not never none nor neither nobody nothing cannot without false falsely untrue incorrect incorrectly wrong wrongly fake hoax unable impossible isn wasn didn doesn hasn',
  'deny denies denied denying denial denials refute refutes refuted refuting rebut rebuts rebutted debunk debunks debunked reject rejects rejected rejecting rejection dismiss dismisses dismissed refuse refuses refused refusing refusal',
  'cancel cancels canceled cancelled canceling cancelling halt halts halted stop stops stopped fail fails failed cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint',
]);

/** Letters with their marks, and an apostrophe between them: "can't". */
const oneWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640\u200C\u200D]*(?:['’ʼ][\p{L}]{1,3}(?![\p{L}]))?/gu;

/** As they stand in the text, in order; also where "and" or "that" is written together with them. */
export const turningWords = (text: string): string[] =>
  Array.from(text.matchAll(oneWord), ([word]) => word).filter((word) => {
    const folded = foldText(word, 'search').replace(/ʼ/gu, "'");
    return (
      folded.endsWith("n't") ||
      turning.has(folded) ||
      (/^[وفبل]/u.test(folded) && turning.has(folded.slice(1)))
    );
  });

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
