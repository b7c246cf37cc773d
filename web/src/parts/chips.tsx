/** What a claim or a task is, in a word with its mark: never by color alone. */
import { useWords } from '../language/words.js';
import type { Polarity } from '../../../src/domain/rating/polarity.js';
import { Foreign } from './foreign.js';
import { Icon } from './icon.js';

export function StatusChip({ status }: { status: string }) {
  const words = useWords();
  return <span className="chip">{words.known('status.', status)}</span>;
}

export function PriorityChip({ priority }: { priority: string }) {
  const words = useWords();
  if (priority === 'normal') return null;
  return (
    <span className={`chip ${priority === 'urgent' ? 'refutes' : priority === 'high' ? 'attention' : ''}`}>
      {words.known('priority.', priority)}
    </span>
  );
}

export const RatingChip = ({ label, polarity }: { label: string; polarity: Polarity }) => (
  <span className={`chip ${polarity}`}>
    <Icon name={polarity} />
    <Foreign text={label} />
  </span>
);
