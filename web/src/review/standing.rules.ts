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

interface Looked {
  status: TaskStatus;
  /** It was this member's while they looked at it. */
  wasMine: boolean;
  hasText: boolean;
}

/** Why nothing is written here: the name of its message. */
export function whyNotWritten(standing: Exclude<Standing, 'mine'>, { status, wasMine, hasText }: Looked) {
  if (standing === 'others') return 'lease.others';
  if (standing === 'submitted') return 'standing.submitted';
  if (wasMine && (standing === 'free' || status === 'expired')) return 'lease.ended';
  if (standing === 'free') return hasText ? 'lease.handedOn' : 'lease.nobody';
  return status === 'expired' ? 'standing.expired' : 'standing.ended';
}

/** Whose reservation has just ended goes on writing, on this device. */
export const mayWrite = (standing: Standing, wasMine: boolean): boolean =>
  standing === 'mine' || (standing === 'free' && wasMine);
