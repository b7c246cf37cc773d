/** PURE: the screen as lines, none of them wider than it, never more of them than it has. */
import type { Board } from './board.js';
import { cut, fit, tame } from './cell.js';
import { clock, gap, placeColumns, type PlacedColumn, type Shown } from './columns.js';

interface View {
  title: string;
  width: number;
  height: number;
  /** How many rows are above the first one shown. */
  scrolled: number;
  now: number;
}

/** How long a change stays marked, in milliseconds. */
export const markedMs = 10_000;

const bold = (text: string): string => `\x1b[1m${text}\x1b[22m`;
const inverse = (text: string): string => `\x1b[7m${text}\x1b[27m`;
const faint = (text: string): string => `\x1b[2m${text}\x1b[22m`;

export function draw(board: Board, view: View): string[] {
  const { width, height } = view;
  const rows = Array.from(board.rows, ([ref, row]) => ({ ...row, text: board.texts.get(ref) ?? '' }));
  const room = roomFor(rows.length, height);
  const from = Math.min(view.scrolled, Math.max(0, rows.length - room));
  const shown = rows.slice(from, from + room);
  const columns = placeColumns(rows, width);
  const told = Math.max(0, height - shown.length - 4);
  const happened = told > 0 ? board.happened.slice(-told) : [];
  return [
    headline(board, view),
    bold(cut(columns.map(({ title, width: wide }) => fit(title, wide)).join(' '.repeat(gap)), width)),
    ...shown.map((row) => line(row, columns, view)),
    faint(cut(hidden(rows.length, from, shown.length), width)),
    ...happened.map(({ at, ref, what }) => cut(tame(`${clock(at)}  ${ref}  ${what}`), width)),
  ].slice(0, height);
}

/** A third of the screen tells what happened; the rest, less three lines around, shows claims. */
export const roomFor = (rows: number, height: number): number =>
  Math.min(rows, Math.max(1, height - 3 - Math.floor(height / 3)));

function headline({ rows, trouble }: Board, { title, width, now }: View): string {
  if (!trouble) return cut(`${title} · ${String(rows.size)} claims · live`, width);
  const since = Math.round((now - trouble.since) / 1000);
  return inverse(fit(`No connection for ${String(since)} s, trying again: ${trouble.message}`, width));
}

function hidden(all: number, from: number, shown: number): string {
  const below = all - from - shown;
  const parts = [
    ...(from > 0 ? [`${String(from)} above`] : []),
    ...(below > 0 ? [`${String(below)} below`] : []),
    ...(from > 0 || below > 0 ? ['arrow keys scroll'] : []),
    'q ends',
  ];
  return parts.join(' · ');
}

function line(row: Shown, columns: readonly PlacedColumn[], { width, now }: View): string {
  const total = columns.reduce((sum, column) => sum + column.width + gap, -gap);
  // Narrower than its two least columns: only then a line is cut as a whole, and nothing in it is marked.
  if (total > width) return cut(columns.map((column) => tame(column.textOf(row))).join(' '), width);
  return columns
    .map((column) => {
      const cell = fit(column.textOf(row), column.width);
      const since = column.field === undefined ? undefined : row.changedAt[column.field];
      return since !== undefined && now - since < markedMs ? inverse(cell) : cell;
    })
    .join(' '.repeat(gap));
}
