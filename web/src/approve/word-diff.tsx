/** Two versions of a text by words: what went and what came. An Arabic letter keeps its vowel marks. */
import { useMemo } from 'react';
import { directionOf } from '../../../src/domain/text/direction.js';
import { diffWords } from '../../../src/domain/text/diff-words.js';

const elements = { same: 'span', added: 'ins', removed: 'del' } as const;

export function WordDiff({ before, after, language }: { before: string; after: string; language: string }) {
  const runs = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p lang={language} dir={directionOf(language)} className="word-diff">
      {runs.map(({ kind, text }, index) => {
        const Element = elements[kind];
        return <Element key={index}>{text}</Element>;
      })}
    </p>
  );
}
