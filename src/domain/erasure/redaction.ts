/**
 * PURE: texts that are not sealed, because others published them: they stand in events and editions as they are, for good.
 * Once they are withheld, no answer has them; rows of today are emptied.
 */

/** What is withheld of a claim, of an article, of a source. */
export const redactedKinds = [
  'quote',
  ...(['article_text', 'article_title', 'article_url'] as const),
  'source_names',
] as const;
export type RedactedKind = (typeof redactedKinds)[number];

export const isRedactedKind = (kind: string): kind is RedactedKind =>
  (redactedKinds as readonly string[]).includes(kind);

/** What stands in place of a text. */
export interface Withheld {
  removed: RedactedKind;
}

/** Under which names the events of the claim, article or source hold it. Of the text of an article they hold a hash. */
const fields: Readonly<Record<RedactedKind, ReadonlySet<string>>> = {
  quote: new Set(['exact', 'prefix', 'suffix', 'quote_exact', 'quote_prefix', 'quote_suffix']),
  article_text: new Set(),
  article_title: new Set(['title']),
  article_url: new Set(['url']),
  source_names: new Set(['name', 'text', 'affiliation', 'wikidata', 'note']),
};

/** The data of an event without these texts. */
export const withhold = <Data>(data: Data, kinds: readonly RedactedKind[]): Data =>
  kinds.length === 0 ? data : (withoutTexts(data, kinds) as Data);

function withoutTexts(value: unknown, kinds: readonly RedactedKind[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item, kinds));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const kind = typeof one === 'string' ? kinds.find((each) => fields[each].has(name)) : undefined;
      return [name, kind === undefined ? withoutTexts(one, kinds) : ({ removed: kind } satisfies Withheld)];
    }),
  );
}
