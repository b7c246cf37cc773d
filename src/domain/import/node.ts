/** PURE: JSON-LD as it is met: one value or a list, a node or a text, names in any case and with any prefix. */
import type { Notes } from './report.js';

export type Node = Record<string, unknown>;

/** A value with where it stands. */
export interface Located<Value = unknown> {
  value: Value;
  at: string;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name that is far longer than names are is cut: everything inside would be told of by it. */
export const pointerTo = (at: string, step: string | number): string =>
  `${at}/${String(step).slice(0, longestStep).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const longestStep = 200;
/** Values of one property that are looked at. */
const mostValues = 200;

/** `schema:`, `s:` or whatever a document calls the vocabulary, or its address. */
const prefix = /^(?:https?:\/\/(?:www\.)?schema\.org\/|[A-Za-z][\w-]{0,19}:(?!\/\/))/i;

export const withoutPrefix = (name: string): string => name.replace(prefix, '').trim();

/** Everything a node says it is, without prefixes, as written. */
export function typesOf(node: Node): string[] {
  const given = node['@type'] ?? node['type'];
  return (Array.isArray(given) ? given : [given])
    .filter((type) => typeof type === 'string')
    .map(withoutPrefix);
}

const plain = (name: string): string => name.replace(/[^A-Za-z]/g, '').toLowerCase();

export const isOfType = (node: Node, type: string): boolean =>
  typesOf(node).some((one) => plain(one) === plain(type));

/** The first value a property has. That it has others, which say something else, is noted. */
export function property(node: Node, name: string, at: string, notes: Notes): Located | undefined {
  const [first, ...others] = properties(node, name, at, notes);
  if (first && others.some(({ value }) => !isSame(value, first.value))) {
    const all = [first, ...others].map(({ value }) => value);
    notes.repair('first_of_several', first.at, all, first.value);
  }
  return first;
}

/** All values of a property; one that is written in another case is found, and noted. */
export function properties(node: Node, name: string, at: string, notes: Notes): Located[] {
  const key = keyOf(node, name);
  if (key === undefined) return [];
  if (withoutPrefix(key) !== name && key !== name)
    notes.repair('property_case', pointerTo(at, key), key, name);
  return valuesAt(node[key], pointerTo(at, key), notes);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function keyOf(node: Node, name: string): string | undefined {
  if (Object.hasOwn(node, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(node).find((key) => withoutPrefix(key).toLowerCase() === wanted);
}

function valuesAt(value: unknown, at: string, notes: Notes): Located[] {
  const all = Array.isArray(value)
    ? value.slice(0, mostValues).map((one: unknown, index) => ({ value: one, at: pointerTo(at, index) }))
    : [{ value, at }];
  return all
    .map((place) => resolve({ ...place, value: unwrap(place.value) }, notes))
    .filter(({ value: one }) => one !== null && one !== undefined && one !== '');
}

/** `{"@value": "…"}` is its value. */
const unwrap = (value: unknown): unknown => (isNode(value) && '@value' in value ? value['@value'] : value);

/** A node that says no more than its name is the one of this name elsewhere in the document. */
function resolve(place: Located, { nodes, follow }: Notes): Located {
  const { value } = place;
  const id = isNode(value) && isReference(value) ? value['@id'] : undefined;
  const named = typeof id === 'string' ? nodes.get(id) : undefined;
  if (named) follow?.(named.value);
  return named ?? place;
}

const isReference = (node: Node): boolean =>
  Object.keys(node).every((key) => key.startsWith('@') || key === 'type');

/** Every node of a document that has a name and says something, by its `@id`; the first of several. */
export function namedNodes(document: unknown, deepest: number): Notes['nodes'] {
  const named = new Map<string, Located<Node>>();
  const visit = (value: unknown, at: string, depth: number): void => {
    if (depth > deepest) return;
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) visit(one, pointerTo(at, index), depth + 1);
      return;
    }
    if (!isNode(value)) return;
    const id = value['@id'];
    if (typeof id === 'string' && !isReference(value) && !named.has(id)) named.set(id, { value, at });
    for (const [key, one] of Object.entries(value)) visit(one, pointerTo(at, key), depth + 1);
  };
  visit(document, '', 0);
  return named;
}
