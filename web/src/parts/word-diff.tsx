/** Two versions of a text by words: what went and what came. An Arabic letter keeps its vowel marks. */
import { useMemo } from 'react';
import { containRun } from '../../../src/domain/text/contain-bidi.js';
import { directionOfText } from '../../../src/domain/text/direction.js';
import { diffWords } from '../../../src/domain/text/diff-words.js';
import { useWords } from '../language/words.js';
import { leaveOutSame } from './word-diff.rules.js';

const elements = { same: 'span', added: 'ins', removed: 'del' } as const;

interface Props {
  before: string;
  after: string;
  /** BCP 47; without it, most of the letters decide how it runs. */
  language?: string | undefined;
  /** How many words are shown around each change; without it, all of them. */
  around?: number;
}

export function WordDiff({ before, after, language, around = Infinity }: Props) {
  const words = useWords();
  const runs = useMemo(() => leaveOutSame(diffWords(before, after), around), [before, after, around]);
  const dir = directionOfText(after || before, language);
  return (
    <p lang={language} dir={dir} className="word-diff">
      {runs.map(({ kind, text }, index) => {
        if (kind === 'left-out')
          return (
            <span key={index} className="soft" title={words('diff.same')}>
              {' […] '}
            </span>
          );
        const Element = elements[kind];
        return <Element key={index}>{containRun(text)}</Element>;
      })}
    </p>
  );
}
