/** PURE: a claim from a row of a table. Columns are the fields of `POST /v1/claims` in snake case. */
import { textFault } from '../text/wellformed.js';

/** What a cell becomes; `list` is written with semicolons. */
type Cell = 'text' | 'number' | 'flag' | 'list';

const columns: Readonly<Record<string, { path: readonly string[]; cell: Cell }>> = {
  ref: { path: ['ref'], cell: 'text' },
  external_id: { path: ['externalId'], cell: 'text' },
  article: { path: ['article'], cell: 'text' },
  article_version: { path: ['articleVersion'], cell: 'number' },
  kind: { path: ['kind'], cell: 'text' },
  secondary_kinds: { path: ['secondaryKinds'], cell: 'list' },
  language: { path: ['language'], cell: 'text' },
  quote: { path: ['quote', 'exact'], cell: 'text' },
  quote_prefix: { path: ['quote', 'prefix'], cell: 'text' },
  quote_suffix: { path: ['quote', 'suffix'], cell: 'text' },
  quote_start: { path: ['quote', 'start'], cell: 'number' },
  quote_end: { path: ['quote', 'end'], cell: 'number' },
  modality: { path: ['modality'], cell: 'text' },
  statement_date: { path: ['statementDate'], cell: 'text' },
  date_basis: { path: ['dateBasis'], cell: 'text' },
  topics: { path: ['topics'], cell: 'list' },
  priority: { path: ['priority'], cell: 'text' },
  worthiness: { path: ['worthiness'], cell: 'text' },
  fidelity_note: { path: ['fidelityNote'], cell: 'text' },
  leads: { path: ['leads'], cell: 'list' },
  test: { path: ['test'], cell: 'flag' },
  provisions: { path: ['provisions'], cell: 'list' },
  instruments: { path: ['instruments'], cell: 'list' },
};

/** Of one link of the chain; `source_2` is whom `source` heard it from, and so on to `source_8`. */
const linkColumns: Readonly<Record<string, { path: readonly string[]; cell: Cell }>> = {
  source: { path: ['source'], cell: 'text' },
  source_label: { path: ['label'], cell: 'text' },
  verb: { path: ['verb'], cell: 'text' },
  mode: { path: ['mode'], cell: 'text' },
  anonymous: { path: ['anonymous'], cell: 'flag' },
  said_on: { path: ['date'], cell: 'text' },
  said_note: { path: ['note'], cell: 'text' },
};

const linkColumn = /^(?<name>[a-z_]+?)(?:_(?<place>[2-8]))?$/;
const glossColumn = /^gloss_(?<language>[A-Za-z0-9-]+)$/;

/** Where a column goes; undefined for one that nobody knows. */
function targetOf(column: string): { path: readonly string[]; cell: Cell } | undefined {
  const own = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (own) return own;
  const language = glossColumn.exec(column)?.groups?.['language'];
  if (language !== undefined) return { path: ['glosses', language], cell: 'text' };
  const { name = '', place = '1' } = linkColumn.exec(column)?.groups ?? {};
  const link = Object.hasOwn(linkColumns, name) ? linkColumns[name] : undefined;
  return link && { path: ['links', place, ...link.path], cell: link.cell };
}

/** Why a table with these columns is not read, as the end of a sentence about it; undefined where it is. */
export function headerFault(header: readonly string[]): string | undefined {
  const unknown = header.filter((column) => targetOf(column) === undefined);
  if (unknown.length > 0) return `has columns that nobody knows: ${unknown.join(', ')}`;
  const names = new Map<string, string>();
  for (const column of header) {
    // Languages are the same in any case.
    const name = targetOf(column)?.path.join('/').toLowerCase() ?? column;
    const before = names.get(name);
    if (before === column) return `has the column ${column} twice`;
    if (before !== undefined) return `has ${before} and ${column}, which are the same`;
    names.set(name, column);
  }
  const gap = gapIn(header.flatMap((column) => placeOf(targetOf(column)?.path) ?? []));
  return gap && `has columns for link ${gap.then} of the chain and none for link ${gap.missing}`;
}

const placeOf = ([first, place]: readonly string[] = []): string | undefined =>
  first === 'links' ? place : undefined;

/** The first place that is missing before another: a chain is told link by link. */
function gapIn(places: readonly string[]): { missing: string; then: string } | undefined {
  const sorted = [...new Set(places)].sort();
  const at = sorted.findIndex((place, index) => place !== String(index + 1));
  return at === -1 ? undefined : { missing: String(at + 1), then: sorted[at] ?? '' };
}

/** The body that `POST /v1/claims` would take, or what is wrong with the row. Empty cells are left out. */
export function readClaimRow(
  header: readonly string[],
  cells: readonly string[],
): { body: object } | { message: string } {
  if (cells.length !== header.length)
    return {
      message: `has ${String(cells.length)} cells where the table has ${String(header.length)} columns`,
    };
  const body: Record<string, unknown> = {};
  for (const [index, column] of header.entries()) {
    const text = cells[index] ?? '';
    const target = targetOf(column);
    if (text === '' || !target) continue;
    const fault = textFault(text);
    if (fault !== undefined) return { message: `${column} ${fault}` };
    set(body, target.path, valueOf(text, target.cell));
  }
  const gap = gapIn(Object.keys(body['links'] ?? {}));
  if (gap) return { message: `has link ${gap.then} of the chain and not link ${gap.missing}` };
  const { links = {}, provisions = [], instruments = [], ...rest } = body;
  const norms = [
    ...(provisions as string[]).map((provision) => ({ provision })),
    ...(instruments as string[]).map((instrument) => ({ instrument })),
  ];
  return { body: { ...rest, attributions: chainOf(links as object), provisions: norms } };
}

function set(body: Record<string, unknown>, [name = '', ...deeper]: readonly string[], value: unknown): void {
  if (deeper.length === 0) body[name] = value;
  else set((body[name] ??= {}) as Record<string, unknown>, deeper, value);
}

/** What is no number or flag stays text, and is refused by name. */
function valueOf(text: string, cell: Cell): unknown {
  switch (cell) {
    case 'number':
      return /^\d{1,9}$/.test(text) ? Number(text) : text;
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'list':
      return text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'text':
      return text;
  }
}

/** Each link with the next one behind it; `mode` is `direct` where it is left out. */
function chainOf(links: object): object[] {
  const places = Object.entries(links).sort(([a], [b]) => (a < b ? -1 : 1));
  return places.reduceRight<object[]>(
    (from, [, link]: [string, object]) => [{ mode: 'direct', ...link, from }],
    [],
  );
}
