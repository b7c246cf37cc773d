/** Events that name no member: what the system itself does, and what the operator's command did. Nothing else is nobody's. */
import { claimTable } from '../../domain/claim/lifecycle.js';
import type { EventType } from '../../domain/event/types.js';
import { taskTable } from '../../domain/task/lifecycle.js';
import { splitNames } from '../../domain/text/split-names.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { placeOf, type OrderedEvent } from './ordered-event.js';

const moves = [claimTable, taskTable]
  .flatMap((table) => Object.values<Partial<Record<string, Move | readonly Move[]>>>(table))
  .flatMap((row) => Object.values(row))
  .flatMap((cell) => cell ?? []);

interface Move {
  by: readonly string[];
  eventType: EventType;
}

/** Of members, what a sign-in brings about: what it may say of them is looked at with their rights. */
const ofTheSystem: ReadonlySet<string> = new Set([
  ...moves.filter(({ by }) => by.includes('system')).map(({ eventType }) => eventType),
  ...splitNames('member.created member.changed key.created privileged_change.lapsed checkpoint.signed'),
  ...splitNames('claim.evidence_captured claim.capture_failed claim.merge_target_changed'),
  ...splitNames('claim.became_contested claim.ceased_contested edition.changed'),
  ...splitNames('task.opened task.reminded task.overdue task.escalated'),
  ...splitNames('verdict.refused verdict.glass_unconfirmed verdict.glass_lapsed verdict.recheck_due'),
  ...splitNames('webhook.disabled webhook.gave_up'),
]);

/** What no command does either: moves of claims and tasks, and what is decided on. */
const ofMembers: ReadonlySet<string> = new Set([
  ...moves.map(({ eventType }) => eventType).filter((type) => !ofTheSystem.has(type)),
  ...splitNames(
    'claim.notice_proposed claim.notice_approved claim.notice_dropped source.merged source.split',
  ),
  ...splitNames('verdict.submitted verdict.edited verdict.glass_broken'),
]);

/** Throws where an event is nobody's that is somebody's. */
export function requireSomebody(event: OrderedEvent): void {
  const { type, actor, key, data } = event;
  const fault = (why: string) => new VerificationError(why, placeOf(event));
  if ((actor === null) !== (key === null))
    throw fault('names a member and no key of theirs, or a key and no member');
  if (actor !== null || ofTheSystem.has(type)) return;
  if (ofMembers.has(type)) throw fault('was done by nobody, and is done by a member alone');
  if (data['operator'] !== true) throw fault('was done by nobody, and by no command');
}
