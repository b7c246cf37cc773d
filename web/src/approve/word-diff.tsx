/** Two versions of a text by words: what went and what came. An Arabic letter keeps its vowel marks. */
import { diffWords } from 'diff';
import { useMemo } from 'react';

export function WordDiff({ before, after, language }: { before: string; after: string; language: string }) {
  const parts = useMemo(() => {
    const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
    return diffWords(before, after, { intlSegmenter });
  }, [before, after, language]);
  return (
    <p lang={language} dir="auto" className="word-diff">
      {parts.map(({ value, added, removed }, index) =>
        added ? (
          <ins key={index}>{value}</ins>
        ) : removed ? (
          <del key={index}>{value}</del>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </p>
  );
}
