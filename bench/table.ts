/** One line of the table that the bench prints. */
export interface Row {
  what: string;
  /** Milliseconds at the small size and at the large one. */
  small: number;
  large: number;
  /** What it must stay under at the large size, in milliseconds. */
  limit?: number;
  note?: string;
}

const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

export function renderTable(rows: readonly Row[]): string {
  const lines = [
    ['what', 'small ms', 'large ms', 'ratio', 'limit ms', ''],
    ...rows.map(({ what, small, large, limit }) => [
      what,
      number(small),
      number(large),
      number(large / small),
      limit === undefined ? '-' : number(limit),
      limit === undefined || large < limit ? '' : 'OVER',
    ]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const render = (line: string[]): string =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const notes = rows.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`]));
  return [...lines.map(render), '', ...notes].map((line) => line.trimEnd()).join('\n');
}
