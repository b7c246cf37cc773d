/** PURE: the ClaimReviews in a document of whatever make, in the order in which they stand there. */
import { isCheckAnswer, readCheckAnswer } from './fact-check-answer.js';
import type { Found } from './found.js';
import { isNode, isOfType, pointerTo, typesOf, withoutPrefix, type Node } from './node.js';

export const deepest = 64;
/** Lists whose elements are told of one by one. */
const lists = new Set(['@graph', 'dataFeedElement', 'itemListElement']);

export const findReviews = (document: unknown): Found[] => search(document, '', 0, true);

function search(value: unknown, at: string, depth: number, isElement: boolean): Found[] {
  if (depth > deepest) return [{ kind: 'too_deep', at }];
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) => search(one, pointerTo(at, index), depth + 1, isElement));
  if (!isNode(value)) return isElement ? [{ kind: 'other', at, what: nameOf(value) }] : [];
  if (isCheckAnswer(value)) return readCheckAnswer(value, at);
  if (isReview(value)) return [{ kind: 'review', node: value, at }];
  if (isOfType(value, 'DataFeedItem') && value['dateDeleted'] !== undefined)
    return [{ kind: 'removal', node: value, at }];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    search(one, pointerTo(at, key), depth + 1, lists.has(withoutPrefix(key))),
  );
  return inside.length === 0 && isElement ? [{ kind: 'other', at, what: nameOf(value) }] : inside;
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
