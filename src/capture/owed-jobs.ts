/** PURE: which events owe a capture. */
import type { OwingEvent } from '../platform/queue/owing-event.js';
import type { Job } from '../platform/queue/job.js';

const owing: ReadonlySet<string> = new Set(['claim.evidence_added', 'claim.capture_requested']);

export const captureJobsFor = ({ type, evidenceId }: OwingEvent): Job[] =>
  owing.has(type) && evidenceId !== null && evidenceId !== undefined
    ? [{ name: 'capture-evidence', payload: { evidenceId } }]
    : [];
