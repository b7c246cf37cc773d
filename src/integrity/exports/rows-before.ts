/** What an event says that stood in a row before it: a row that somebody changed by hand for a moment is known by that alone. */
import type { EventContent } from '../../domain/event/chain.js';
import type { State } from '../../domain/replay/apply.js';
import { cellText, foundText } from '../../domain/replay/cell.js';
import { keyOf, type EventRows } from '../../domain/replay/row.js';
import { recordTable } from '../../domain/replay/tables.js';
import { VerificationError } from '../checkpoints/verification-error.js';

/**
 * Throws where that is not what the events before it say. Of claims alone: what other chains say of it is taken from their events.
 * `before`: the rows of its chain by then.
 */
export function requireAsBefore(before: State, { claim, data }: EventContent): void {
  if (claim === null) return;
  for (const [name, rows] of Object.entries(rowsBefore(data))) {
    const table = recordTable(name);
    if (!table) continue;
    for (const row of rows) {
      const key = keyOf(table, row);
      const known = before.get(name)?.get(key);
      for (const [column, found] of Object.entries(row)) {
        const declared = table.columns[column];
        if (!declared || table.key.includes(column)) continue;
        const [expected, said] = [cellText(declared, known?.[column]), foundText(declared, found)];
        if (expected === said) continue;
        const place = { chain: `claim/${claim}`, table: name, row: key, column };
        throw new VerificationError(`is said to have been ${said} before, and was ${expected}`, place);
      }
    }
  }
}

const rowsBefore = (data: unknown): NonNullable<EventRows['was']> =>
  (data as { rows?: EventRows } | null)?.rows?.was ?? {};
