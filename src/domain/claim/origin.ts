/** PURE: who stands behind a claim that many repeat: "five outlets, one agency". */
import { buildTree, type Link, type Tree } from './attribution.js';
import type { SourceKind } from '../source/kinds.js';
import { foldText } from '../text/fold.js';

interface Reference {
  id: string;
  ref: string;
}

export interface ChainSource extends Reference {
  name: string;
  /** By language, where they are shown. */
  names?: { language: string; text: string }[];
  kind: SourceKind;
}

/** A link of the chain as far as it says who speaks. */
export interface ChainLink extends Link {
  source: ChainSource | null;
  label: string | null;
  anonymous: boolean;
}

/** One claim: the article that carries it, and the chain by which it got there. */
export interface ClaimChain {
  claim: Reference;
  article: { id: string; ref: string; title: string; outlet: ChainSource | null };
  links: readonly ChainLink[];
}

/** An original claimant. One of `source`, `label` and `article` says who, or nobody does. */
export interface Origin {
  /** Equal for two origins that count as one. */
  key: string;
  source: ChainSource | null;
  label: string | null;
  /** The article itself, in its own voice, where it has no outlet. */
  article: (Reference & { title: string }) | null;
  anonymous: boolean;
}

/** Where a claim was published: an outlet, or the article itself where it has none. */
interface Carrier extends Reference {
  kind: 'outlet' | 'article';
  name: string;
}

interface OriginItem {
  origin: Origin;
  claims: Reference[];
  outlets: Carrier[];
}

/**
 * The original claimants of one claim, each once: the leaves of its chain. Whoever passes on what another
 * said is none, however they are named; an article that names nobody speaks for itself, and so for its outlet.
 */
export function originsOf({ article, links }: ClaimChain): Origin[] {
  const root = buildTree(links);
  const own = ownVoice(article);
  const leaves =
    root && root.from.length > 0 ? root.from.flatMap((link) => originsBelow(link, own.key)) : [own];
  return [...mergeBy(leaves, ({ key }) => key, mergeOrigins).values()];
}

/**
 * Counts who stands behind chains of one claim. Two leaves are the same origin if they are the same source,
 * or, without a source, bear the same label (folded for search, spaces aside) and are both anonymous or both not.
 * The origin that the most outlets go back to comes first.
 */
export function countOrigins(chains: readonly ClaimChain[]): {
  outlets: number;
  origins: number;
  items: OriginItem[];
} {
  const found = chains.flatMap((chain) =>
    originsOf(chain).map((origin) => ({
      origin,
      claims: [chain.claim],
      outlets: [carrierOf(chain.article)],
    })),
  );
  const items = [...mergeBy(found, ({ origin }) => origin.key, mergeItems).values()];
  return {
    outlets: distinct(chains.map(({ article }) => carrierOf(article))).length,
    origins: items.length,
    items: items.toSorted((a, b) => b.outlets.length - a.outlets.length || b.claims.length - a.claims.length),
  };
}

function originsBelow(link: Tree<ChainLink>, heardBy: string): Origin[] {
  const key = keyOf(link, heardBy);
  if (link.from.length > 0) return link.from.flatMap((below) => originsBelow(below, key));
  const { source, label, anonymous } = link;
  return [{ key, source, label: source ? null : label, article: null, anonymous }];
}

/** Somebody with neither source nor label can only be told apart by who heard them. */
function keyOf({ source, label, anonymous }: ChainLink, heardBy: string): string {
  if (source) return sourceKey(source);
  if (label === null) return `unnamed < ${heardBy}`;
  return `${anonymous ? 'anonymous' : 'label'} ${foldText(label, 'search').trim().replace(/\s+/gu, ' ')}`;
}

const sourceKey = ({ id }: ChainSource): string => `source ${id}`;

const ownVoice = ({ id, ref, title, outlet }: ClaimChain['article']): Origin => ({
  key: outlet ? sourceKey(outlet) : `article ${id}`,
  source: outlet,
  label: null,
  article: outlet ? null : { id, ref, title },
  anonymous: false,
});

const carrierOf = ({ id, ref, title, outlet }: ClaimChain['article']): Carrier =>
  outlet
    ? { kind: 'outlet', id: outlet.id, ref: outlet.ref, name: outlet.name }
    : { kind: 'article', id, ref, name: title };

/** An origin is anonymous only as long as nobody names it. */
const mergeOrigins = (one: Origin, other: Origin): Origin => ({
  ...one,
  anonymous: one.anonymous && other.anonymous,
});

const mergeItems = (one: OriginItem, other: OriginItem): OriginItem => ({
  origin: mergeOrigins(one.origin, other.origin),
  claims: [...one.claims, ...other.claims],
  outlets: distinct([...one.outlets, ...other.outlets]),
});

const distinct = (carriers: readonly Carrier[]): Carrier[] => [
  ...mergeBy(
    carriers,
    ({ kind, ref }) => `${kind} ${ref}`,
    (first) => first,
  ).values(),
];

/** The items by key, in order of first appearance, those of one key merged. */
function mergeBy<Item>(
  items: readonly Item[],
  keyOfItem: (item: Item) => string,
  merge: (one: Item, other: Item) => Item,
): Map<string, Item> {
  const merged = new Map<string, Item>();
  for (const item of items) {
    const key = keyOfItem(item);
    const known = merged.get(key);
    merged.set(key, known === undefined ? item : merge(known, item));
  }
  return merged;
}
