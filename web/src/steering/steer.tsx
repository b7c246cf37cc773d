/** For editors: who is to hold a task, and how urgent it is. Nobody else loads it. */
import type { Task } from '../api/tasks.js';
import { late } from '../parts/late.js';
import { useMe } from '../session/session.js';

const SteerTask = late(() => import('./steer-task.js').then((part) => part.SteerTask));
const SteerRowOf = late(() => import('./steer-task.js').then((part) => part.SteerRow));

export function Steer({ task }: { task: Task }) {
  return useMe().permissions.includes('edit') && <SteerTask task={task} />;
}

/** In a row of a list: no key is for one row alone. */
export function SteerRow({ task }: { task: Task }) {
  return useMe().permissions.includes('edit') && <SteerRowOf task={task} />;
}
