/**
 * PURE: what the tables hold after an event. One chain at a time: a row belongs to one, so the state of a chain is all rows
 * that its events tell of.
 */
import { isSealed } from '../event/sealed-data.js';
import { entryRows } from './entered-claim-rows.js';
import { keyOf, type Cells, type EventRows, type ReplayedEvent } from './row.js';
import { recordTable } from './tables.js';

/** Table → key of a row → its cells, as events hold them: words as seals, what is long or secret as its hash. */
export type State = ReadonlyMap<string, ReadonlyMap<string, Cells>>;

export const nothing: State = new Map();

export const rowsOf = (state: State, table: string): Cells[] => [...(state.get(table)?.values() ?? [])];

export const replay = (events: Iterable<ReplayedEvent>, from: State = nothing): State => {
  let state = from;
  for (const event of events) state = apply(state, event);
  return state;
};

export function apply(state: State, event: ReplayedEvent): State {
  const stated = [...entryRows(event), ...rowsIn(event.data)];
  const claimed = event.claim === null ? [] : [countedBy(event, event.claim)];
  const changed = new Map<string, Map<string, Cells>>();
  const tableOf = (name: string): Map<string, Cells> => {
    const rows = changed.get(name) ?? new Map(state.get(name));
    changed.set(name, rows);
    return rows;
  };
  for (const { whole = [], gone = {}, now = {} } of [...stated, ...claimed]) {
    for (const name of whole) tableOf(name).clear();
    for (const [name, rows] of Object.entries(gone)) {
      const table = recordTable(name);
      if (table) for (const row of rows) tableOf(name).delete(keyOf(table, row));
    }
    for (const [name, rows] of Object.entries(now)) {
      for (const row of rows) put(tableOf, name, row);
    }
  }
  return changed.size === 0 ? state : new Map([...state, ...changed]);
}

function put(tableOf: (name: string) => Map<string, Cells>, name: string, row: Cells): void {
  if (name === 'contents') {
    tableOf(name).set(String(row['seal']), row);
    return;
  }
  const table = recordTable(name);
  if (!table) return;
  const key = keyOf(table, row);
  const rows = tableOf(name);
  const cells = { ...rows.get(key), ...row };
  rows.set(key, cells);
  for (const [column, declared] of Object.entries(table.columns)) {
    const cell = row[column];
    if (declared.rule === 'sealed' && isSealed(cell))
      tableOf('contents').set(cell.sealed, {
        seal: cell.sealed,
        kind: declared.kind,
        subject_id: cells[declared.of],
      });
  }
}

/** Every event of a claim counts for its version, whatever it is about. */
const countedBy = ({ ordinal, at }: ReplayedEvent, claim: string): EventRows => ({
  now: { claims: [{ id: claim, version: ordinal, updated_at: at }] },
});

/** The seals whose words an event says are gone; of what kind they were, and of what, stays. */
export function erasedBy({ type, data }: Pick<ReplayedEvent, 'type' | 'data'>): readonly string[] {
  const seals = type === 'content.erased' ? (data as { seals?: unknown }).seals : undefined;
  return Array.isArray(seals) ? seals.map(String) : [];
}

function rowsIn(data: unknown): EventRows[] {
  const rows = typeof data === 'object' && data !== null ? (data as { rows?: EventRows }).rows : undefined;
  return rows ? [rows] : [];
}
