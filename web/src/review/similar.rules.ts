/** PURE: in which order alike claims are shown, and what is said of them. */
import { primary } from '../../../src/domain/text/languages.js';

interface Alike {
  claim: { id: string };
  why: { stance: string };
}

/** What says something of this claim first, then what may be related; within each as the API has them, the most alike first. */
const places = ['repeats', 'contradicts', 'unsure'];

/** Without those that stand among its relations already, where it is said how they stand to it. */
export const similarToShow = <One extends Alike>(
  items: readonly One[],
  related: readonly { claim: { id: string } }[],
): One[] =>
  items
    .filter((one) => !related.some(({ claim }) => claim.id === one.claim.id))
    .sort((one, other) => places.indexOf(one.why.stance) - places.indexOf(other.why.stance));

interface Found {
  numbers: readonly string[];
  dates: readonly string[];
  names: readonly string[];
  words: readonly string[];
}

/** What weighs most first; a number that is also found as a date is said once. */
export const saidOf = ({ numbers, dates, names, words }: Found): string[] => [
  ...new Set([...numbers, ...dates, ...names, ...words]),
];

/** Words of two languages have nothing to be compared by. */
export const hasSameLanguage = (one: { language: string }, other: { language: string }): boolean =>
  primary(one.language) === primary(other.language);
