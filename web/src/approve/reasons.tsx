/** The reasons of a verdict, folded until somebody asks for them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { verdictsOfClaim, type Verdict } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import { Skeleton } from '../parts/skeleton.js';

export function OwnReasons({ rationale }: Pick<Verdict, 'rationale'>) {
  const words = useWords();
  return (
    <details>
      <summary>{words('approval.reasonsHere')}</summary>
      <Texts of={rationale} />
    </details>
  );
}

/** Of the verdict that clashes, which is read once it is asked for. */
export function TheirReasons({ claim, status }: Pick<Verdict['conflicts'][number], 'claim' | 'status'>) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ ...verdictsOfClaim(claim.id), enabled: isOpen });
  const verdict = data?.items.findLast((one) => one.status === status);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{words('approval.reasonsThere', { ref: claim.ref })}</summary>
      <Fault error={error} />
      {verdict && <Texts of={verdict.rationale} />}
      {isOpen && !data && !error && <Skeleton height={80} />}
    </details>
  );
}

export const Texts = ({ of }: { of: Verdict['rationale'] }) =>
  Object.entries(of).map(([language, text]) => (
    <Foreign key={language} as="p" className="reasons" text={text} language={language} />
  ));
