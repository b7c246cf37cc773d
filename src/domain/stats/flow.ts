/** PURE: what the counts of the flow come to. */

/** How unevenly a kind of work is spread over people. */
interface Concentration {
  /** Pieces of work counted. */
  total: number;
  /** How many people did them. */
  people: number;
  /** Share of the busiest person and of the three busiest, from 0 to 1; null where there was no work. */
  busiest: number | null;
  topThree: number | null;
  /**
   * Herfindahl–Hirschman index: the sum of the squared shares. 1 / people where all do the same, 1 where one
   * does everything; its inverse is the number of people the work in truth rests on.
   */
  hhi: number | null;
}

/** `counts`: pieces of work by person; zeros do not count as people. */
export function concentrate(counts: Iterable<number>): Concentration {
  const ranked = [...counts].filter((count) => count > 0).sort((a, b) => b - a);
  const total = sum(ranked);
  if (total === 0) return { total: 0, people: 0, busiest: null, topThree: null, hhi: null };
  const share = (part: readonly number[]): number => round(sum(part) / total);
  return {
    total,
    people: ranked.length,
    busiest: share(ranked.slice(0, 1)),
    topThree: share(ranked.slice(0, 3)),
    hhi: round(sum(ranked.map((count) => (count / total) ** 2))),
  };
}

/** Returns as a share of all decisions on verdicts, from 0 to 1; null where none was decided. */
export function shareOfReturns({
  approved,
  returned,
}: {
  approved: number;
  returned: number;
}): number | null {
  const decided = approved + returned;
  return decided === 0 ? null : round(returned / decided);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
/** Four decimals: shares are read by people. */
const round = (share: number): number => Math.round(share * 10_000) / 10_000;

const day = 86_400_000;
export const week = 7 * day;

/** The ISO 8601 weeks in UTC that [from, to) touches, in order: `2026-W48`. */
export function weeksBetween(from: Date, to: Date): string[] {
  const weeks: string[] = [];
  for (let monday = mondayOf(from); monday < to.getTime(); monday += week) {
    weeks.push(isoWeek(new Date(monday)));
  }
  return weeks;
}

/** The ISO 8601 week of a moment, in UTC. A week belongs to the year its Thursday lies in. */
export function isoWeek(moment: Date): string {
  const thursday = new Date(mondayOf(moment) + 3 * day);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day));
  return `${String(year)}-W${String(number).padStart(2, '0')}`;
}

/** The Monday 00:00 UTC before, in milliseconds. */
export function mondayOf(moment: Date): number {
  const midnight = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
  return midnight - ((moment.getUTCDay() + 6) % 7) * day;
}

/** Ages of live tasks, by their upper end in hours; the last has none. */
export const ageBuckets = [
  { name: 'under4Hours', hours: 4 },
  { name: 'under1Day', hours: 24 },
  { name: 'under3Days', hours: 72 },
  { name: 'under1Week', hours: 168 },
  { name: 'under4Weeks', hours: 672 },
  { name: 'older', hours: Infinity },
] as const;

export type AgeBucket = (typeof ageBuckets)[number]['name'];
