/** The words of a text by which it is compared with another, as far as they say what it is about. */
import { apostrophes, foldText, unseen } from './fold.js';

export interface Word {
  /** As it stands in the text. */
  text: string;
  /** What two writings and forms of one word have in common. For comparing, never shown. */
  key: string;
}

/** Of a pattern: letters with their marks, and what may stand inside a word: tatweel, and what is not seen. */
export const wordPattern = String.raw`[\p{L}\p{N}](?:(?![${apostrophes}])[\p{L}\p{M}\p{N}\u0640]|${unseen.source}(?=${unseen.source}{0,3}[\p{L}\p{M}\p{N}\u0640]))*`;
const oneWord = new RegExp(wordPattern, 'gu');

/** Every word, in order, stop words too. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(oneWord), ([word]) => ({
    text: word,
    key: stem(foldText(word, 'search')),
  })).filter(({ key }) => key !== '');

/**
 * A folded word without the Arabic article and conjunction, while enough of it is left; a و of the root goes too, behind the
 * article as without it (وزارة, الوزارة). No more than that is taken off: a stemmer that goes further makes وتين of بوتين.
 * prisma/sql/match-keys.sql does the same.
 */
function stem(folded: string): string {
  const bare = folded.replace(/^و?(?:[بفك]?ال|لل)(?=.{3})/u, '');
  return bare.replace(/^و(?=.{4})/u, '');
}

/** The same word with one of the prepositions that Arabic writes together with it, or undefined. */
export const withoutPreposition = (key: string): string | undefined =>
  /^[بفكلو].{3}/u.test(key) ? stem(key.slice(1)) : undefined;

/** Words that stand in any text; what denies or doubts is not among them (see turning-words.ts). */
const stopWords: ReadonlySet<string> = new Set(
  [
    'في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين ان كان كانت يكون قد بعد قبل بين كل أي او ثم حتى منذ عند كما حول خلال هو هي هم وقد ما',
    'the a an of in on at to for and or by with from as is are was were be been has have had that this these those it its their his her he she they which who will would',
  ].flatMap((list) => list.split(' ').map((word) => stem(foldText(word, 'search')))),
);

export const isSignificant = ({ key }: Pick<Word, 'key'>): boolean => key.length > 1 && !stopWords.has(key);

/** The keys of the telling words of a text that is folded already. */
export const keysOf = (folded: string): string[] =>
  Array.from(folded.matchAll(oneWord), ([word]) => stem(word)).filter((key) => isSignificant({ key }));
