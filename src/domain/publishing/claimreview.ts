/** PURE: a published verdict as a schema.org ClaimReview. What is not known is left out, never made up. */
import { undetermined } from '../text/language-of.js';
import { certainDay } from '../text/edtf-day.js';
import { languageFor, type Language } from '../text/languages.js';
import { textFor, type TextIn } from '../text/nearest-language.js';
import { claimantsOf, isPublisher } from './claimant.js';
import { reviewUrl, type Publisher } from './publisher.js';
import type { Published, Review } from './published.js';
import { joined, retractionText, words } from './feed-words.js';
import { withoutMarks } from './page/prose.js';

export const context = 'https://schema.org' as const;

/** In the language of the reader, whichever it is, as far as there are texts in it. */
export function toClaimReview(review: Review, language: string, publisher: Publisher) {
  const { claim, verdict, underCorrection } = review;
  const body = textFor(verdict.rationale, language, claim.language);
  const label = textFor(verdict.rating.labels, language);
  const claimed = claimIn(claim, language);
  const spoken = [...new Set([label?.language ?? language, body?.language ?? language])];
  return {
    '@type': 'ClaimReview' as const,
    url: reviewUrl(publisher, claim.ref, language),
    identifier: claim.ref,
    inLanguage: one(spoken),
    datePublished: review.firstPublished,
    dateModified: review.changed,
    version: verdict.revision,
    creativeWorkStatus: underCorrection ? statuses.underCorrection : statuses.published,
    ...(claimed && { claimReviewed: claimed.text }),
    itemReviewed: toClaim(review, languageFor(language)),
    reviewRating: toRating(verdict.rating, label?.text ?? verdict.rating.slug),
    ...(body && { reviewBody: withoutMarks(body.text, verdict.evidence.length) }),
    author: toOrganization(publisher),
    publisher: toOrganization(publisher),
    ...some('citation', [
      ...verdict.evidence.map(toWork),
      ...verdict.provisions.map((one) => toLegislation(one, language)),
    ]),
    ...(verdict.correction && {
      correction: {
        '@type': 'CorrectionComment' as const,
        text: verdict.correction.note,
        datePublished: verdict.publishedAt,
      },
    }),
  };
}

/** A correction under way has no property of its own in schema.org; the stage of a work's life has. */
const statuses = { published: 'Published', underCorrection: 'Under correction' } as const;

/** The claim in the language asked for, or in the nearest there is; undefined once all of its words were withheld. */
export const claimIn = ({ language, text, glosses }: Review['claim'], wanted: string): TextIn | undefined =>
  textFor({ ...glosses, ...(text !== null && { [language]: text }) }, wanted, language);

const toOrganization = ({ name, url }: Publisher) => ({ '@type': 'Organization' as const, name, url });

/** All of these as data; `path` is where it is read, `goesOn` whether there is a next page, which a header leads to. */
export function toDataFeed(
  published: readonly Published[],
  {
    path,
    language,
    publisher,
    goesOn,
  }: { path: string; language: Language; publisher: Publisher; goesOn: boolean },
) {
  const last = published
    .map(({ changed }) => changed)
    .sort()
    .at(-1);
  return {
    '@context': context,
    '@type': 'DataFeed' as const,
    name: publisher.name,
    url: `${publisher.url}${path}`,
    inLanguage: language,
    ...(goesOn && { description: words[language].goesOn }),
    ...(last !== undefined && { dateModified: last }),
    publisher: toOrganization(publisher),
    dataFeedElement: published.map((one) => toFeedItem(one, language, publisher)),
  };
}

/**
 * One item of a DataFeed. `item` is a list, also of one and of none: readers of such feeds go through it, and take each
 * entry for a review.
 */
export const toFeedItem = (one: Published, language: Language, publisher: Publisher) =>
  one.kind === 'review'
    ? {
        '@type': 'DataFeedItem' as const,
        dateCreated: one.firstPublished,
        dateModified: one.changed,
        item: [toClaimReview(one, language, publisher)],
      }
    : {
        '@type': 'DataFeedItem' as const,
        dateDeleted: one.takenBack,
        url: reviewUrl(publisher, one.claim.ref, language),
        description: retractionText(one, language),
        item: [],
      };

/** Nothing of a text whose language nobody knows. */
const languageIn = (language: string) => (language === undetermined ? {} : { inLanguage: language });

function toClaim({ claim }: Review, spokenTo: Language) {
  const { article, chain } = claim;
  const { authors, credits, works } = claimantsOf(chain);
  const { outlet } = chain.article;
  const carrier = {
    '@type': 'Article' as const,
    ...(article.title !== null && { headline: article.title }),
    ...languageIn(article.language),
    ...(article.url !== null && { url: article.url }),
    ...dayOf(article.datePublished),
    ...(outlet &&
      isPublisher(outlet) && { publisher: { '@type': 'Organization' as const, name: outlet.name } }),
  };
  // Where others are quoted, nobody here knows whether they had published it before; what it was taken from had.
  const isOwnVoice = chain.links.every(({ parentId }) => parentId === null);
  const first = isOwnVoice ? [carrier] : works.map((name) => ({ '@type': 'CreativeWork' as const, name }));
  return {
    '@type': 'Claim' as const,
    ...(claim.text !== null && { text: claim.text }),
    ...languageIn(claim.language),
    ...dayOf(claim.statementDate),
    ...some('author', authors.map(toAuthor)),
    ...(credits.length > 0 && { creditText: joined(credits, spokenTo) }),
    appearance: carrier,
    ...some<'firstAppearance', (typeof first)[number]>('firstAppearance', first),
  };
}

const toAuthor = ({
  type,
  name,
  otherNames,
  wikidata,
}: ReturnType<typeof claimantsOf>['authors'][number]) => ({
  '@type': type,
  name,
  ...some('alternateName', otherNames),
  ...(wikidata !== null && { sameAs: `https://www.wikidata.org/entity/${wikidata}` }),
});

/** A number only with both bounds, and never for a rating that takes no side. */
const toRating = ({ value, worst, best, polarity }: Review['verdict']['rating'], label: string) => ({
  '@type': 'Rating' as const,
  alternateName: label,
  ...(value !== null &&
    worst !== null &&
    best !== null &&
    polarity !== 'neutral' && { ratingValue: value, worstRating: worst, bestRating: best }),
});

const toWork = ({ url, note }: Review['verdict']['evidence'][number]) => ({
  '@type': 'CreativeWork' as const,
  url,
  ...(note !== null && { description: note }),
});

const toLegislation = (
  { name, identifier, verified }: Review['verdict']['provisions'][number],
  language: string,
) => ({
  '@type': 'Legislation' as const,
  name,
  legislationIdentifier: identifier,
  ...(!verified && { description: unverified[languageFor(language)] }),
});

const unverified: Readonly<Record<Language, string>> = {
  ar: 'لم يتم التحقق من رقم الفقرة.',
  en: 'The number of the paragraph was not verified.',
};

function dayOf(edtf: string | null): { datePublished?: string } {
  const day = certainDay(edtf);
  return day === undefined ? {} : { datePublished: day };
}

/** One value stands alone, several in a list, none not at all. */
const some = <Name extends string, Value>(
  name: Name,
  values: readonly Value[],
): Partial<Record<Name, Value | Value[]>> =>
  values.length === 0 ? {} : ({ [name]: one(values) } as Record<Name, Value | Value[]>);

const one = <Value>(values: readonly Value[]): Value | Value[] =>
  values.length === 1 && values[0] !== undefined ? values[0] : [...values];
