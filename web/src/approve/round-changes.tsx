/** What is cited since the last round and was not, and the other way round: each by its name. */
import type { ReactNode } from 'react';
import { useWords } from '../language/words.js';
import type { RoundChanges } from './round-changes.rules.js';

interface Props<Item> {
  changes: RoundChanges<Item>;
  summary: 'approval.evidence' | 'approval.norms';
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
}

export function ChangesOfRound<Item>({ changes, summary, keyOf, children }: Props<Item>) {
  const words = useWords();
  const { added, removed, altered } = changes;
  if (added.length + removed.length + altered.length === 0) return null;
  return (
    <div>
      <p className="small">{words(summary, { added: added.length, removed: removed.length })}</p>
      <ul className="small">
        {added.map((item) => (
          <li key={keyOf(item)}>
            <ins>{children(item)}</ins>
          </li>
        ))}
        {removed.map((item) => (
          <li key={keyOf(item)}>
            <del>{children(item)}</del>
          </li>
        ))}
        {altered.map((item) => (
          <li key={keyOf(item)}>
            {words('approval.altered')} {children(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
