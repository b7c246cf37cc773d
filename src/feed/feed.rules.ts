/** PURE: which events owe which work. */
import type { EventType } from '../events/event.types.js';
import type { Job } from '../queue/jobs.js';

export interface FeedEvent {
  type: string;
  subjectId: string;
  claimId: string | null;
}

const record = ({ subjectId }: FeedEvent): Job[] => [
  { name: 'record-verdict', payload: { verdictId: subjectId } },
];

const open = ({ claimId }: FeedEvent): Job[] =>
  claimId === null ? [] : [{ name: 'open-task', payload: { claimId } }];

/**
 * After these a status may lack the task it owes. `open-task` looks for itself, so a row too many costs a
 * look; a row too few would leave the work to the sweep.
 */
const owing: Partial<Record<EventType, (event: FeedEvent) => Job[]>> = {
  'verdict.submitted': record,

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

/** The jobs an event owes, none for most. Types it does not know (a newer process wrote them) owe nothing here. */
export function jobsFor(event: FeedEvent): Job[] {
  return Object.hasOwn(owing, event.type) ? (owing[event.type as EventType]?.(event) ?? []) : [];
}
