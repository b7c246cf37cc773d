/** PURE: how a task stands for whoever looks at it. */
import { isLive, type TaskStatus } from '../../../src/domain/task/lifecycle.js';

export type Standing = 'mine' | 'free' | 'others' | 'submitted' | 'ended';

interface Held {
  status: TaskStatus;
  assignee: { id: string } | null;
}

export function standingOf({ status, assignee }: Held, me: string): Standing {
  if (!isLive(status)) return 'ended';
  if (status === 'submitted') return 'submitted';
  if (!assignee) return 'free';
  return assignee.id === me ? 'mine' : 'others';
}

/** Whose reservation has just ended goes on writing, on this device. */
export const mayWrite = (standing: Standing, wasMine: boolean): boolean =>
  standing === 'mine' || (standing === 'free' && wasMine);
