/** The approval that a task is for: of the verdict that waits on its claim. */
import { useQuery } from '@tanstack/react-query';
import { oneClaim } from '../api/claims.js';
import type { Task } from '../api/tasks.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { ApprovalOf } from './approval-screen.js';

export function ApprovalOfTask({ task }: { task: Task }) {
  const words = useWords();
  const claim = useQuery(oneClaim(task.claim.id));
  if (!claim.data) return claim.error ? <Fault error={claim.error} /> : <Skeleton />;
  const waiting = claim.data.verdicts.find(({ status }) => status === 'proposed');
  if (!waiting) return <p className="notice">{words('approval.decided')}</p>;
  return <ApprovalOf verdict={waiting.id} />;
}
