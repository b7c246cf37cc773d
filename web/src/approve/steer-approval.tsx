/** For editors: who is to decide on a verdict, and how urgent that is. */
import { useQuery } from '@tanstack/react-query';
import { tasksOfClaim } from '../api/tasks.js';
import { Steer } from '../steering/steer.js';

/** `claim`: its id. Nothing once it is decided: the task is done. */
export function SteerApproval({ claim }: { claim: string }) {
  const tasks = useQuery(tasksOfClaim(claim)).data?.items;
  const task = tasks?.find(({ stage }) => stage === 'approval');
  return task && <Steer task={task} />;
}
