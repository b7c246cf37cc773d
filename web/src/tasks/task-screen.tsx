/** One task. What is done with it depends on its stage: each stage is a screen of its own. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { isNotThere } from '../api/api.js';
import { oneTask, type Task } from '../api/tasks.js';
import { NotFound } from '../frame/screen-error.js';
import { Fault } from '../parts/fault.js';
import { late } from '../parts/late.js';
import { Skeleton } from '../parts/skeleton.js';

const ReviewScreen = late(
  () => import('../review/review-screen.js').then((part) => part.ReviewScreen),
  <Skeleton />,
);
const ApprovalOfTask = late(
  () => import('../approve/approval-of-task.js').then((part) => part.ApprovalOfTask),
  <Skeleton />,
);
const ClaimScreenOf = late(
  () => import('../claims/claim-screen.js').then((part) => part.ClaimOf),
  <Skeleton />,
);

export function TaskScreen() {
  const { task: id } = useParams({ from: '/tasks/$task' });
  const task = useQuery(oneTask(id));
  return (
    <>
      {isNotThere(task.error) ? <NotFound error={task.error} /> : <Fault error={task.error} />}
      {task.data ? <ByStage task={task.data} /> : !task.isError && <Skeleton />}
    </>
  );
}

function ByStage({ task }: { task: Task }) {
  if (task.stage === 'approval') return <ApprovalOfTask task={task} />;
  if (task.stage === 'triage') return <ClaimScreenOf id={task.claim.id} />;
  return <ReviewScreen key={task.id} task={task} />;
}
