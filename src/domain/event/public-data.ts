/** PURE: what readers outside the desk see of an event: what is named here, and nothing else. */
import type { EventType } from './types.js';

/** All of its data, some of its fields, or only that it happened. */
type Shown = 'all' | 'nothing' | readonly string[];

const moved = ['from', 'to'] as const;

/**
 * A new type does not compile before somebody has decided. Words of the desk (reasons, notes, replies, stances, drafts)
 * are seen in an edition or not at all.
 */
export const shownToReaders: Readonly<Record<EventType, Shown>> = {
  'article.created': 'all',
  'article.changed': 'all',
  'article.revised': 'all',
  'source.created': 'all',
  'source.changed': 'all',
  'source.merged': ['ref', 'name', ...moved, 'into', 'was'],
  'source.split': ['ref', 'name', ...moved, 'was'],
  'instrument.recorded': 'all',
  'scale.published': 'all',
  'member.created': 'nothing',
  'member.changed': 'nothing',
  'key.created': 'nothing',
  'key.rotated': 'nothing',
  'key.revoked': 'nothing',
  'privileged_change.asked': 'nothing',
  'privileged_change.confirmed': 'nothing',
  'privileged_change.rejected': 'nothing',
  'privileged_change.withdrawn': 'nothing',
  'privileged_change.lapsed': 'nothing',
  'content.erased': ['target', 'texts', 'reason'],
  'content.redacted': ['target', 'texts', 'reason'],
  'policy.changed': 'nothing',
  'checkpoint.signed': 'all',

  'claim.submitted': ['ref', 'kind', 'to'],
  'claim.changed': [
    'kind',
    'secondaryKinds',
    'language',
    'topics',
    'glosses',
    'statementDate',
    'modality',
    'test',
  ],
  'claim.attributed': ['sources'],
  'claim.related': ['relation', 'type', 'from', 'to'],
  'claim.unrelated': ['relation', 'type', 'from', 'to'],
  'claim.provision_linked': ['norm'],
  'claim.evidence_added': ['evidence'],
  'claim.evidence_captured': ['evidence'],
  'claim.capture_failed': 'nothing',
  'claim.capture_requested': 'nothing',
  'claim.contact_recorded': ['contact'],
  'claim.contact_withdrawn': ['contact'],
  'claim.clash_arose': 'nothing',
  'claim.became_contested': 'all',
  'claim.ceased_contested': 'all',
  'claim.accepted': [...moved, 'priority', 'topics'],
  'claim.rejected': moved,
  'claim.merged': [...moved, 'into', 'revision'],
  'claim.merge_target_changed': 'all',
  'claim.started': moved,
  'claim.released': moved,
  'claim.verdict_recorded': 'nothing',
  'claim.approved': [
    ...moved,
    'verdict',
    'revision',
    'edition',
    'manner',
    'rating',
    'captures',
    'correction',
  ],
  'claim.returned': 'nothing',
  'claim.withdrawn': 'nothing',
  'claim.correction_started': [...moved, 'reason'],
  'claim.correction_canceled': moved,
  'claim.retracted': [...moved, 'revision', 'reason'],
  'claim.reopened': moved,
  'claim.notice_proposed': 'nothing',
  'claim.notice_approved': ['edition'],
  'claim.notice_dropped': 'nothing',

  'task.opened': 'nothing',
  'task.assigned': 'nothing',
  'task.taken': 'nothing',
  'task.started': 'nothing',
  'task.released': 'nothing',
  'task.submitted': 'nothing',
  'task.completed': 'nothing',
  'task.returned': 'nothing',
  'task.canceled': 'nothing',
  'task.expired': 'nothing',
  'task.extended': 'nothing',
  'task.paused': 'nothing',
  'task.resumed': 'nothing',
  'task.prioritized': 'nothing',
  'task.reminded': 'nothing',
  'task.overdue': 'nothing',
  'task.escalated': 'nothing',

  'verdict.submitted': 'nothing',
  'verdict.refused': 'nothing',
  'verdict.edited': 'nothing',
  'verdict.glass_broken': 'nothing',
  'verdict.glass_unconfirmed': 'nothing',
  'verdict.glass_lapsed': 'nothing',
  'verdict.recheck_due': 'all',
  'edition.changed': 'nothing',

  'review.imported': 'all',
  'review.changed': 'all',
  'review.withdrawn': 'all',
  'webhook.created': 'nothing',
  'webhook.changed': 'nothing',
  'webhook.secret_rotated': 'nothing',
  'webhook.enabled': 'nothing',
  'webhook.disabled': 'nothing',
  'webhook.handed_on': 'nothing',
  'webhook.replayed': 'nothing',
  'webhook.gave_up': 'nothing',
  'webhook.deleted': 'nothing',
};

/** Undefined where only that it happened is seen; so it is for a type that only a newer process knows. */
export function publicData(
  type: string,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const fields = Object.hasOwn(shownToReaders, type) ? shownToReaders[type as EventType] : 'nothing';
  if (fields === 'nothing') return undefined;
  if (fields === 'all') return data;
  const shown = Object.entries(data).filter(([name]) => fields.includes(name));
  return Object.fromEntries(
    shown.map(([name, value]) => [name, name === 'target' ? nameless(value) : value]),
  );
}

/** Of people, and of what was asked about them, only that it was one of them. */
const nameless = (target: unknown): unknown => {
  const kind = typeof target === 'object' && target !== null && 'kind' in target ? target.kind : undefined;
  return kind === 'member' || kind === 'privileged_change' ? { kind } : target;
};
