/** PURE: when the ratings of two related claims cannot both stand. */

import type { Polarity } from '../rating/polarity.js';

/**
 * Whether "`from` <relation> `to`" clashes with how both are rated. A denial and what it denies cannot both
 * be right, nor both be wrong; two claims that contradict each other may both be wrong, not both right; a
 * claim that repeats another shares its fate; what a true claim supports cannot be false. The other
 * relations say nothing about truth.
 */
export function clashes(relation: string, from: Polarity, to: Polarity): boolean {
  if (from === 'neutral' || to === 'neutral') return false;
  switch (relation) {
    case 'denies':
      return from === to;
    case 'contradicts':
      return from === 'supports' && to === 'supports';
    case 'repeats':
      return from !== to;
    case 'supports':
      return from === 'supports' && to === 'refutes';
    default:
      return false;
  }
}
