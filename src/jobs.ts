/** Every job there is, by its name in the queue, and which events owe which. */
import type { z } from 'zod';
import { captureEvidenceJob } from './capture/capture-evidence.job.js';
import { captureJobsFor } from './capture/owed-jobs.js';
import { deliverWebhookJob } from './delivery/webhooks/deliver-webhook.job.js';
import { signCheckpointJob } from './integrity/checkpoints/sign-checkpoint.job.js';
import type { Job, JobContracts } from './platform/queue/job.js';
import type { OwingEvent } from './platform/queue/owing-event.js';
import { sweepJob } from './platform/queue/sweep.job.js';
import {
  lapsePrivilegedChangeJob,
  privilegedJobsFor,
} from './resources/privileged-changes/lapse-privileged-change.job.js';
import { erasureJobsFor, removeErasedFilesJob } from './resources/erasures/remove-erased-files.job.js';
import { updateTaskSpansJob } from './resources/stats/update-task-spans.job.js';
import { sumWeekJob } from './resources/stats/sum-week.job.js';
import { askRecheckJob } from './workflow/ask-recheck.job.js';
import { checkGlassBreakJob } from './workflow/check-glass-break.job.js';
import { checkClockJob } from './workflow/check-clock.job.js';
import { compareEditionJob } from './workflow/compare-edition.job.js';
import { openTaskJob } from './workflow/open-task.job.js';
import { workflowJobsFor } from './workflow/owed-jobs.js';
import { recordVerdictJob } from './workflow/record-verdict.job.js';

export const jobs = {
  'open-task': openTaskJob,
  'record-verdict': recordVerdictJob,
  'capture-evidence': captureEvidenceJob,
  'ask-recheck': askRecheckJob,
  'check-glass-break': checkGlassBreakJob,
  'check-clock': checkClockJob,
  'compare-edition': compareEditionJob,
  'sign-checkpoint': signCheckpointJob,
  'deliver-webhook': deliverWebhookJob,
  'update-task-spans': updateTaskSpansJob,
  'sum-week': sumWeekJob,
  'lapse-privileged-change': lapsePrivilegedChangeJob,
  'remove-erased-files': removeErasedFilesJob,
  sweep: sweepJob,
} as const satisfies JobContracts;

export type JobName = keyof typeof jobs;
export type Payload<Name extends JobName> = z.output<(typeof jobs)[Name]['payload']>;

/** A job of the list, with the payload of its contract. */
export type KnownJob = {
  [Name in JobName]: { name: Name; payload: Payload<Name>; delayMs?: number };
}[JobName];

export const jobNames = Object.keys(jobs) as JobName[];

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);

/** The jobs an event owes, none for most. */
export const jobsFor = (event: OwingEvent): Job[] => [
  ...workflowJobsFor(event),
  ...captureJobsFor(event),
  ...privilegedJobsFor(event),
  ...erasureJobsFor(event),
];
