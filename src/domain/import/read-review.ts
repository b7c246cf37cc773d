/**
 * PURE: one ClaimReview as other publishers write it, read as far as it says something for certain. Every
 * liberty taken on the way is noted; what is essential and missing refuses the whole.
 */
import { lengthInCodePoints } from '../text/code-points.js';
import { isNode, isOfType, properties, property, typesOf, type Node, type Located } from './node.js';
import { isParty, readClaimants, readPublisher, type ReadClaimant } from './read-party.js';
import { readRating } from './read-rating.js';
import { readUrl, readLanguage, readText, readWhen } from './read-text.js';
import { takeNotes, type Notes, type ImportRefusal, type Repair, type Surroundings } from './report.js';

export interface ReadReview {
  url: string;
  claimText: string;
  language: string | null;
  claimants: ReadClaimant[];
  /** YYYY-MM-DD */
  claimDate: string | null;
  appearances: string[];
  firstAppearance: string | null;
  publisherName: string;
  publisherUrl: string | null;
  title: string | null;
  reviewDate: string | null;
  textualRating: string;
  ratingValue: number | null;
  worstRating: number | null;
  bestRating: number | null;
}

interface Reading {
  /** Undefined where it is refused. */
  review: ReadReview | undefined;
  /** What is known of it all the same, for the report. */
  url: string | null;
  claimText: string | null;
  repairs: Repair[];
  refusals: ImportRefusal[];
}

const longestClaim = 5000;
const longestTitle = 1000;
const mostAppearances = 20;

interface Around extends Surroundings {
  /** The language where the review names none. */
  assumed?: string | undefined;
}

export function readReview(node: Node, at: string, { assumed, ...around }: Around): Reading {
  const notes = takeNotes(around);
  noteType(node, at, notes);
  const item = readItem(node, at, notes);
  const url = readOwnAddress(node, at, notes);
  const claim = readClaim(node, item, at, notes);
  const rating = readRating(node, at, notes);
  const { repairs, refusals } = notes;
  const known = { url: url ?? null, claimText: claim ?? null, repairs, refusals };
  if (url === undefined || claim === undefined || !rating) return { review: undefined, ...known };
  const publisher = readPublisher(node, at, url, notes);
  const review: ReadReview = {
    url,
    claimText: claim,
    // To be in several languages is no flaw; the first is the one that counts.
    language: readLanguage(properties(node, 'inLanguage', at, notes)[0], at, { assumed, claim }, notes),
    claimants: readClaimants(item, notes),
    claimDate: readClaimDate(item, notes),
    appearances: readAppearances(item, url, notes),
    firstAppearance: readAddresses(item, 'firstAppearance', notes)[0] ?? null,
    publisherName: publisher.name,
    publisherUrl: publisher.url,
    title: readTitle(node, at, notes),
    reviewDate: readReviewDate(node, at, notes),
    textualRating: rating.label,
    ratingValue: rating.value,
    worstRating: rating.worst,
    bestRating: rating.best,
  };
  return { review, ...known };
}

function noteType(node: Node, at: string, notes: Notes): void {
  const types = typesOf(node);
  if (types.length === 0) notes.repair('type_missing', at, undefined, 'ClaimReview');
  else if (!types.includes('ClaimReview')) notes.repair('type_case', at, types[0], 'ClaimReview');
  if (!('@type' in node) && 'type' in node) notes.repair('type_without_at', at, 'type', '@type');
}

function readItem(node: Node, at: string, notes: Notes): Located<Node> | undefined {
  const place = property(node, 'itemReviewed', at, notes);
  if (!place || !isNode(place.value)) return undefined;
  const { value } = place;
  const [type] = typesOf(value);
  if (type !== undefined && !isOfType(value, 'Claim')) notes.repair('item_type', place.at, type, 'Claim');
  else if (type !== undefined && !typesOf(value).includes('Claim'))
    notes.repair('type_case', place.at, type, 'Claim');
  return { value, at: place.at };
}

