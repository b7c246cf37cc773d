/** Lock and read, decide, write: each change of claims, tasks and verdicts is two statements around a pure function. */
import type { Tx } from '../platform/db/client.js';
import { explainConstraint } from '../platform/db/constraint-errors.js';
import { newId } from '../platform/db/new-id.js';
import { newSalt } from '../platform/db/new-salt.js';
import { changedMeanwhile, Failure, failureOf } from '../platform/errors.js';
import { withMac } from '../platform/secrets/event-mac.js';
import { isRefusal, type Change, type Decision } from './change.js';
import { writtenRowsOf } from './change-rows.js';

/** Writes a change at once, or throws why there is none. */
export async function applyDecision(tx: Tx, decision: Decision): Promise<Change> {
  if (isRefusal(decision)) throw failureOf(decision);
  await writeChange(tx, decision);
  return decision;
}

/** Their role has changed since they were let in, a moment ago. */
const noEditorAnyMore = (): Failure =>
  new Failure('forbidden', 'You are not an active editor any more.', { code: 'editors_only' });

async function writeChange(tx: Tx, change: Change): Promise<void> {
  const { before, docket, events } = change;
  if (docket === before && events.length === 0 && !change.proposed) return;
  const { events: happened, ...rows } = writtenRowsOf(change, { newId, newSalt });
  const written = { ...rows, events: happened.map(withMac) };
  const [row] = await explainConstraint(
    {
      verdicts_approver_is_editor: noEditorAnyMore,
      // Somebody was tied to another, or lost a role, since the caller was let in: judged anew it is refused with the reason.
      verdict_sides_are_two: changedMeanwhile,
      verdicts_second_is_another: changedMeanwhile,
      verdicts_second_may_check: changedMeanwhile,
      notices_two_persons: changedMeanwhile,
    },
    () => tx.$queryRaw<[{ written: boolean }]>`
      SELECT write_change(${JSON.stringify(written)}::jsonb) AS written`,
  );
  if (!row.written) throw changedMeanwhile();
}
