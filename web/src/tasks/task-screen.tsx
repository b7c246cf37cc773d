/** One task. What is done with it depends on its stage: each stage is a screen of its own. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { oneTask, type Task } from '../api/tasks.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';

const ReviewScreen = lazy(() =>
  import('../review/review-screen.js').then((m) => ({ default: m.ReviewScreen })),
);
const ApprovalOfTask = lazy(() =>
  import('../approve/approval-of-task.js').then((m) => ({ default: m.ApprovalOfTask })),
);
const ClaimScreenOf = lazy(() => import('../claims/claim-screen.js').then((m) => ({ default: m.ClaimOf })));

export function TaskScreen() {
  const { task: id } = useParams({ from: '/tasks/$task' });
  const task = useQuery(oneTask(id));
  return (
    <>
      <Fault error={task.error} />
      {task.data ? (
        <Suspense fallback={<Skeleton />}>
          <ByStage task={task.data} />
        </Suspense>
      ) : (
        !task.isError && <Skeleton />
      )}
    </>
  );
}

function ByStage({ task }: { task: Task }) {
  if (task.stage === 'approval') return <ApprovalOfTask task={task} />;
  if (task.stage === 'triage') return <ClaimScreenOf id={task.claim.id} />;
  return <ReviewScreen key={task.id} task={task} />;
}
