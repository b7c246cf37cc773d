/** The words of a text as they stand in it, with what stands between them. */
import { apostrophes, foldText, unseen } from './fold.js';
import { wordPattern } from './match-words.js';

/** Letters with their marks, and an apostrophe between them: "can't". */
const oneWord = new RegExp(
  String.raw`${wordPattern}(?:${unseen.source}?['‘’${apostrophes}]${unseen.source}?\p{L}{1,3}(?!\p{L}))?`,
  'gu',
);

export interface Place {
  text: string;
  folded: string;
  /** What stands between it and the words beside it. */
  before: string;
  after: string;
}

export function placesIn(text: string): Place[] {
  const found = Array.from(text.matchAll(oneWord), ({ 0: word, index }) => ({ word, index }));
  return found.map(({ word, index }, at) => {
    const last = found[at - 1];
    const end = index + word.length;
    return {
      text: word,
      folded: foldText(word, 'search'),
      before: text.slice(last ? last.index + last.word.length : 0, index),
      after: text.slice(end, found[at + 1]?.index),
    };
  });
}