function readOwnAddress(node: Node, at: string, notes: Notes): string | undefined {
  const own = property(node, 'url', at, notes);
  const elsewhere = ['@id', 'mainEntityOfPage'].map((name) => () => property(node, name, at, notes));
  for (const look of [() => own, ...elsewhere]) {
    const place = look();
    const address = place && readUrl(place, notes);
    if (address === undefined) continue;
    if (place !== own) notes.repair('url_elsewhere', place?.at ?? at, undefined, address);
    return address;
  }
  notes.refuse(own ? 'url_unusable' : 'url_missing', own?.at ?? at);
  return undefined;
}

function readClaim(
  node: Node,
  item: Located<Node> | undefined,
  at: string,
  notes: Notes,
): string | undefined {
  const own = property(node, 'claimReviewed', at, notes);
  const asText = (): Located | undefined => {
    const place = property(node, 'itemReviewed', at, takeNotes(notes));
    return place && !isNode(place.value) ? place : undefined;
  };
  const inItem = ['text', 'name', 'headline'].map(
    (name) => () => item && property(item.value, name, item.at, notes),
  );
  for (const look of [() => own, ...inItem, asText]) {
    const place = look();
    const text = place && readText(place, notes, Infinity);
    if (text === undefined) continue;
    if (place !== own) notes.repair('claim_elsewhere', place?.at ?? at, undefined, text);
    if (lengthInCodePoints(text) <= longestClaim) return text;
    notes.refuse('claim_too_long', place?.at ?? at);
    return undefined;
  }
  notes.refuse('claim_missing', own?.at ?? at);
  return undefined;
}

/** A claim is dated by the day; when on it, nobody says for certain. */
function readClaimDate(item: Located<Node> | undefined, notes: Notes): string | null {
  const place = item && property(item.value, 'datePublished', item.at, notes);
  return (place && readWhen(place, notes)?.slice(0, 'YYYY-MM-DD'.length)) ?? null;
}

function readReviewDate(node: Node, at: string, notes: Notes): string | null {
  const published = property(node, 'datePublished', at, notes);
  const own = published && readWhen(published, notes);
  if (own !== undefined) return own;
  const modified = property(node, 'dateModified', at, notes);
  const date = modified && readWhen(modified, notes);
  if (modified && date !== undefined) notes.repair('date_elsewhere', modified.at, undefined, date);
  return date ?? null;
}

function readTitle(node: Node, at: string, notes: Notes): string | null {
  const place = property(node, 'headline', at, notes) ?? property(node, 'name', at, notes);
  return (place && readText(place, notes, longestTitle)) ?? null;
}

/** Where the claim is to be seen; publishers write it with the claim itself, too. */
function readAppearances(item: Located<Node> | undefined, own: string, notes: Notes): string[] {
  const appearances = readAddresses(item, 'appearance', notes);
  if (!item || isParty(item.value)) return appearances;
  const beside = ['url', 'sameAs']
    .flatMap((name) => readAddresses(item, name, notes))
    .filter((address) => address !== own && !appearances.includes(address));
  for (const address of beside) notes.repair('appearance_elsewhere', item.at, undefined, address);
  return [...new Set([...appearances, ...beside])];
}

/** A work without an address (a speech, a poster) is none that can be visited: nothing is wrong with it. */
function readAddresses(item: Located<Node> | undefined, name: string, notes: Notes): string[] {
  if (!item) return [];
  const all = properties(item.value, name, item.at, notes);
  if (all.length > mostAppearances) notes.repair('list_cut', item.at, all.length, mostAppearances);
  return all.slice(0, mostAppearances).flatMap((place) => {
    const { value } = place;
    if (isNode(value) && value['url'] === undefined && value['@id'] === undefined) return [];
    const address = readUrl(isNode(value) ? { ...place, value: value['url'] ?? value['@id'] } : place, notes);
    if (address === undefined) notes.repair('address_unreadable', place.at, value);
    return address ?? [];
  });
}
