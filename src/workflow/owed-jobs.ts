/** PURE: which events of claims, tasks and verdicts owe which work. */
import type { EventType } from '../domain/event/types.js';
import type { OwingEvent } from '../platform/queue/owing-event.js';
import { delayUntil, longestDelayMs, type Job } from '../platform/queue/job.js';

const record = ({ subjectId }: OwingEvent): Job[] => [
  { name: 'record-verdict', payload: { verdictId: subjectId } },
];

const open = ({ claimId }: OwingEvent): Job[] =>
  claimId === null ? [] : [{ name: 'open-task', payload: { claimId } }];

/** What an edition can be made of: a change of it may be a change of what is about to be published. */
export const ingredients = ['claim', 'source', 'article', 'instrument', 'verdict'] as const;

const compare =
  (about: (typeof ingredients)[number]) =>
  ({ subjectId, claimId }: OwingEvent): Job[] => [
    {
      name: 'compare-edition',
      payload: { about, id: about === 'claim' ? (claimId ?? subjectId) : subjectId },
    },
  ];

/** After these what awaits approval may be another edition. */
const changing: Partial<Record<EventType, (event: OwingEvent) => Job[]>> = {
  'claim.changed': compare('claim'),
  'claim.attributed': compare('claim'),
  'claim.related': compare('claim'),
  'claim.unrelated': compare('claim'),
  'claim.contact_recorded': compare('claim'),
  'claim.contact_withdrawn': compare('claim'),
  'claim.approved': compare('claim'),
  'claim.retracted': compare('claim'),
  'claim.merged': compare('claim'),
  'claim.rejected': compare('claim'),
  'claim.reopened': compare('claim'),
  'verdict.edited': compare('verdict'),
  'source.changed': compare('source'),
  'source.merged': compare('source'),
  'source.split': compare('source'),
  'article.changed': compare('article'),
  'article.revised': compare('article'),
  'instrument.recorded': compare('instrument'),
  'content.erased': (event) => (event.claimId === null ? [] : compare('claim')(event)),
};

export const changingTypes = Object.keys(changing);

/**
 * After these a status may lack the task it owes. `open-task` looks for itself, so a row too many costs a
 * look; a row too few would leave the work to the sweep.
 */
const owing: Partial<Record<EventType, (event: OwingEvent) => Job[]>> = {
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

const check = ({ subjectId, checkInMs }: OwingEvent): Job[] => {
  if (checkInMs === null || checkInMs === undefined || checkInMs > longestDelayMs) return [];
  return [{ name: 'check-clock', payload: { taskId: subjectId }, delayMs: delayUntil(checkInMs) }];
};

/** Types it does not know (a newer process wrote them) owe nothing here. */
export function workflowJobsFor(event: OwingEvent): Job[] {
  const owed = [owing, changing].flatMap((table) =>
    Object.hasOwn(table, event.type) ? (table[event.type as EventType]?.(event) ?? []) : [],
  );
  return event.type.startsWith('task.') ? [...owed, ...check(event)] : owed;
}
