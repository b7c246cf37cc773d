/** PURE: everything that can happen, by its name. Past tense, subject first. */

export const eventTypes = [
  'article.created',
  'article.changed',
  'article.revised',
  'source.created',
  'source.changed',
  'source.merged',
  'source.split',
  'instrument.recorded',
  'scale.published',
  'member.created',
  'member.changed',
  'key.created',
  'key.rotated',
  'key.revoked',
  'privileged_change.asked',
  'privileged_change.confirmed',
  'privileged_change.rejected',
  'privileged_change.withdrawn',
  'privileged_change.lapsed',
  'content.erased',
  'content.redacted',
  'policy.changed',
  'checkpoint.signed',

  'claim.submitted',
  'claim.changed',
  'claim.attributed',
  'claim.related',
  'claim.unrelated',
  'claim.provision_linked',
  'claim.evidence_added',
  'claim.evidence_captured',
  'claim.capture_failed',
  'claim.capture_requested',
  'claim.contact_recorded',
  'claim.contact_withdrawn',
  'claim.clash_arose',
  'claim.became_contested',
  'claim.ceased_contested',
  'claim.accepted',
  'claim.rejected',
  'claim.merged',
  'claim.merge_target_changed',
  'claim.started',
  'claim.released',
  'claim.verdict_recorded',
  'claim.approved',
  'claim.returned',
  'claim.withdrawn',
  'claim.correction_started',
  'claim.correction_canceled',
  'claim.retracted',
  'claim.reopened',
  'claim.notice_proposed',
  'claim.notice_approved',
  'claim.notice_dropped',

  'task.opened',
  'task.assigned',
  'task.taken',
  'task.started',
  'task.released',
  'task.submitted',
  'task.completed',
  'task.returned',
  'task.canceled',
  'task.expired',
  'task.extended',
  'task.paused',
  'task.resumed',
  'task.prioritized',
  'task.reminded',
  'task.overdue',
  'task.escalated',

  'verdict.submitted',
  'verdict.refused',
  'verdict.edited',
  'verdict.glass_broken',
  'verdict.glass_unconfirmed',
  'verdict.glass_lapsed',
  'verdict.recheck_due',
  'edition.changed',

  'review.imported',
  'review.changed',
  'review.withdrawn',
  'webhook.created',
  'webhook.changed',
  'webhook.secret_rotated',
  'webhook.enabled',
  'webhook.disabled',
  'webhook.handed_on',
  'webhook.replayed',
  'webhook.gave_up',
  'webhook.deleted',
] as const;

export type EventType = (typeof eventTypes)[number];

/** What an event is about. */
export const subjectTypes = [
  'article',
  'source',
  'instrument',
  'scale',
  'member',
  'key',
  'privileged_change',
  'erasure',
  'policy',
  'checkpoint',
  'claim',
  'task',
  'verdict',
  'review',
  'webhook',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** One fact to append. Whatever belongs to a claim carries its `claimId` and moves the claim's version. */
export interface NewEvent {
  type: EventType;
  subject: { type: SubjectType; id: string };
  claimId?: string;
  data?: Record<string, unknown>;
  /** Rows that it holds, as they stand by now, in place of all rows of its subject; of a claim it holds these alone. */
  rows?: readonly StoredRows[];
}

/** The rows of a table whose columns have these values. */
export interface StoredRows {
  table: string;
  where: Readonly<Record<string, unknown>>;
}
