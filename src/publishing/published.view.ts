/** PURE: what is public of a claim, from its edition and the mark it bears. */
import { isUnderCorrection } from '../domain/claim/under-correction.js';
import type { SourcedLink, ClaimSource, SourcedChain } from '../domain/publishing/claimant.js';
import { languageFor, primary } from '../domain/text/languages.js';
import { nameIn } from '../domain/text/name-in.js';
import { textFor } from '../domain/text/nearest-language.js';
import type { Edition, EditionLink, EditionSource, Quoted } from '../domain/edition/edition.js';
import type { Published, ReviewedClaim } from '../domain/publishing/published.js';
import { isRemoved, readEdition, type Words } from '../domain/edition/read-edition.js';
import { words } from '../domain/publishing/feed-words.js';
import type { PublishedRow } from './published.repository.js';

export function viewPublished(row: PublishedRow, language: string): Published {
  const edition = readEdition(row.document, row.contents);
  const claim = viewClaim(edition, language);
  const changed = row.changedAt.toISOString();
  if (row.mark !== null) {
    const { marked, markReason: reason, markInto: into, notice } = row;
    if (!marked) throw new Error('a mark has its event');
    const { id, at: takenBack } = marked;
    return { kind: 'retraction', id, claim, reason: reason ?? '', into, notice, takenBack, changed };
  }
  const { verdict, evidence, provisions, correction } = edition;
  return {
    kind: 'review',
    claim,
    verdict: {
      id: verdict.id,
      revision: edition.revision,
      rating: verdict.rating,
      rationale: byLanguage(verdict.rationale),
      evidence: evidence.map(({ url, note }) => ({
        url,
        note: note === null ? null : textOf(note, language),
      })),
      provisions: provisions.map(({ ref, paragraph, verified, instrument }) => ({
        name: nameOf(instrument, paragraph, language),
        identifier: ref,
        verified,
      })),
      correction: correction && { reason: correction.reason, note: textOf(correction.note, language) },
      publishedAt: row.publishedAt.toISOString(),
    },
    firstPublished: row.firstPublishedAt.toISOString(),
    changed,
    underCorrection: isUnderCorrection({ status: row.status, revision: row.standing }),
  };
}

function viewClaim({ claim, article, chain }: Edition<Words>, language: string): ReviewedClaim {
  const url = article.url === null || isRemoved(article.url) ? null : article.url;
  const shown = { ...article, title: wordsOf(article.title), url };
  const sources: SourcedChain = {
    claim: { id: claim.id, ref: claim.ref },
    article: {
      ...shown,
      title: textOf(article.title, language),
      outlet: article.outlet && viewSource(article.outlet, language),
    },
    links: linksOf(chain, language),
  };
  return {
    id: claim.id,
    ref: claim.ref,
    language: claim.language,
    text: wordsOf(claim.quote.exact),
    glosses: byLanguage(claim.glosses),
    statementDate: claim.statementDate,
    article: shown,
    chain: sources,
  };
}

/** The tree as rows, each named by the way that leads to it: "0", "0.1". */
function linksOf({ from, ...link }: EditionLink, language: string, path = '0', position = 0): SourcedLink[] {
  const source = link.source && viewSource(link.source, language);
  const parentId = path === '0' ? null : path.slice(0, path.lastIndexOf('.'));
  return [
    { ...link, id: path, parentId, position, source },
    ...from.flatMap((below, index) => linksOf(below, language, `${path}.${String(index)}`, index)),
  ];
}

function viewSource({ names, name, ...source }: EditionSource, language: string): ClaimSource {
  const usual = textOf(name, language);
  const shown = nameIn({ name, names }, language)?.text ?? usual;
  const inTheirs = names.filter((one) => primary(one.language) === primary(language)).map(({ text }) => text);
  const otherNames = [...new Set([...inTheirs, usual])].filter((text) => text !== shown);
  return { ...source, name: shown, otherNames, removed: isRemoved(name) };
}

const byLanguage = (texts: Words | null): Record<string, string> =>
  texts === null || typeof texts === 'string' || isRemoved(texts) ? {} : texts;

const wordsOf = (text: Quoted): string | null => (typeof text === 'string' ? text : null);

const textOf = (text: Words, language: string): string =>
  typeof text === 'string' ? text : words[languageFor(language)].removed;

function nameOf(
  { titles, label }: Edition<Words>['provisions'][number]['instrument'],
  paragraph: string,
  language: string,
): string {
  const title = textFor(titles, language)?.text ?? label;
  return languageFor(language) === 'ar'
    ? `${title}، الفقرة ${paragraph}`
    : `${title}, paragraph ${paragraph}`;
}
