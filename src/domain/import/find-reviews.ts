/** PURE: the ClaimReviews in a document of whatever make, in the order in which they stand there. */
import { isCheckAnswer, readCheckAnswer } from './fact-check-answer.js';
import type { Found } from './found.js';
import { createImportLimit, type ImportLimit } from './import-limit.js';
import { isNode, isOfType, pointerTo, typesOf, withoutPrefix, type Node } from './node.js';

export const deepest = 64;
/** Lists whose elements are told of one by one. */
const lists = new Set(['@graph', 'dataFeedElement', 'itemListElement']);

export function findReviews(document: unknown, limit = createImportLimit()): Found[] {
  const found: Found[] = [];
  for (const one of search(document, { at: '', depth: 0, isElement: true, limit })) {
    limit.item();
    found.push(one);
  }
  return found;
}

interface Where {
  at: string;
  depth: number;
  isElement: boolean;
  limit: ImportLimit;
}

/** One by one: there may be too many. */
function* search(value: unknown, where: Where): Generator<Found, void> {
  const { at, depth, isElement, limit } = where;
  const inside = (step: string | number): Where => ({ ...where, at: pointerTo(at, step), depth: depth + 1 });
  if (depth > deepest) yield { kind: 'too_deep', at };
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* search(one, inside(index));
  } else if (!isNode(value)) {
    if (isElement) yield { kind: 'other', at, what: nameOf(value) };
  } else if (isCheckAnswer(value)) yield* readCheckAnswer(value, at, limit);
  else if (isReview(value)) yield { kind: 'review', node: value, at };
  else if (isOfType(value, 'DataFeedItem') && value['dateDeleted'] !== undefined)
    yield { kind: 'removal', node: value, at };
  else {
    let found = 0;
    for (const [key, one] of Object.entries(value)) {
      for (const each of search(one, { ...inside(key), isElement: lists.has(withoutPrefix(key)) })) {
        found++;
        yield each;
      }
    }
    if (found === 0 && isElement) yield { kind: 'other', at, what: nameOf(value) };
  }
}

/** What says nothing of its type but what was claimed is one too. */
const isReview = (node: Node): boolean =>
  isOfType(node, 'ClaimReview') ||
  (typesOf(node).length === 0 &&
    Object.keys(node).some((key) => withoutPrefix(key).toLowerCase() === 'claimreviewed'));

function nameOf(value: unknown): string {
  if (isNode(value)) return typesOf(value)[0]?.slice(0, 100) ?? 'an object without a type';
  return value === null ? 'null' : `a ${typeof value}`;
}
