/** PURE: what is named by id or ref, as it was found. */
import type { NewLink } from '../domain/claim/new-claim.js';
import type { Direction } from '../domain/instrument/rules.js';
import type { SourceKind } from '../domain/source/kinds.js';

/** The source that stands, where the one that was named is merged into it. */
export interface NamedSource {
  id: string;
  ref: string;
  name: string;
  names: { language: string; text: string }[];
  kind: SourceKind;
  version: number;
  /** The one that was named. */
  recorded: { id: string; ref: string };
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
  direction: Direction;
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
export type ClaimSpan = Pick<KnownClaim, 'version' | 'start' | 'end'>;

type ById<Row> = ReadonlyMap<string, Row>;

/** By id and by ref, each; versions by `versionKey`. */
export interface NamedRows {
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

/** The sources that links name, those behind them included, in order. */
export const sourcesIn = (links: readonly NewLink[]): string[] =>
  links.flatMap(({ source, from }) => [...(source === undefined ? [] : [source]), ...sourcesIn(from)]);

/** By what they are called, and by what was merged into them; each name for the one that was recorded under it. */
export const sourcesByName = (rows: readonly NamedSource[] | null): Map<string, NamedSource> =>
  new Map([
    ...byIdAndRef(rows),
    ...(rows ?? []).flatMap((row): [string, NamedSource][] => [
      [row.recorded.id, row],
      [row.recorded.ref, row],
    ]),
  ]);

export const byIdAndRef = <Item extends { id: string; ref: string }>(
  rows: readonly Item[] | null,
): Map<string, Item> =>
  new Map(
    (rows ?? []).flatMap((row) => [
      [row.id, row],
      [row.ref, row],
    ]),
  );
