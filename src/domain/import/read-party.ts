/** PURE: people and organizations: who claimed it, and who checked it. */
import { isNode, isOfType, properties, property, typesOf, type Node, type Place } from './node.js';
import { readAddress, readText } from './read-text.js';
import type { Notes } from './report.js';

export interface ReadClaimant {
  name: string;
  type: 'Person' | 'Organization' | null;
}

const longestName = 500;
const mostClaimants = 50;

export function readClaimants(item: Place<Node> | undefined, notes: Notes): ReadClaimant[] {
  if (!item) return [];
  if (typeOf(item.value) !== null) {
    notes.repair('claimant_elsewhere', item.at, typesOf(item.value)[0], 'author');
    return [item].flatMap((place) => readClaimant(place, notes));
  }
  const authors = properties(item.value, 'author', item.at, notes).slice(0, mostClaimants);
  const claimants = authors.flatMap((place) => readClaimant(place, notes));
  if (claimants.length > 0) return claimants;
  const credit = property(item.value, 'creditText', item.at, notes);
  const name = credit && readText(credit, notes, longestName);
  return name === undefined ? [] : [{ name, type: null }];
}

function readClaimant(place: Place, notes: Notes): ReadClaimant[] {
  const { value, at } = place;
  if (!isNode(value)) {
    const name = readText(place, notes, longestName);
    if (name === undefined) return [];
    notes.repair('author_as_text', at, value, { name });
    return [{ name, type: null }];
  }
  const named = property(value, 'name', at, notes);
  const name = named && readText(named, notes, longestName);
  if (name === undefined) {
    notes.repair('author_without_name', at, value);
    return [];
  }
  const type = typeOf(value);
  const [written] = typesOf(value);
  if (type !== null && written?.toLowerCase() === type.toLowerCase() && written !== type)
    notes.repair('type_case', at, written, type);
  return [{ name, type }];
}

/** GovernmentOrganization, NewsMediaOrganization and the like are organizations. */
function typeOf(node: Node): ReadClaimant['type'] {
  if (isOfType(node, 'Person')) return 'Person';
  return typesOf(node).some((type) => /organi[sz]ation$/i.test(type)) ? 'Organization' : null;
}

export interface ReadPublisher {
  name: string;
  url: string | null;
}

/** Google reads the publisher of a review from its author; others write both. */
export function readPublisher(review: Node, at: string, address: string, notes: Notes): ReadPublisher {
  for (const name of ['author', 'publisher']) {
    const place = property(review, name, at, notes);
    const found = place && readOne(place, notes);
    if (found) return found;
  }
  const host = new URL(address).hostname.replace(/^www\./, '');
  notes.repair('publisher_from_url', at, undefined, host);
  return { name: host, url: null };
}

function readOne(place: Place, notes: Notes): ReadPublisher | undefined {
  const { value, at } = place;
  if (!isNode(value)) {
    const name = readText(place, notes, longestName);
    if (name === undefined) return undefined;
    notes.repair('publisher_as_text', at, value, { name });
    return { name, url: null };
  }
  const named = property(value, 'name', at, notes);
  const name = named && readText(named, notes, longestName);
  if (name === undefined) return undefined;
  const linked = property(value, 'url', at, notes);
  const url = linked && readAddress(linked, notes);
  if (linked && url === undefined) notes.repair('address_unreadable', linked.at, linked.value);
  return { name, url: url ?? null };
}
