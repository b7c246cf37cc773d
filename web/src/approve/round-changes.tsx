/** What is cited since the last round and was not, and the other way round; what is said of it otherwise, word by word. */
import type { ReactNode } from 'react';
import { useWords } from '../language/words.js';
import { WordDiff } from '../parts/word-diff.js';
import type { RoundChanges } from './round-changes.rules.js';

interface Props<Item> {
  changes: RoundChanges<Item>;
  summary: 'approval.evidence' | 'approval.norms';
  keyOf: (item: Item) => string;
  /** All that is said of it there, by which it is compared. */
  said: (item: Item) => string;
  children: (item: Item) => ReactNode;
}

export function ChangesOfRound<Item>({ changes, summary, keyOf, said, children }: Props<Item>) {
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
        {altered.map(({ before, now }) => (
          <li key={keyOf(now)}>
            {words('approval.altered')} {children(now)}
            <WordDiff before={said(before)} after={said(now)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
