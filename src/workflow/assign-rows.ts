/** PURE: which event of a change tells of which of its rows: the last about the same thing, or else the last of the claim. */
import { cellsBefore, cellsOf } from '../domain/replay/event-rows.js';
import type { Cells, EventRows } from '../domain/replay/row.js';
import { recordTable, type RecordName } from '../domain/replay/tables.js';
import type { ChangeEvent } from './change.js';
import type { Columns } from './columns.js';

/** A row that is new, changed, or gone. */
export interface RowFact {
  table: RecordName;
  /** The claim whose chain tells of it. */
  claim: string;
  /** The thing it is about: a task, a verdict, the claim itself. */
  about: string;
  now?: Columns;
  was?: Columns;
  /** The key of a row that is there no more. */
  gone?: Columns;
}

/** In the order of the events: the rows of each. A row whose claim has no event in the change is in none. */
export function assignRows(
  facts: readonly RowFact[],
  events: readonly Pick<ChangeEvent, 'claimId' | 'subject'>[],
): (EventRows | undefined)[] {
  const rowsByEvent = events.map((): RowFact[] => []);
  for (const fact of facts) {
    const aboutIndex = events.findLastIndex(
      ({ claimId, subject }) => claimId === fact.claim && subject.id === fact.about,
    );
    const index =
      aboutIndex >= 0 ? aboutIndex : events.findLastIndex(({ claimId }) => claimId === fact.claim);
    rowsByEvent[index]?.push(fact);
  }
  return rowsByEvent.map((rows) => (rows.length === 0 ? undefined : eventRowsOf(rows)));
}

function eventRowsOf(facts: readonly RowFact[]): EventRows | undefined {
  const by = (pick: (fact: RowFact) => Cells | undefined) => {
    const rows: Record<string, Cells[]> = {};
    for (const fact of facts) {
      const cells = pick(fact);
      if (cells) (rows[fact.table] ??= []).push(cells);
    }
    return rows;
  };
  const now = by(({ table, now: row }) => row && cellsUnlessKeyOnly(table, row, cellsOf));
  const was = by(({ table, was: row }) => row && cellsUnlessKeyOnly(table, row, cellsBefore));
  const gone = by((fact) => fact.gone);
  const rows = {
    ...(Object.keys(now).length > 0 && { now }),
    ...(Object.keys(was).length > 0 && { was }),
    ...(Object.keys(gone).length > 0 && { gone }),
  };
  return Object.keys(rows).length > 0 ? rows : undefined;
}

/** Undefined where nothing is left of it but its key. */
function cellsUnlessKeyOnly(name: string, row: Columns, how: typeof cellsOf): Cells | undefined {
  const table = recordTable(name);
  if (!table) return undefined;
  const cells = how(table, row);
  return Object.keys(cells).some((column) => !table.key.includes(column)) || table.key.length > 1
    ? cells
    : undefined;
}
