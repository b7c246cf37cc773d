/** What became of the text of a page between two captures. */
import { useQuery } from '@tanstack/react-query';
import { captureText } from '../api/captures.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { WordDiff } from '../parts/word-diff.js';

/** Enough to find the place again. */
const around = 12;

/** ids of the two captures. */
export function CaptureDiff({ before, after }: { before: string; after: string }) {
  const words = useWords();
  const old = useQuery(captureText(before));
  const now = useQuery(captureText(after));
  const error = old.error ?? now.error;
  if (error) return <Fault error={error} />;
  if (!old.data || !now.data) return <Skeleton height={80} />;
  if (old.data.text === null || now.data.text === null)
    return <p className="soft">{words('captures.noText')}</p>;
  if (old.data.text === now.data.text) return <p className="soft">{words('captures.sameText')}</p>;
  return (
    <WordDiff
      before={old.data.text}
      after={now.data.text}
      language={now.data.language ?? undefined}
      around={around}
    />
  );
}
