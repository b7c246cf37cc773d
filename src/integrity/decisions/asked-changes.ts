/** Changes that take a second person, as they were asked for: by whom, and when. What they are stays, by a trigger. */
import { lapseHours } from '../../domain/access/privileged-change.js';
import type { State } from '../../domain/replay/apply.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from './ordered-event.js';
import { isWithin } from './within-hours.js';

export function createAskedChanges() {
  const asked = new Map<string, { actor: string | null; at: string }>();

  return {
    event({ type, subject: { id }, actor, at }: OrderedEvent): void {
      if (type === 'privileged_change.asked') asked.set(id, { actor, at });
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
