/** The approval that a task is for: of the verdict that waits on its claim. When it is taken back, what was written of it stays. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { oneClaim } from '../api/claims.js';
import type { Task } from '../api/tasks.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { ApprovalOf } from './approval-screen.js';

export const ApprovalOfTask = ({ task }: { task: Task }) => <OfTask key={task.id} task={task} />;

function OfTask({ task }: { task: Task }) {
  const words = useWords();
  const [shown, setShown] = useState<string>();
  const claim = useQuery(oneClaim(task.claim.id));
  if (!claim.data) return claim.error ? <Fault error={claim.error} /> : <Skeleton />;
  const waiting = claim.data.verdicts.find(({ status }) => status === 'proposed');
  if (waiting && waiting.id !== shown) setShown(waiting.id);
  const verdict = waiting?.id ?? shown;
  return (
    <>
      <div role="status">{!waiting && <p className="notice">{words('approval.decided')}</p>}</div>
      {verdict !== undefined && <ApprovalOf key={verdict} verdict={verdict} />}
    </>
  );
}
