import { written } from './figures.js';
import type { Line } from './report.js';

/** The same thing timed at two sizes. */
export interface Row {
  what: string;
  /** Milliseconds at the small size and at the large one. */
  small: number;
  large: number;
  /** What it must stay under at the large size, in milliseconds. */
  limit?: number;
  note?: string;
}

export const linesOfTimes = (rows: readonly Row[]): Line[] =>
  rows.map(({ what, small, large, limit }) => ({
    what,
    measured: `${written(large)} ms`,
    beside: `${written(small)} ms`,
    ratio: { median: large / small, low: large / small, high: large / small },
    ...(limit !== undefined && { limit: { text: `< ${written(limit)} ms`, holds: large < limit } }),
  }));
