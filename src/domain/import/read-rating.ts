/** PURE: a rating in words, and as a number only where it lies between two bounds. */
import { foldText } from '../text/fold.js';
import { isNode, property, type Node, type Located } from './node.js';
import { readText } from './read-text.js';
import type { Notes } from './report.js';

interface ReadRating {
  label: string;
  value: number | null;
  worst: number | null;
  best: number | null;
}

type Numbers = Pick<ReadRating, 'value' | 'worst' | 'best'>;

const longestLabel = 300;
const nothing: Numbers = { value: null, worst: null, best: null };

export function readRating(review: Node, at: string, notes: Notes): ReadRating | undefined {
  const place = property(review, 'reviewRating', at, notes);
  const rating = place && toNode(place, notes);
  if (!place || !rating) {
    notes.refuse('rating_missing', place?.at ?? at);
    return undefined;
  }
  const numbers = readNumbers(rating, place.at, notes);
  const label = readLabel(rating, place.at, numbers, notes);
  if (label === undefined) {
    notes.refuse('rating_missing', place.at);
    return undefined;
  }
  return { label, ...numbers };
}

function toNode({ value, at }: Located, notes: Notes): Node | undefined {
  if (isNode(value)) return value;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  notes.repair('rating_as_text', at, value);
  return typeof value === 'number' ? { ratingValue: value } : { alternateName: value };
}

function readLabel(
  rating: Node,
  at: string,
  { value, worst, best }: Numbers,
  notes: Notes,
): string | undefined {
  for (const name of ['alternateName', 'name', 'ratingExplanation', 'ratingValue']) {
    const place = property(rating, name, at, notes);
    if (!place || (name === 'ratingValue' && (typeof place.value !== 'string' || isNumber(place.value))))
      continue;
    const label = readText(place, notes, longestLabel);
    if (label === undefined) continue;
    if (name !== 'alternateName') notes.repair('label_elsewhere', place.at, name, 'alternateName');
    return label;
  }
  if (value === null) return undefined;
  const label = `${String(value)} (${String(worst)}–${String(best)})`;
  notes.repair('label_from_number', at, undefined, label);
  return label;
}

function readNumbers(rating: Node, at: string, notes: Notes): Numbers {
  let value = readNumber(property(rating, 'ratingValue', at, notes), notes);
  const given = {
    worst: readNumber(property(rating, 'worstRating', at, notes), notes),
    best: readNumber(property(rating, 'bestRating', at, notes), notes) ?? bestOf(rating['ratingValue']),
  };
  if (value === undefined) {
    if (given.worst !== undefined || given.best !== undefined)
      notes.repair('bounds_without_number', at, given);
    return nothing;
  }
  const bounds = { worst: given.worst ?? 1, best: given.best ?? 5 };
  if (bounds.worst > bounds.best && given.worst !== undefined && given.best !== undefined) {
    // The best is the lower number: on a scale that rises, the same place is as far from the other end.
    const before = { value, ...given };
    [bounds.worst, bounds.best] = [bounds.best, bounds.worst];
    value = bounds.worst + bounds.best - value;
    notes.repair('bounds_inverted', at, before, { value, ...bounds });
  }
  const isGuess = given.worst === undefined || given.best === undefined;
  const holds = bounds.worst < bounds.best && value >= bounds.worst && value <= bounds.best;
  if (holds) {
    if (isGuess) notes.repair('bounds_missing', at, given, bounds);
    return { value, ...bounds };
  }
  const code = isGuess
    ? 'bounds_unknown'
    : bounds.worst === bounds.best
      ? 'bounds_equal'
      : 'number_out_of_bounds';
  notes.repair(code, at, { value, ...given });
  return nothing;
}

const oneNumber = /^(-?\d{1,9}(?:[.,]\d{1,9})?)(?: ?\/ ?(\d{1,9}))?$/;
const match = (text: string) => oneNumber.exec(foldText(text.slice(0, 50), 'search').trim());
const isNumber = (text: string): boolean => match(text) !== null;

function readNumber(place: Located | undefined, notes: Notes): number | undefined {
  if (!place) return undefined;
  const { value, at } = place;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const digits = typeof value === 'string' ? match(value)?.[1] : undefined;
  const number = digits === undefined ? undefined : Number(digits.replace(',', '.'));
  notes.repair(number === undefined ? 'number_unreadable' : 'number_as_text', at, value, number);
  return number;
}

/** "4/5" brings its upper bound along. */
function bestOf(value: unknown): number | undefined {
  const best = typeof value === 'string' ? match(value)?.[2] : undefined;
  return best === undefined ? undefined : Number(best);
}
