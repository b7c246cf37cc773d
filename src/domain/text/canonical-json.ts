/**
 * PURE: JSON in its one canonical form (RFC 8785), so that the same thing said twice has the same hash. Keys
 * go by their UTF-16 units; strings and numbers are written as ECMAScript writes them. What `JSON.stringify`
 * would change without a word (NaN, half a character, a hole in a list) is refused here.
 */
import { textFault } from './wellformed.js';

/** Throws where `value` is no JSON that every reader reads alike (I-JSON, RFC 7493). */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string': {
      const fault = textFault(value);
      if (fault !== undefined) throw new TypeError(`a text ${fault}`);
      return JSON.stringify(value);
    }
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${String(value)} is no number of JSON`);
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : ofContainer(value);
    default:
      throw new TypeError(`${typeof value} is nothing that JSON knows`);
  }
}

function ofContainer(value: object): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (value instanceof Date) return canonicalJson(value.toJSON());
  const members = value as Record<string, unknown>;
  const written = Object.keys(members)
    .filter((key) => members[key] !== undefined)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(members[key])}`);
  return `{${written.join(',')}}`;
}
