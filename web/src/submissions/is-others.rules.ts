/** PURE: whether a task is over for the member who submitted its verdict. */
import { isLive, type TaskStatus } from '../../../src/domain/task/lifecycle.js';

interface Task {
  status: TaskStatus;
  assignee: { id: string } | null;
}

/** It has ended, or somebody else has it, or nobody. */
export const isOthers = ({ status, assignee }: Task, member: string): boolean =>
  !isLive(status) || assignee?.id !== member;
