/** PURE: how a claim was described at some moment, in the words of the API. */
import { isSealed } from '../event/sealed-data.js';
import { claimTables } from '../replay/claim-tables.js';
import { columnOf } from '../replay/column-of.js';
import { beginningOfCell } from '../replay/read-row.js';
import type { Cells } from '../replay/row.js';

/** What a quote and its place were never changes. */
const fields = [
  'externalId',
  'kind',
  'secondaryKinds',
  'language',
  'topics',
  'priority',
  'modality',
  'statementDate',
  'test',
  'glosses',
];
/** Words of the desk. */
const deskFields = ['dateBasis', 'worthiness', 'fidelityNote', 'leads'];

/** The seals of all words in a row. */
export const sealsOf = (row: Cells): string[] =>
  Object.values(row).flatMap((cell) => (isSealed(cell) ? [cell.sealed] : []));

/** A link of its chain: `link` is its row, as replayed. */
export const linkAsOf = (
  link: Cells,
  words: Readonly<Record<string, unknown>>,
  forDesk: boolean,
): Record<string, unknown> => ({
  label: link['label'] ?? null,
  verb: link['verb'] ?? null,
  mode: link['mode'],
  anonymous: link['anonymous'] === true,
  date: link['date'] ?? null,
  note: forDesk && isSealed(link['note']) ? (words[link['note'].sealed] ?? null) : null,
});

/** `claim`: its row, as replayed. `words`: those that were not erased, by seal; erased ones are left out, as in the row of today. */
export function describedAsOf(
  claim: Cells,
  words: Readonly<Record<string, unknown>>,
  forDesk: boolean,
): Record<string, unknown> {
  const read = (column: string): unknown => {
    const cell = claim[column];
    const value = isSealed(cell) ? words[cell.sealed] : cell;
    return value ?? beginningOfCell(claimTables.claims, column);
  };
  const shown = forDesk ? [...fields, ...deskFields] : fields;
  return Object.fromEntries(shown.map((field) => [field, read(columnOf(field))]));
}
