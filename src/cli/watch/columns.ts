/** PURE: which columns there are, how wide, and which of them a narrow terminal does without. */
import type { ClaimStatus } from '../../../client/generated/api.js';
import type { Row } from './board.js';
import { show } from './board.js';
import { widthOf } from './cell.js';

export interface Shown extends Row {
  text: string;
}

interface Column {
  title: string;
  /** What it shows a change of. */
  field: keyof ClaimStatus | undefined;
  textOf: (row: Shown) => string;
}

export interface PlacedColumn extends Column {
  width: number;
}

const yesOrNothing = (value: boolean): string => (value ? 'yes' : '');

const claim: Column = { title: 'claim', field: undefined, textOf: ({ text }) => text };

/** From left to right. `stays`: the higher, the longer a column stays while the terminal gets narrower. */
const columns: (Column & { stays: number })[] = [
  { title: 'ref', stays: 9, field: 'ref', textOf: ({ status }) => status.ref },
  { title: 'status', stays: 8, field: 'status', textOf: ({ status }) => status.status },
  { title: 'rating', stays: 7, field: 'rating', textOf: ({ status }) => show(status.rating) },
  { title: 'rev', stays: 4, field: 'revision', textOf: ({ status }) => show(status.revision) },
  {
    title: 'contested',
    stays: 6,
    field: 'contested',
    textOf: ({ status }) => yesOrNothing(status.contested),
  },
  {
    title: 'under correction',
    stays: 5,
    field: 'underCorrection',
    textOf: ({ status }) => yesOrNothing(status.underCorrection),
  },
  { title: 'version', stays: 2, field: 'version', textOf: ({ status }) => String(status.version) },
  { title: 'changed', stays: 3, field: 'updatedAt', textOf: ({ status }) => clock(status.updatedAt) },
];

export const gap = 2;
const widest = 24;
const narrowestText = 12;

/** The columns that have room, and the text of the claim in what they leave. */
export function placeColumns(rows: readonly Shown[], width: number): PlacedColumn[] {
  const measured = columns.map((column) => ({ ...column, width: measure(column, rows) }));
  const kept = [...measured].sort((a, b) => b.stays - a.stays);
  while (kept.length > 2 && total(kept) > width) kept.pop();
  const placed: PlacedColumn[] = measured.filter((column) => kept.includes(column));
  const left = width - total(placed) - gap;
  return left >= narrowestText ? [...placed, { ...claim, width: left }] : placed;
}

const measure = ({ title, textOf }: Column, rows: readonly Shown[]): number =>
  Math.min(widest, Math.max(widthOf(title), ...rows.map((row) => widthOf(textOf(row)))));

const total = (placed: readonly { width: number }[]): number =>
  placed.reduce((sum, { width }) => sum + width, 0) + gap * (placed.length - 1);

/** Day and time, as calendar and clock on the wall here show them. */
export function clock(instant: string): string {
  const date = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
