/** What new claims name: articles with their texts, sources, norms, and claims that may stand there already. */
import type { Db } from '../platform/db/client.js';
import type { NewClaim } from '../domain/claim/new-claim.js';
import { isUuid } from '../domain/text/uuid.js';
import {
  byIdAndRef,
  sourcesByName,
  sourcesIn,
  versionKey,
  type ClaimSpan,
  type KnownClaim,
  type NamedRows,
  type NamedArticle,
  type NamedInstrument,
  type NamedProvision,
  type NamedSource,
  type NamedVersion,
} from './named.js';

/** Texts of some megabytes at once: more is read in the next round. */
const mostCodePoints = 4_000_000;

interface Answer {
  micros: string;
  articles: NamedArticle[] | null;
  versions: Omit<NamedVersion, 'text'>[] | null;
  sources: NamedSource[] | null;
  provisions: NamedProvision[] | null;
  instruments: NamedInstrument[] | null;
  claims: KnownClaim[] | null;
}

interface TextRow {
  version: string;
  text: string;
}

/** One statement of the client: see prisma/sql/read-named.sql. */
export async function readNamed(
  db: Db,
  claims: readonly NewClaim[],
  spans: readonly ClaimSpan[] = [],
): Promise<NamedRows> {
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
    spans,
    codePoints: mostCodePoints,
  };
  const [{ named }, ...texts] = await db.$queryRaw<[{ named: Answer }, ...TextRow[]]>`
    SELECT named, version, text FROM read_named(${JSON.stringify(asked)}::jsonb)`;
  const textOf = new Map(texts.map(({ version, text }) => [version, text]));
  return {
    micros: named.micros,
    articles: byIdAndRef(named.articles),
    versions: new Map(
      named.versions?.map((one) => [
        versionKey(one.article, one.number),
        { ...one, text: textOf.get(one.id) ?? null },
      ]),
    ),
    sources: sourcesByName(named.sources),
    provisions: byIdAndRef(named.provisions),
    instruments: byIdAndRef(named.instruments),
    claims: named.claims ?? [],
  };
}

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
