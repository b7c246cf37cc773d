/** PURE: a review task and its people, as a decision sees them. */
import type { Role } from '../domain/access/rules.js';
import type { Priority } from '../domain/task/priority.js';
import type { Running, Stopped } from '../domain/task/clock.js';
import type { Stage, TaskStatus } from '../domain/task/lifecycle.js';
import type { VerdictStatus } from '../domain/verdict/lifecycle.js';

export interface Member {
  id: string;
  personId: string;
  ref: string;
  role: Role;
  active: boolean;
}

export interface Workload extends Member {
  awayUntil: Date | null;
  away: boolean;
  /** How many tasks they hold, of how many at most. */
  held: number;
  limit: number;
}

/** The columns that tell the time of a task. */
export type Times = (Running | Stopped) & {
  leaseUntil: Date | null;
  pausedAt: Date | null;
  pauseReason: string | null;
};

export type DocketTask = Times & {
  id: string;
  stage: Stage;
  round: number;
  status: TaskStatus;
  priority: Priority;
  version: number;
  assigneeId: string | null;
  holder: Member | null;
  draftVersion: number;
  /** Read where it was asked for. */
  draft: object | null;
  openedAt: Date;
  takenAt: Date | null;
  closedAt: Date | null;
  /** The status of the last verdict that came of it. */
  verdict: VerdictStatus | null;
};
