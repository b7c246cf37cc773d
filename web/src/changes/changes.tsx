/** What somebody else changes of what is shown is marked for a moment, with their name beside it. */
import { createContext, use, useState, type ElementType, type ReactNode } from 'react';
import type { Claim } from '../api/claims.js';
import type { Task } from '../api/tasks.js';
import { useWords } from '../language/words.js';
import { late } from '../parts/late.js';
import type { NamesByPart } from './changed-by.rules.js';
import './changes.css';

const Changes = createContext<NamesByPart>(new Map());

const WatchClaim = late(() => import('./watch-changes.js').then((part) => part.WatchClaim));
const WatchTask = late(() => import('./watch-changes.js').then((part) => part.WatchTask));

export function ChangesOfClaim({ claim, children }: { claim: Claim; children: ReactNode }) {
  const [by, setBy] = useState<NamesByPart>(new Map());
  return (
    <Changes value={by}>
      <WatchClaim claim={claim} onChange={setBy} />
      {children}
    </Changes>
  );
}

export function ChangesOfTask({ task, children }: { task: Task; children: ReactNode }) {
  const [by, setBy] = useState<NamesByPart>(new Map());
  return (
    <Changes value={by}>
      <WatchTask task={task} onChange={setBy} />
      {children}
    </Changes>
  );
}

interface Props {
  part: string;
  as?: ElementType;
  className?: string | undefined;
  children?: ReactNode;
}

/** Nothing moves: the name stands over the end of it. */
export function Changed({ part, as: Element = 'span', className = '', children }: Props) {
  const words = useWords();
  const name = use(Changes).get(part);
  return (
    <Element className={name === undefined ? className : `${className} changed`.trim()}>
      {children}
      {name !== undefined && <span className="changed-by small">{words('changes.by', { name })}</span>}
    </Element>
  );
}
