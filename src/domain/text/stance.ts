/** Words that turn a statement round. Two texts of which only one has such a word may say opposite things. */
import { foldText } from './fold.js';
import { wordsOf } from './words.js';

const turning: ReadonlySet<string> = new Set(
  [
    'لا لم لن ليس ليست لست غير دون بدون نفى نفت ينفي تنفي نفي أنكر أنكرت ينكر كذب كذبت زعم زعمت مزاعم رفض رفضت',
    'no not never none nor denies denied deny denying refutes refuted false falsely without rejects rejected isn wasn didn doesn hasn',
  ].flatMap((list) => list.split(' ').map((word) => foldText(word, 'search'))),
);

/** As they stand in the text, in order; also where "and" is written together with them. */
export const turningWords = (text: string): string[] =>
  wordsOf(text)
    .map(({ text: word }) => word)
    .filter((word) => {
      const folded = foldText(word, 'search');
      return turning.has(folded) || (/^[وف]/u.test(folded) && turning.has(folded.slice(1)));
    });
