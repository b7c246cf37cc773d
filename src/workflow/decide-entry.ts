/** PURE: what becomes of claims that somebody enters: rows and events of those that are good, a refusal of the others. */
import { hashOf } from '../domain/event/chain.js';
import { canonicalJson } from '../domain/text/canonical-json.js';
import type { Anchored } from '../domain/text/anchor.js';
import { withDefaults, type NewClaim, type NewLink } from '../domain/claim/new-claim.js';
import { notThere, unknownReference, type Fault, type Refusal } from '../domain/problem/refusal.js';
import { refuseUnknownSources } from './attribution-rows.js';
import { composeClaim, type EnteredBy, type EnteredClaim, type Generators } from './compose-claim.js';
import { versionKey, type ClaimSpan, type KnownClaim, type NamedRows, type NamedArticle } from './named.js';
import { findNorms, type FoundNorm } from './norm-rows.js';
import type { Anchor, AnchorIn } from './recent-anchors.js';

export type Entry =
  | { outcome: 'created'; claim: EnteredClaim }
  /** It was entered before, with the same content. */
  | { outcome: 'exists'; claim: Pick<KnownClaim, 'id' | 'ref'> }
  | { outcome: 'refused'; refusal: Refusal }
  /** The text of its article has still to be read. */
  | { outcome: 'unread' };

/**
 * In the order given: a claim that is good takes its ref, external id and place from those after it. One by one, because
 * to look for a quote may take long.
 */
export function* decideEntries(
  claims: readonly NewClaim[],
  named: NamedRows,
  by: EnteredBy,
  names: Generators & { anchorIn: AnchorIn },
): Generator<Entry, void> {
  const known = new Map<string, KnownClaim>();
  const remember = (claim: KnownClaim): void => {
    for (const key of keysOf(claim)) known.set(key, claim);
  };
  named.claims.forEach(remember);
  const anchors = new Map<string, Anchor>();
  const decide = (claim: NewClaim): Entry => {
    const found = findNamed(claim, named);
    if ('why' in found) return { outcome: 'refused', refusal: found };
    const { article, version, norms } = found;
    const digest = digestOf(claim, named, article.id, norms);
    const before = [
      claim.ref !== undefined && known.get(refKey(claim.ref)),
      claim.externalId !== undefined && known.get(externalIdKey(claim.externalId)),
    ].find((one) => typeof one === 'object');
    if (before) {
      return before.digest === digest
        ? { outcome: 'exists', claim: before }
        : { outcome: 'refused', refusal: takenRefusal(claim, before) };
    }
    if (version.text === null) return { outcome: 'unread' };
    let anchor = anchors.get(version.id);
    if (!anchor) anchors.set(version.id, (anchor = names.anchorIn(version.id, version.text)));
    const quote = anchor(claim.quote);
    if (!quote.ok) return { outcome: 'refused', refusal: notAnchored(quote, article) };
    const span = { version: version.id, start: quote.start, end: quote.end };
    const twin = known.get(spanKey(span));
    if (twin) return { outcome: 'refused', refusal: quoteTaken(twin) };
    const ref = claim.ref ?? names.newRef();
    const entered = composeClaim({ claim, ref, quote, article, version, norms, digest }, named, by, names);
    remember({ id: entered.row.id, ref, externalId: claim.externalId ?? null, digest, ...span });
    return { outcome: 'created', claim: entered };
  };
  for (const claim of claims) yield decide(claim);
}

function findNamed(claim: NewClaim, named: NamedRows) {
  const article = named.articles.get(claim.article);
  const version =
    article && named.versions.get(versionKey(article.id, claim.articleVersion ?? article.latest));
  const norms = findNorms(claim.provisions, named, (index) => `/provisions/${String(index)}`);
  const unknown = [
    ...(version ? [] : [unknownText(claim, article !== undefined)]),
    ...(refuseUnknownSources(claim.attributions, named.sources)?.faults ?? []),
    ...('why' in norms ? (norms.faults ?? []) : []),
  ];
  if (unknown.length > 0) return unknownReference(...unknown);
  if ('why' in norms) return norms;
  if (!version) throw new Error('what is not there was refused');
  return { article, version, norms };
}

const unknownText = ({ article, articleVersion = 1 }: NewClaim, articleIsThere: boolean): Fault =>
  articleIsThere
    ? notThere('/articleVersion', 'article_version', `${article} ${String(articleVersion)}`)
    : notThere('/article', 'article', article);

/** Of everything that was given, names resolved, to what they were recorded for: it is the same whichever way, and whenever, the claim comes. */
function digestOf(
  claim: NewClaim,
  { sources }: NamedRows,
  article: string,
  norms: readonly FoundNorm[],
): string {
  const resolve = (links: readonly NewLink[]): object[] =>
    links.map(({ source, from, ...link }) => ({
      ...link,
      source: source === undefined ? undefined : sources.get(source)?.recorded.id,
      from: resolve(from),
    }));
  return hashOf(
    canonicalJson({
      ...withDefaults(claim),
      article,
      attributions: resolve(claim.attributions),
      provisions: norms.map(({ instrument, provision, note }) => [
        instrument.id,
        provision?.id ?? null,
        note,
      ]),
    }),
  );
}

const refKey = (ref: string): string => `ref ${ref}`;
const externalIdKey = (externalId: string): string => `external ${externalId}`;
const spanKey = ({ version, start, end }: ClaimSpan): string =>
  `span ${version} ${String(start)} ${String(end)}`;
const keysOf = (claim: KnownClaim): string[] => [
  refKey(claim.ref),
  spanKey(claim),
  ...(claim.externalId === null ? [] : [externalIdKey(claim.externalId)]),
];

function takenRefusal({ ref }: NewClaim, { ref: claim }: KnownClaim): Refusal {
  const [what, code, pointer] =
    claim === ref
      ? (['ref', 'ref_taken', '/ref'] as const)
      : (['external id', 'external_id_taken', '/externalId'] as const);
  const why = `The ${what} is taken: the claim ${claim} has it, with other content.`;
  return { kind: 'conflict', code, why, faults: [{ pointer, message: 'is taken' }], extra: { claim } };
}

const quoteTaken = ({ ref: claim }: KnownClaim): Refusal => ({
  kind: 'conflict',
  code: 'quote_taken',
  why: `The claim ${claim} stands on this very quote.`,
  extra: { claim },
});

const reasons = {
  absent: 'does not occur in this version of the article',
  ambiguous: 'occurs more than once: give prefix, suffix or start',
  position_mismatch: 'does not stand at this position',
  context_mismatch: 'does not stand between this prefix and suffix',
} as const;

/** Names the article, so that an answer that is kept with its words is found when they are withheld. */
const notAnchored = (
  { reason, candidates }: Extract<Anchored, { ok: false }>,
  { id, ref }: NamedArticle,
): Refusal => ({
  kind: 'unprocessable',
  code: `quote_${reason}`,
  why: `The quote ${reasons[reason]}.`,
  faults: [{ pointer: '/quote', message: reasons[reason] }],
  extra: { candidates, article: { id, ref } },
});
