/** What new claims name: articles with their texts, sources, norms, and claims that may stand there already. */
import type { Db } from '../platform/db/client.js';
import type { NewClaim, NewLink } from '../domain/claim/new-claim.js';
import { isUuid } from '../domain/text/uuid.js';

export interface NamedSource {
  id: string;
  ref: string;
  name: string;
  kind: string;
  version: number;
}

export interface NamedArticle {
  id: string;
  ref: string;
  title: string;
  language: string;
  version: number;
  /** Number of the latest version. */
  latest: number;
  outlet: NamedSource | null;
}

export interface NamedVersion {
  id: string;
  article: string;
  number: number;
  /** Null: it has to be asked for again, as there was too much text to read at once. */
  text: string | null;
}

export interface NamedInstrument {
  id: string;
  ref: string;
  version: number;
}

export interface NamedProvision extends NamedInstrument {
  paragraph: string;
  direction: 'to' | 'from' | 'both' | 'none';
  verified: boolean;
  instrument: NamedInstrument;
}

/** A claim that stands already. */
export interface KnownClaim {
  id: string;
  ref: string;
  externalId: string | null;
  /** Of what it was entered with; null where that is not known. */
  digest: string | null;
  version: string;
  start: number;
  end: number;
}

/** Where a claim stands: version of the article, and code points of its text. */
export type ClaimPlace = Pick<KnownClaim, 'version' | 'start' | 'end'>;

type ById<Row> = ReadonlyMap<string, Row>;

/** By id and by ref, each; versions by `versionKey`. */
export interface Named {
  /** The moment of entry, in microseconds since 1970. */
  micros: string;
  articles: ById<NamedArticle>;
  versions: ById<NamedVersion>;
  sources: ById<NamedSource>;
  provisions: ById<NamedProvision>;
  instruments: ById<NamedInstrument>;
  claims: readonly KnownClaim[];
}

export const versionKey = (article: string, number: number): string => `${article} ${String(number)}`;

/** Texts of some megabytes at once: more is read in the next round. */
const mostCodePoints = 4_000_000;

interface Answer {
  micros: string;
  articles: NamedArticle[] | null;
  versions: NamedVersion[] | null;
  sources: NamedSource[] | null;
  provisions: NamedProvision[] | null;
  instruments: NamedInstrument[] | null;
  claims: KnownClaim[] | null;
}

/** One statement of the client: see prisma/sql/read-named.sql. */
export async function readNamed(
  db: Db,
  claims: readonly NewClaim[],
  places: readonly ClaimPlace[] = [],
): Promise<Named> {
  const norms = claims.flatMap((claim) => claim.provisions);
  const sources = split(claims.flatMap(({ attributions }) => sourcesIn(attributions)));
  const provisions = split(norms.flatMap(({ provision }) => provision ?? []));
  const instruments = split(
    norms.flatMap(({ provision, instrument }) => (provision === undefined ? (instrument ?? []) : [])),
  );
  const asked = {
    articles: namedVersions(claims),
    sourceIds: sources.ids,
    sourceRefs: sources.refs,
    provisionIds: provisions.ids,
    provisionRefs: provisions.refs,
    instrumentIds: instruments.ids,
    instrumentRefs: instruments.refs,
    refs: distinct(claims.flatMap(({ ref }) => ref ?? [])),
    externalIds: distinct(claims.flatMap(({ externalId }) => externalId ?? [])),
    places,
    codePoints: mostCodePoints,
  };
  const [row] = await db.$queryRaw<{ named: Answer }[]>`
    SELECT read_named(${JSON.stringify(asked)}::jsonb) AS named`;
  if (!row) throw new Error('a SELECT without FROM gave no row');
  const { named } = row;
  return {
    micros: named.micros,
    articles: byIdAndRef(named.articles),
    versions: new Map(named.versions?.map((one) => [versionKey(one.article, one.number), one])),
    sources: byIdAndRef(named.sources),
    provisions: byIdAndRef(named.provisions),
    instruments: byIdAndRef(named.instruments),
    claims: named.claims ?? [],
  };
}

/** The sources that links name, those behind them included, in order. */
export const sourcesIn = (links: readonly NewLink[]): string[] =>
  links.flatMap(({ source, from }) => [...(source === undefined ? [] : [source]), ...sourcesIn(from)]);

function namedVersions(claims: readonly NewClaim[]): object[] {
  const asked = new Map(
    claims.map(({ article, articleVersion: number = null }) => {
      const name = isUuid(article) ? { id: article, ref: null } : { id: null, ref: article };
      return [versionKey(article, number ?? 0), { ...name, number }];
    }),
  );
  return [...asked.values()];
}

/** Ids and refs, each once. */
const split = (names: readonly string[]) => {
  const once = distinct(names);
  return { ids: once.filter(isUuid), refs: once.filter((name) => !isUuid(name)) };
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

const byIdAndRef = <Item extends { id: string; ref: string }>(
  rows: readonly Item[] | null,
): Map<string, Item> =>
  new Map(
    (rows ?? []).flatMap((row) => [
      [row.id, row],
      [row.ref, row],
    ]),
  );
