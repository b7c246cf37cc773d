/** What an outlet changed in its text between two versions. */
import { useQuery } from '@tanstack/react-query';
import { articleVersion } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { WordDiff } from '../parts/word-diff.js';

/** About a sentence. */
const around = 25;

interface Props {
  /** id. */
  article: string;
  language: string;
  /** Two numbers, in whichever order. */
  versions: readonly [number, number];
}

export function VersionDiff({ article, language, versions }: Props) {
  const words = useWords();
  const [from, to] = [Math.min(...versions), Math.max(...versions)];
  const before = useQuery(articleVersion(article, from));
  const after = useQuery(articleVersion(article, to));
  const error = before.error ?? after.error;
  if (error) return <Fault error={error} />;
  if (!before.data || !after.data) return <Skeleton />;
  return (
    <div className="stack">
      <h3>{words('versions.between', { from, to })}</h3>
      <div className="article-text" lang={language}>
        <WordDiff before={before.data.text} after={after.data.text} language={language} around={around} />
      </div>
    </div>
  );
}
