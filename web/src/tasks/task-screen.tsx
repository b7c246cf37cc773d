/** One task. What is done with it depends on its stage: each stage is a screen of its own. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { reasonOf } from '../api/api.js';
import { oneTask, type Task } from '../api/tasks.js';
import { useWords } from '../language/words.js';

const ReviewScreen = lazy(() =>
  import('../review/review-screen.js').then((m) => ({ default: m.ReviewScreen })),
);
const ApprovalOfTask = lazy(() =>
  import('../approve/approval-of-task.js').then((m) => ({ default: m.ApprovalOfTask })),
);
const ClaimScreenOf = lazy(() => import('../claims/claim-screen.js').then((m) => ({ default: m.ClaimOf })));

export function TaskScreen() {
  const words = useWords();
  const { task: id } = useParams({ from: '/tasks/$task' });
  const task = useQuery(oneTask(id));
  if (task.data)
    return (
      <Suspense fallback={<Waiting />}>
        <ByStage task={task.data} />
      </Suspense>
    );
  if (task.isError)
    return <p className="notice refutes">{reasonOf(task.error) ?? words('error.unreachableHelp')}</p>;
  return <Waiting />;
}

const Waiting = () => <div className="skeleton" style={{ blockSize: 480 }} aria-busy role="presentation" />;

function ByStage({ task }: { task: Task }) {
  if (task.stage === 'approval') return <ApprovalOfTask task={task} />;
  if (task.stage === 'triage') return <ClaimScreenOf id={task.claim.id} />;
  return <ReviewScreen key={task.id} task={task} />;
}
