/** PURE: who a claim is ascribed to, in the words of schema.org. */
import { originsOf, type ChainSource, type ClaimChain, type ChainLink } from '../claim/origin.js';
import type { SourceKind } from '../source/kinds.js';

export interface ClaimSource extends ChainSource {
  wikidata: string | null;
  /** Names in the language of the document, and the one it usually goes by; the shown one left out. */
  otherNames: string[];
  /** Withheld: what stands for the name is none, and nobody is called by it. */
  removed: boolean;
}

/** A chain as the graph knows it, with what markup wants to know of its sources beside. */
export interface SourcedChain extends ClaimChain {
  article: ClaimChain['article'] & { outlet: ClaimSource | null };
  links: readonly SourcedLink[];
}

export type SourcedLink = ChainLink & { source: ClaimSource | null };

interface Claimants {
  /** Those who said it themselves and are known. */
  authors: { type: 'Person' | 'Organization'; name: string; otherNames: string[]; wikidata: string | null }[];
  /** How the chain names those it does not know: "AP", "unnamed officials". */
  credits: string[];
  /** What it was taken from where nobody said it: a document, a picture. */
  works: string[];
}

/** A document or a picture says nothing by itself: it is where a claim was first seen, not who made it. */
const typeOf: Readonly<Partial<Record<SourceKind, 'Person' | 'Organization'>>> = {
  person: 'Person',
  organization: 'Organization',
  government: 'Organization',
  outlet: 'Organization',
  agency: 'Organization',
  collective: 'Organization',
};

/** Where nobody knows who brought an article out, it stands for itself: a document, and no publisher. */
export const isPublisher = ({ kind, removed = false }: { kind: SourceKind; removed?: boolean }): boolean =>
  kind !== 'document' && !removed;

/** The original claimants: the leaves of the chain, each once, in the order of the chain. */
export function claimantsOf(chain: SourcedChain): Claimants {
  const sources = new Map(
    [chain.article.outlet, ...chain.links.map(({ source }) => source)].flatMap((source) =>
      source ? [[source.id, source] as const] : [],
    ),
  );
  const claimants: Claimants = { authors: [], credits: [], works: [] };
  for (const { source: named, label, anonymous } of originsOf(chain)) {
    const source = named && sources.get(named.id);
    if (source?.removed) continue;
    const type = source && typeOf[source.kind];
    if (source && type && !anonymous) claimants.authors.push({ ...source, type });
    else if (source && !type) claimants.works.push(source.name);
    else if (source ?? label) claimants.credits.push(label ?? source?.name ?? '');
  }
  return claimants;
}
