import type { Enqueue, JobName, Payload } from '../src/queue/jobs.js';
import { askRecheck, type Rechecks } from './jobs/ask-recheck.js';
import { checkClock, type Clocks } from './jobs/check-clock.js';
import { openTask, type Desk } from './jobs/open-task.js';
import { recordVerdict, type Recorder } from './jobs/record-verdict.js';
import { sumWeek, type Figures } from './jobs/sum-week.js';
import { sweep, type Ledger } from './jobs/sweep.js';

/** What workers need of the core. */
export type WorkerServices = Desk & Recorder & Rechecks & Clocks & Figures & Ledger;

export type Handlers = { [Name in JobName]: (payload: Payload<Name>) => Promise<void> };

interface HandlerParts {
  services: WorkerServices;
  enqueue: Enqueue;
  now?: () => number;
}

/** Who does what: a job without a handler does not compile. */
export const createHandlers = ({ services, enqueue, now = Date.now }: HandlerParts): Handlers => ({
  'open-task': openTask(services),
  'record-verdict': recordVerdict(services),
  'ask-recheck': askRecheck(services),
  'check-clock': checkClock(services),
  'sum-week': sumWeek(services),
  sweep: sweep(services, enqueue, now),
});
