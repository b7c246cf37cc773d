/** PURE: an edition without the texts of others that are withheld: quotes, names, the title of an article. */
import type { RedactedKind, Withheld } from '../erasure/redaction.js';
import type { Edition, EditionLink, EditionSource, Quoted } from './edition.js';

/** Whether a text of the claim, article or source with this id is withheld. */
type IsWithheld = (kind: RedactedKind, id: string, text: Quoted | null) => boolean;

/** As `contents_of` (prisma/sql/redactions.sql) names them beside the words of a document. */
const withheldName = (kind: RedactedKind, id: string): string => `${kind} ${id}`;

export const withheldIn =
  (contents: Readonly<Record<string, unknown>>): IsWithheld =>
  (kind, id) =>
    Object.hasOwn(contents, withheldName(kind, id));

/** A row that was emptied has no text: an edition that was composed since says so as well. */
export function withholdTexts<Text>(edition: Edition<Text>, isWithheld: IsWithheld): Edition<Text> {
  const shown = <Given extends Quoted | null>(
    kind: RedactedKind,
    id: string,
    text: Given,
  ): Given | Withheld => (text === '' || isWithheld(kind, id, text) ? { removed: kind } : text);
  const sourceOf = <Given extends EditionSource | null>(source: Given): Given | EditionSource => {
    if (source === null) return source;
    const name = shown('source_names', source.id, source.name);
    return typeof name === 'string' ? source : { ...source, name, names: [], wikidata: null };
  };
  const linkOf = (link: EditionLink): EditionLink => ({
    ...link,
    source: sourceOf(link.source),
    from: link.from.map(linkOf),
  });
  const { claim, article } = edition;
  const quote = shown('quote', claim.id, claim.quote.exact);
  return {
    ...edition,
    claim: {
      ...claim,
      quote:
        typeof quote === 'string'
          ? claim.quote
          : { ...claim.quote, exact: quote, prefix: quote, suffix: quote },
    },
    article: {
      ...article,
      title: shown('article_title', article.id, article.title),
      url: shown('article_url', article.id, article.url),
      outlet: sourceOf(article.outlet),
    },
    chain: linkOf(edition.chain),
    relations: edition.relations.map(({ claim: other, ...relation }) => ({
      ...relation,
      claim: {
        ...other,
        statement: shown('quote', other.id, other.statement),
        claimants: other.claimants.map(({ source, ...one }) => ({ ...one, source: sourceOf(source) })),
      },
    })),
    contacts: edition.contacts.map(({ source, ...contact }) => ({ ...contact, source: sourceOf(source) })),
  };
}
