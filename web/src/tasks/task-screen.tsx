/** One task. What is done with it depends on its stage. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { oneTask } from '../api/tasks.js';

export function TaskScreen() {
  const { task: id } = useParams({ from: '/tasks/$task' });
  const task = useQuery(oneTask(id));
  return <pre>{JSON.stringify(task.data, null, 1)}</pre>;
}
