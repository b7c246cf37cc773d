/** PURE: in which fields two editions differ. */
import { canonicalJson } from '../text/canonical-json.js';

/**
 * JSON pointers (RFC 6901) of one or two steps, in the order of the document: `/claim/glosses`, `/evidence`. Texts that
 * can be erased are compared by what stands for them.
 */
export function compareEditions<Edition extends object>(one: Edition, other: Edition): string[] {
  return Object.entries(one).flatMap(([name, value]: [string, unknown]) => {
    const otherValue = (other as Record<string, unknown>)[name];
    if (canonicalJson(value) === canonicalJson(otherValue)) return [];
    if (!isPlain(value) || !isPlain(otherValue)) return [`/${name}`];
    return [...new Set([...Object.keys(value), ...Object.keys(otherValue)])]
      .filter((key) => !isSame(value[key], otherValue[key]))
      .map((key) => `/${name}/${key}`);
  });
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
