import { written, type Figure } from './figures.js';

/** One line of the table. */
export interface Line {
  what: string;
  /** What was measured, with its unit. */
  measured: string;
  /** What it is held against, with its unit; the ratio is of the two. */
  beside?: string;
  ratio?: Figure;
  /** Why it must be so much at least, or at most; lines without are for information. */
  limit?: { text: string; holds: boolean };
}

export const atLeast = (value: number, least: number): NonNullable<Line['limit']> => ({
  text: `≥ ${written(least)}`,
  holds: value >= least,
});

export const atMost = (value: number, most: number): NonNullable<Line['limit']> => ({
  text: `≤ ${written(most)}`,
  holds: value <= most,
});

export const misses = ({ limit }: Line): boolean => limit !== undefined && !limit.holds;

/** A table in Markdown, aligned so that it can be read as it is. */
export function renderTable(lines: readonly Line[]): string {
  const rows = [
    ['what', 'measured', 'beside it', 'ratio', 'lowest–highest', 'limit', ''],
    ...lines.map((line) => [
      line.what,
      line.measured,
      line.beside ?? '',
      line.ratio ? written(line.ratio.median) : '',
      line.ratio ? `${written(line.ratio.low)}–${written(line.ratio.high)}` : '',
      line.limit?.text ?? '',
      line.limit ? (line.limit.holds ? 'holds' : '**misses**') : '',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(1, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const render = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [render(head), rule, ...body.map(render)].join('\n');
}
