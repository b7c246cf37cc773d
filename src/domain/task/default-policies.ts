/** PURE: the policies a new desk begins with, until an editor changes them. The baseline migration enters the same. */
import type { Clock } from './clock.js';

/** Minutes until a clock of a stage is overdue, for every priority. */
export const clockMinutes: Readonly<Record<Clock, number>> = {
  triage: 240,
  pick_up: 120,
  review: 1440,
  approval: 480,
  correction: 1440,
};

/** Minutes for which a task that was taken is reserved. */
export const leaseMinutes = 480;

/** How many tasks somebody holds at most. */
export const wipLimit = 5;
