/** What goes out as schema.org JSON-LD. Dates, texts and types as schema.org defines them; nothing of our own. */
import { z } from 'zod';
import { updatedSince } from '../platform/http/list-query.js';
import { commaSeparated, pageQuery } from '../platform/http/schema.js';
import { topic } from '../workflow/command.schema.js';
import { languages } from '../domain/text/languages.js';

export const languageQuery = z.strictObject({
  language: z
    .enum(languages)
    .default('ar')
    .describe('Of the labels and, where they exist in it, of the texts; otherwise the nearest'),
});

export const publishedQuery = pageQuery.extend({
  ...languageQuery.shape,
  topic: commaSeparated(topic).optional().describe('One of those of the last edition'),
});

export const claimReviewsQuery = publishedQuery.extend({
  updatedSince: updatedSince.describe('What is public of it changed at this moment or later'),
});

const oneOrMore = <One extends z.ZodType>(item: One) => z.union([item, z.array(item).min(2)]);
const day = z.iso.date();
const moment = z.iso.datetime();

const organization = z.strictObject({
  '@type': z.literal('Organization'),
  name: z.string(),
  url: z.string().optional(),
});

const claimant = z.strictObject({
  '@type': z.enum(['Person', 'Organization']),
  name: z.string(),
  alternateName: oneOrMore(z.string()).optional(),
  sameAs: z.string().optional(),
});

const work = z.strictObject({
  '@type': z.enum(['Article', 'CreativeWork', 'Legislation']),
  headline: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  legislationIdentifier: z.string().optional(),
  url: z.string().optional(),
  inLanguage: z.string().optional(),
  datePublished: day.optional(),
  publisher: organization.optional(),
});

const claim = z.strictObject({
  '@type': z.literal('Claim'),
  text: z
    .string()
    .optional()
    .describe('The words of the article, in their own language; not there once they were withheld'),
  inLanguage: z.string().optional().describe('Left out where nobody knows it'),
  author: oneOrMore(claimant).optional().describe('The original claimants, where they are known'),
  creditText: z.string().optional().describe('How the chain names claimants it does not know'),
  datePublished: day.optional().describe('When it was said, where the day is certain'),
  appearance: work,
  firstAppearance: oneOrMore(work).optional(),
});

const rating = z.strictObject({
  '@type': z.literal('Rating'),
  alternateName: z.string(),
  ratingValue: z.number().optional().describe('With both bounds or not at all'),
  worstRating: z.number().optional(),
  bestRating: z.number().optional(),
});

const correctionComment = z.strictObject({
  '@type': z.literal('CorrectionComment'),
  text: z.string(),
  datePublished: moment,
});

const reviewFields = {
  '@type': z.literal('ClaimReview'),
  url: z.string(),
  identifier: z.string().describe('The ref of the claim'),
  inLanguage: oneOrMore(z.string()),
  datePublished: moment,
  dateModified: moment,
  version: z.int().describe('The revision'),
  creativeWorkStatus: z.string().describe('`Published`, or `Under correction`'),
  claimReviewed: z.string().optional(),
  itemReviewed: claim,
  reviewRating: rating,
  reviewBody: z.string().optional(),
  author: organization,
  publisher: organization,
  citation: oneOrMore(work).optional().describe('The evidence weighed and the norms cited'),
  correction: correctionComment.optional(),
};

const inContext = { '@context': z.literal('https://schema.org') };

export const claimReview = z.strictObject({ ...inContext, ...reviewFields }).meta({ id: 'ClaimReview' });

export const dataFeed = z
  .strictObject({
    ...inContext,
    '@type': z.literal('DataFeed'),
    name: z.string(),
    url: z.string(),
    inLanguage: z.string(),
    description: z.string().optional().describe('Where there is a next page'),
    dateModified: moment.optional(),
    publisher: organization,
    dataFeedElement: z.array(
      z.strictObject({
        '@type': z.literal('DataFeedItem'),
        dateCreated: moment.optional(),
        dateModified: moment.optional(),
        dateDeleted: moment.optional().describe('The review was taken back; `item` is then empty'),
        url: z.string().optional().describe('Of the page of a review that was taken back'),
        description: z.string().optional().describe('Why a review was taken back'),
        item: z
          .array(z.strictObject(reviewFields))
          .max(1)
          .describe('A list: the review, or nothing where it was taken back'),
      }),
    ),
  })
  .meta({ id: 'ClaimReviewFeed' });
