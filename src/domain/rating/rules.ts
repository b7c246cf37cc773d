/** PURE: what makes a scale of ratings sound. */
import type { Polarity } from './polarity.js';

interface ScaleEntry {
  slug: string;
  polarity: Polarity;
  value: number | null;
  worst: number | null;
  best: number | null;
}

interface ScaleFault {
  /** Which entry, from 0. */
  index: number;
  field: 'slug' | 'value' | 'worst' | 'best';
  message: string;
}

/**
 * A neutral rating ("disputed", "satire") stands on no line from worst to best and has no number; every other
 * has one, with both bounds, because a value without its bounds means nothing to who reads it elsewhere.
 */
export const faultsOfScale = (entries: readonly ScaleEntry[]): ScaleFault[] =>
  entries.flatMap((entry, index) => {
    const faults = entry.polarity === 'neutral' ? faultsOfNeutral(entry) : faultsOfNumber(entry);
    const repeated = entries.findIndex(({ slug }) => slug === entry.slug) < index;
    return [...(repeated ? [{ field: 'slug' as const, message: 'is given twice' }] : []), ...faults].map(
      (fault) => ({ index, ...fault }),
    );
  });

type Faults = Omit<ScaleFault, 'index'>[];

const numbers = ['value', 'worst', 'best'] as const;

const faultsOfNeutral = (entry: ScaleEntry): Faults =>
  numbers
    .filter((field) => entry[field] !== null)
    .map((field) => ({ field, message: 'must be null: a neutral rating has no number' }));

function faultsOfNumber(entry: ScaleEntry): Faults {
  const missing = numbers.filter((field) => entry[field] === null);
  if (missing.length > 0)
    return missing.map((field) => ({ field, message: 'is required unless the rating is neutral' }));
  const { value, worst, best } = entry as Record<(typeof numbers)[number], number>;
  if (worst >= best) return [{ field: 'best', message: 'must be greater than worst' }];
  if (value < worst || value > best) return [{ field: 'value', message: 'must be from worst to best' }];
  return [];
}
