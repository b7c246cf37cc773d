/** Changes that take a second person: by whom they were asked for and decided on, and when. What they are stays, by a trigger. */
import { lapseHours } from '../../domain/access/privileged-change.js';
import type { State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from './ordered-event.js';
import { isWithin } from './within-hours.js';

export function createAskedChanges() {
  const asked = new Map<string, { actor: string | null; at: string }>();
  const confirmed = new Set<string>();

  return {
    event(event: OrderedEvent, after: State): void {
      const { type, subject, actor, at } = event;
      if (subject.type !== 'privileged_change') return;
      if (type === 'privileged_change.asked') asked.set(subject.id, { actor, at });
      if (type === 'privileged_change.confirmed') confirmed.add(subject.id);
      requireOwnHand(event, after.get('privileged_changes')?.get(subject.id) ?? {}, confirmed);
    },

    /** Throws where nobody asked for what was confirmed, or its time was over: the row that waits is no witness. */
    requireAsked({ subject: { id }, at }: OrderedEvent, after: State): void {
      const fault = (why: string, column: string) =>
        new VerificationError(why, { table: 'privileged_changes', row: id, column });
      const { asked_by_id = null } = after.get('privileged_changes')?.get(id) ?? {};
      const before = asked.get(id);
      if (!before || before.actor !== asked_by_id)
        throw fault('is said to be asked for by somebody who did not', 'asked_by_id');
      if (!isWithin(lapseHours, before.at, at))
        throw fault(
          `was confirmed more than ${String(lapseHours)} hours after it was asked for`,
          'lapses_at',
        );
    },
  };
}

const decisions: ReadonlySet<OrderedEvent['type']> = new Set([
  'privileged_change.confirmed',
  'privileged_change.rejected',
  'privileged_change.withdrawn',
]);

/** Throws where a row says that somebody decided who did not: whoever acts is named by the event. */
function requireOwnHand(
  { type, subject: { id }, actor, data }: OrderedEvent,
  { kind, status, asked_by_id = null, decided_by_id = null }: Cells,
  confirmed: ReadonlySet<string>,
): void {
  const place = { table: 'privileged_changes', row: id };
  if ((status === 'confirmed') !== confirmed.has(id))
    throw new VerificationError('is said to be confirmed, or not to be, by its row alone', {
      ...place,
      column: 'status',
    });
  if (!decisions.has(type)) return;
  if (actor !== decided_by_id)
    throw new VerificationError('is said to be decided on by somebody else than did it', {
      ...place,
      column: 'decided_by_id',
    });
  const isCommand = kind === 'erase' && asked_by_id === null && data['operator'] === true;
  if (actor === null && !isCommand)
    throw new VerificationError('was decided on by nobody', { ...place, column: 'decided_by_id' });
}
