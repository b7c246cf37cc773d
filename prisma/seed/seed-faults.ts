/** PURE: whether the files of the seed agree with each other and with the article. */
import type { NewLink } from '../../src/domain/claim/new-claim.js';
import { anchorQuote } from '../../src/domain/text/anchor.js';
import { firstCodePoints } from '../../src/domain/text/code-points.js';
import type { Seed } from './seed.schema.js';

/** Everything that is wrong with the seed, each by file and ref; empty where it can be loaded. */
export const seedFaults = (seed: Seed, articleFile: string): string[] => [
  ...doubledRefs(seed),
  ...danglingRefs(seed),
  ...strayQuotes(seed, articleFile),
  ...selfRelations(seed),
];

/** The links and all links behind them, each before those it was heard from. */
export const allLinks = (links: readonly NewLink[]): NewLink[] =>
  links.flatMap((link) => [link, ...allLinks(link.from)]);

function strayQuotes({ article, claims }: Seed, articleFile: string): string[] {
  return claims.flatMap(({ ref, quote }) => {
    const found = anchorQuote(article.text, quote);
    // The seed holds the article's own characters, not a folded likeness of them.
    if (found.ok && found.exact === quote.exact) return [];
    const line = firstCodePoints(article.text, quote.start).split('\n').length;
    const range = `${String(quote.start)}–${String(quote.end)}`;
    return [
      `claims.json: the quote of ${ref} is not at code points ${range} of ${articleFile} (line ${String(line)})`,
    ];
  });
}

function doubledRefs({ sources, instruments, claims, relations }: Seed): string[] {
  const provisions = instruments.flatMap((instrument) => instrument.provisions);
  const keys: Record<string, string[]> = {
    'sources.json': sources.map(({ ref }) => ref),
    'instruments.json': [...instruments, ...provisions].map(({ ref }) => ref),
    'claims.json': [
      ...claims.map(({ ref }) => ref),
      ...claims.map(({ quote }) => `the quote at ${String(quote.start)}–${String(quote.end)}`),
    ],
    'relations.json': relations.map(({ from, type, to }) => `${from} ${type} ${to}`),
  };
  return Object.entries(keys).flatMap(([file, given]) =>
    given
      .filter((key, at) => given.indexOf(key) !== at)
      .map((key) => `${file}: ${key} is there more than once`),
  );
}

function danglingRefs({ article, sources, instruments, claims, relations }: Seed): string[] {
  const refs = (rows: { ref: string }[]): Set<string> => new Set(rows.map(({ ref }) => ref));
  const known = {
    source: refs(sources),
    instrument: refs(instruments),
    provision: refs(instruments.flatMap(({ provisions }) => provisions)),
    claim: refs(claims),
  };
  const missing = (where: string, kind: keyof typeof known, ref: string | undefined): string[] =>
    ref === undefined || known[kind].has(ref) ? [] : [`${where}: there is no ${kind} ${ref}`];
  return [
    ...missing('article.json', 'source', article.outlet),
    ...claims.flatMap((claim) => [
      ...allLinks(claim.attributions).flatMap(({ source }) =>
        missing(`claims.json: ${claim.ref}`, 'source', source),
      ),
      ...claim.provisions.flatMap(({ instrument, provision }) => [
        ...missing(`claims.json: ${claim.ref}`, 'instrument', instrument),
        ...missing(`claims.json: ${claim.ref}`, 'provision', provision),
      ]),
    ]),
    ...relations.flatMap(({ from, to }) =>
      [from, to].flatMap((ref) => missing('relations.json', 'claim', ref)),
    ),
  ];
}

const selfRelations = ({ relations }: Seed): string[] =>
  relations
    .filter(({ from, to }) => from === to)
    .map(({ from }) => `relations.json: ${from} relates to itself`);
