/** The words of a text as they stand in it, with what stands between them. */
import { foldText } from './fold.js';

/** Letters with their marks, and an apostrophe between them: "can't". */
const oneWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640\u200C\u200D]*(?:['’ʼ][\p{L}]{1,3}(?![\p{L}]))?/gu;

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
      folded: foldText(word, 'search').replace(/ʼ/gu, "'"),
      before: text.slice(last ? last.index + last.word.length : 0, index),
      after: text.slice(end, found[at + 1]?.index),
    };
  });
}
