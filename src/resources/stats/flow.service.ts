import type { z } from 'zod';
import type { Pool } from '../../platform/db/client.js';
import { Failure } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/job.js';
import { readFlow, readNow } from './flow.repository.js';
import type { flowQuery } from './flow.schema.js';
import { viewFlow } from './flow.view.js';
import { areTaskSpansBehind, updateTaskSpans } from './task-spans.repository.js';
import { findWeeksToSum, sumWeek } from './week.repository.js';

export type FlowService = ReturnType<typeof createFlowService>;

const day = 86_400_000;
const usualDays = 28;
const mostDays = 3660;
/** How many weeks one sweep looks up at most; what is left over is found by the next. */
const weeksPerSweep = 60;

/** How work flows over the desk: figures made from events alone, but for what is overdue by the tasks' clocks. */
export function createFlowService({ pool }: { pool: Pool }) {
  return {
    async read(query: z.output<typeof flowQuery>) {
      const now = await readNow(pool);
      const to = query.to === undefined ? now : new Date(query.to);
      const from = query.from === undefined ? new Date(to.getTime() - usualDays * day) : new Date(query.from);
      checkWindow(from, to);
      await updateTaskSpans(pool);
      const window = { from, to, tests: query.tests === 'include', now };
      return viewFlow(await readFlow(pool, window), window);
    },

    /** What a worker does with the job `sum-week`: sums up a week that is over, once. */
    sumWeek: (monday: string): Promise<void> => sumWeek(pool, monday),

    /** What a worker does with the job `update-task-spans`: all that is behind the spans' place in the feed. */
    updateTaskSpans: (): Promise<void> => updateTaskSpans(pool),

    /** The job that brings the spans of tasks up to date; then those for weeks that are over and not summed up. */
    findOwed: async (limit = weeksPerSweep): Promise<Job[]> =>
      (await areTaskSpansBehind(pool))
        ? [{ name: 'update-task-spans', payload: {} }]
        : (await findWeeksToSum(pool, limit)).map((monday) => ({ name: 'sum-week', payload: { monday } })),
  };
}

function checkWindow(from: Date, to: Date): void {
  const length = to.getTime() - from.getTime();
  const message =
    length <= 0
      ? 'must be before `to`'
      : length > mostDays * day
        ? `must be at most ${String(mostDays)} days before \`to\``
        : undefined;
  if (message === undefined) return;
  throw new Failure('unprocessable', 'There are no figures for this window.', {
    code: 'invalid_window',
    faults: [{ in: 'query', pointer: 'from', message }],
  });
}
