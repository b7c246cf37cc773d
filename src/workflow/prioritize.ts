import type { Actor } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { appendEvents } from './events/events.repository.js';
import { setPriority } from './assignment.repository.js';
import type { Docket } from './docket.repository.js';
import type { Prioritization } from './command.schema.js';
import { prioritizeTasks } from './prioritize-tasks.js';

/** Gives a claim on a locked docket, and the work on it, another priority. What is so already is left alone. */
export async function prioritize(
  tx: Tx,
  docket: Docket,
  { priority, note }: Prioritization,
  actor: Actor,
): Promise<void> {
  if (docket.priority !== priority) {
    await setPriority(tx, docket.id, priority);
    await appendEvents(tx, actor, [
      {
        type: 'claim.changed',
        subject: { type: 'claim', id: docket.id },
        claimId: docket.id,
        data: { priority },
      },
    ]);
  }
  await prioritizeTasks(tx, docket, { priority, note }, actor);
}
