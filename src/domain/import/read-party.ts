/** PURE: people and organizations: who claimed it, and who checked it. */
import { isNode, isOfType, properties, property, typesOf, type Node, type Located } from './node.js';
import { readUrl, readText } from './read-text.js';
import { takeNotes, type Notes } from './report.js';

export interface ReadClaimant {
  name: string;
  type: 'Person' | 'Organization' | null;
}

const longestName = 500;
const mostClaimants = 50;

export function readClaimants(item: Located<Node> | undefined, notes: Notes): ReadClaimant[] {
  if (!item) return [];
  if (isParty(item.value)) {
    notes.repair('claimant_elsewhere', item.at, typesOf(item.value)[0], 'author');
    return [item].flatMap((place) => readClaimant(place, notes));
  }
  const named = properties(item.value, 'author', item.at, notes);
  const authors = named.slice(0, mostClaimants);
  if (named.length > mostClaimants) notes.repair('list_cut', item.at, named.length, mostClaimants);
  const claimants = authors.flatMap((place) => readClaimant(place, notes));
  if (claimants.length > 0) return claimants;
  const credit = property(item.value, 'creditText', item.at, notes);
  const name = credit && readText(credit, notes, longestName);
  return name === undefined ? [] : [{ name, type: null }];
}

function readClaimant(place: Located, notes: Notes): ReadClaimant[] {
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

export const isParty = (node: Node): boolean => typeOf(node) !== null;

/** GovernmentOrganization, NewsMediaOrganization and the like are organizations. */
function typeOf(node: Node): ReadClaimant['type'] {
  if (isOfType(node, 'Person')) return 'Person';
  return typesOf(node).some((type) => /(?:organi[sz]ation|corporation|ngo)$/i.test(type))
    ? 'Organization'
    : null;
}

interface ReadPublisher {
  name: string;
  url: string | null;
}

/** Google reads the publisher of a review from its author; others write both, and a person for the author. */
export function readPublisher(review: Node, at: string, address: string, notes: Notes): ReadPublisher {
  const [first, ...others] = ['author', 'publisher'].flatMap((name) =>
    properties(review, name, at, takeNotes(notes)),
  );
  const organization = others.find(isNamedOrganization);
  if (first && !isOrganization(first) && organization) {
    notes.repair('publisher_beside_author', first.at, first.value, organization.value);
    return readOne(organization, notes) ?? publisherOf(address, at, notes);
  }
  for (const name of ['author', 'publisher']) {
    const place = property(review, name, at, notes);
    const found = place && readOne(place, notes);
    if (found) return found;
  }
  return publisherOf(address, at, notes);
}

const isOrganization = ({ value }: Located): boolean => isNode(value) && typeOf(value) === 'Organization';
const isNamedOrganization = (place: Located): boolean =>
  isOrganization(place) && readOne(place, takeNotes()) !== undefined;

function publisherOf(address: string, at: string, notes: Notes): ReadPublisher {
  const host = new URL(address).hostname.replace(/^www\./, '');
  notes.repair('publisher_from_url', at, undefined, host);
  return { name: host, url: null };
}

function readOne(place: Located, notes: Notes): ReadPublisher | undefined {
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
  const url = linked && readUrl(linked, notes);
  if (linked && url === undefined) notes.repair('address_unreadable', linked.at, linked.value);
  return { name, url: url ?? null };
}
