/** Where a word that denies does not: لا تزال is "still", لا بد "must", وقف إطلاق النار a ceasefire. */
import { foldedWords } from './folded-words.js';

/** Words, each with what may stand behind it then. */
const notDenying: readonly (readonly [words: ReadonlySet<string>, before: ReadonlySet<string>])[] = (
  [
    [
      'لا',
      'يزال تزال يزالون تزالون يزالان تزالان يزلن أزال نزال بد شك ريب جدال محالة مناص غنى مفر سيما سيّما',
    ],
    ['لم', 'يزل تزل يزالوا'],
    ['غير', 'أن أنه أنها أنهم أنهما أننا أنني'],
    ['وقف', 'إطلاق لإطلاق'],
    // A name.
    ['مو', 'صلاح فرح فارح يان إبراهيم'],
    ['دون بدون', 'شك ريب'],
    ['ليس ليست', 'فقط فحسب'],
    ['not isn wasn', 'only just merely simply'],
    ["isn't wasn't aren't weren't", 'only just merely simply'],
    ['no without', 'doubt'],
  ] as const
).map(([words, before]) => [foldedWords([words]), foldedWords([before])]);

/** `word` without what Arabic writes together with it; `next`: the two words behind it. All folded. */
export function deniesNothing(word: string, next: readonly [string, string]): boolean {
  const behind = word === 'without' && next[0] === 'a' ? next[1] : next[0];
  return notDenying.some(([words, before]) => words.has(word) && before.has(behind));
}
