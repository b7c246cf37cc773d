/** Rows of a chain in their sealed form: words that are those of the seal that the events name stand as it. */
import { isSealed } from '../../domain/event/sealed-data.js';
import type { State } from '../../domain/replay/apply.js';
import { cellText, foundText, hashOfCell } from '../../domain/replay/cell.js';
import { isTold } from '../../domain/replay/compare.js';
import { keyOf, type Cells, type Rows } from '../../domain/replay/row.js';
import type { Column, RecordTable } from '../../domain/replay/table.js';
import { recordTable } from '../../domain/replay/tables.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { sealOf } from '../../domain/text/seal.js';
import type { Snapshot } from '../../platform/db/snapshot.js';

interface Content {
  seal: string;
  salt: string;
  kind: string;
  subject: string;
  value: unknown;
}

type Contents = ReadonlyMap<string, Content>;

/** With `contents`: of what each seal is that the events name and whose words are there. */
export async function sealRows(
  snapshot: Snapshot,
  state: State,
  found: Rows,
  erased: ReadonlySet<string>,
): Promise<Record<string, Cells[]>> {
  const contents = await readContents(snapshot, [...(state.get('contents')?.keys() ?? [])]);
  const rows: Record<string, Cells[]> = {};
  for (const [name, cells] of Object.entries(found)) {
    const table = recordTable(name);
    if (table)
      rows[name] = cells.map((row) => sealRow(table, row, { expected: state.get(name), contents, erased }));
  }
  if (contents.size > 0) rows['contents'] = [...contents.values()].map(knownOf);
  return rows;
}

const knownOf = ({ seal, salt, kind, subject, value }: Content): Cells => ({
  seal,
  kind,
  subject_id: subject,
  ...(sealOf(value, Buffer.from(salt, 'hex')) !== seal && { fits: false }),
});

async function readContents(snapshot: Snapshot, seals: readonly string[]): Promise<Contents> {
  if (seals.length === 0) return new Map();
  const found = await snapshot.one<{ contents: Content[] }>(readSealed, [seals]);
  return new Map(found?.contents.map((one) => [one.seal, one]));
}

// One answer, not a walk: there are few to a chain, and many chains.
const readSealed = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('seal', encode(seal, 'hex'), 'salt', encode(salt, 'hex'), 'kind', kind,
    'subject', subject_id, 'value', value)), '[]') AS contents
  FROM contents WHERE seal = ANY (ARRAY(SELECT seal_or_null(s) FROM unnest($1::text[]) s))`;

interface Known {
  expected: ReadonlyMap<string, Cells> | undefined;
  contents: Contents;
  /** Seals whose words were erased. */
  erased: ReadonlySet<string>;
}

function sealRow(table: RecordTable, row: Cells, known: Known): Cells {
  const wanted = known.expected?.get(keyOf(table, row));
  return Object.fromEntries<unknown>(
    Object.entries(table.columns)
      .filter(([, column]) => isTold(column))
      .map(([name, column]) => [name, sealCell(column, row[name], wanted?.[name], known)] as const),
  );
}

function sealCell(column: Column, cell: unknown, wanted: unknown, { contents, erased }: Known): unknown {
  if (column.rule === 'hash') return typeof cell === 'string' ? hashOfCell(cell) : cell;
  if (column.rule !== 'sealed') return cell;
  if (!isSealed(wanted)) return foundText(column, cell) === cellText(column, wanted) ? cell : otherWords;
  if (erased.has(wanted.sealed)) return isWordless(column, cell) ? wanted : otherWords;
  const content = contents.get(wanted.sealed);
  return content && canonicalJson(content.value) === canonicalJson(cell) ? wanted : otherWords;
}

/** As an erasure leaves a cell: nothing. Of acknowledgements it takes the notes alone. */
function isWordless(column: Column, cell: unknown): boolean {
  if (cell === null || cell === '') return true;
  if (typeof cell !== 'object') return false;
  if (column.rule === 'sealed' && column.kind === 'acknowledgement' && Array.isArray(cell))
    return (cell as readonly unknown[]).every(isClashWithoutNote);
  return Object.keys(cell).length === 0;
}

const partsOfClash: ReadonlySet<string> = new Set(['claim', 'relation', 'rating', 'theirs', 'status']);

const isClashWithoutNote = (one: unknown): boolean =>
  typeof one === 'object' &&
  one !== null &&
  Object.entries(one).every(([name, value]) => (name === 'note' ? value === null : partsOfClash.has(name)));

/** They do not leave the database, whatever they are. */
const otherWords = { words: 'of no such seal' };
