/** PURE: which events owe which work. */
import type { EventType } from './types.js';
import type { Job } from '../../platform/queue/jobs.js';

export interface FeedEvent {
  type: string;
  subjectId: string;
  claimId: string | null;
  /** The evidence that the event is about, where it is. */
  evidenceId?: string | null;
  /** Milliseconds until the event's task has to be looked at again, where something will fall due on it. */
  checkInMs?: number | null;
}

const record = ({ subjectId }: FeedEvent): Job[] => [
  { name: 'record-verdict', payload: { verdictId: subjectId } },
];

const open = ({ claimId }: FeedEvent): Job[] =>
  claimId === null ? [] : [{ name: 'open-task', payload: { claimId } }];

const capture = ({ evidenceId }: FeedEvent): Job[] =>
  evidenceId === null || evidenceId === undefined
    ? []
    : [{ name: 'capture-evidence', payload: { evidenceId } }];

/**
 * After these a status may lack the task it owes. `open-task` looks for itself, so a row too many costs a
 * look; a row too few would leave the work to the sweep.
 */
const owing: Partial<Record<EventType, (event: FeedEvent) => Job[]>> = {
  'verdict.submitted': record,

  'claim.evidence_added': capture,
  'claim.capture_requested': capture,

  'claim.submitted': open,
  'claim.accepted': open,
  'claim.released': open,
  'claim.verdict_recorded': open,
  'claim.returned': open,
  'claim.withdrawn': open,
  'claim.correction_started': open,
  'claim.reopened': open,

  'task.expired': open,
};

/** So that the job does not come a moment before what it is to look for. */
const marginMs = 200;
/** What is due later than that is left to the sweep, or to an event in between. */
const longestDelayMs = 7 * 24 * 3_600_000;

const check = ({ subjectId, checkInMs }: FeedEvent): Job[] => {
  if (checkInMs === null || checkInMs === undefined || checkInMs > longestDelayMs) return [];
  const delayMs = Math.max(0, Math.ceil(checkInMs)) + marginMs;
  return [{ name: 'check-clock', payload: { taskId: subjectId }, delayMs }];
};

/** The jobs an event owes, none for most. Types it does not know (a newer process wrote them) owe nothing here. */
export function jobsFor(event: FeedEvent): Job[] {
  const owed = Object.hasOwn(owing, event.type) ? (owing[event.type as EventType]?.(event) ?? []) : [];
  return event.type.startsWith('task.') ? [...owed, ...check(event)] : owed;
}

/** No entry stands behind this position: the largest of a bigint. */
export const pastTheEnd = 9_223_372_036_854_775_807n;
