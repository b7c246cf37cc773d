/** Why the verdict came back: in the words of the editor who returned it, or why it could not be recorded. */
import { useQuery } from '@tanstack/react-query';
import { verdictsOfClaim } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { whyReturned } from './return-note.rules.js';

export function ReturnNote({ claim }: { claim: string }) {
  const words = useWords();
  const last = whyReturned(useQuery(verdictsOfClaim(claim)).data?.items ?? []);
  if (!last) return null;
  return (
    <div className="notice attention">
      <strong>{words(last.status === 'refused' ? 'verdict.refused' : 'review.returned')}</strong>
      {last.says.map((text) => (
        <Foreign key={text} as="p" text={text} />
      ))}
    </div>
  );
}
