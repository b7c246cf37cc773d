/** Why the verdict came back, in the words of the editor who returned it. */
import { useQuery } from '@tanstack/react-query';
import type { Task } from '../api/tasks.js';
import { verdictsOfClaim } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';

export function ReturnNote({ claim, task }: { claim: string; task: Task }) {
  const words = useWords();
  const verdicts = useQuery({
    ...verdictsOfClaim(claim),
    enabled: task.round > 1 || task.stage === 'correction',
  });
  const last = verdicts.data?.items.filter(({ status }) => status === 'returned').at(-1);
  if (typeof last?.note !== 'string') return null;
  return (
    <div className="notice attention">
      <strong>{words('review.returned')}</strong>
      <Foreign as="p" text={last.note} />
    </div>
  );
}
