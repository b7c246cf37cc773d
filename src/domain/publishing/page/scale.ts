/** PURE: where a rating stands between refuted and supported. */
import type { Edition } from '../../edition/edition.js';
import type { PageWords } from './page-words.types.js';
import { fill } from './page-words.js';

type Rating = Edition<unknown>['verdict']['rating'];
type Placed = Pick<Rating, 'value' | 'worst' | 'best' | 'polarity'>;

/** Undefined for a rating that has no place there. */
export const placeOf = ({ value, worst, best, polarity }: Placed) =>
  value === null || worst === null || best === null || polarity === 'neutral'
    ? undefined
    : { value, worst, best };

export function sayPlace(rating: Placed, { verdict }: Pick<PageWords, 'verdict'>): string {
  const place = placeOf(rating);
  if (!place) return verdict.offScale;
  const { value, worst, best } = place;
  return fill(verdict.scale, { value: String(value), worst: String(worst), best: String(best) });
}
