import { z } from 'zod';
import { quoteOutcomes } from '../../domain/text/follow-quote.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import { patchOf } from '../../platform/http/patch.js';
import { repairs } from '../../platform/http/repairs.js';
import {
  commaSeparated,
  edtf,
  httpUrl,
  idOrRef,
  instant,
  label,
  languageTag,
  pageOf,
  pageQuery,
  prose,
  ref,
  reference,
  uuid,
  wholeNumber,
} from '../../platform/http/schema.js';

export const articleKinds = ['article', 'post', 'speech', 'transcript', 'document', 'image'] as const;
const kind = z.enum(articleKinds);

const mostCodePoints = 500_000;

const text = prose(mostCodePoints).describe(
  'Kept exactly as given, bidirectional controls included. Offsets into it count Unicode code points.',
);

const title = label(500);
const url = httpUrl.nullable();
const datePublished = edtf.nullable();
const outlet = idOrRef.nullable().describe('The source that published it, by id or ref');

export const newArticle = z.strictObject({
  ref: ref.optional(),
  kind: kind.default('article'),
  title,
  language: languageTag,
  url: url.default(null),
  datePublished: datePublished.default(null),
  outlet: outlet.default(null),
  text,
});
export type NewArticle = z.output<typeof newArticle>;

export const articlePatch = patchOf({
  kind: kind.exactOptional(),
  title: title.exactOptional(),
  language: languageTag.exactOptional(),
  url: url.exactOptional(),
  datePublished: datePublished.exactOptional(),
  outlet: outlet.exactOptional(),
});
export type ArticlePatch = z.output<typeof articlePatch>;

export const newVersion = z.strictObject({ text });

export const articleSorts = ['createdAt', 'updatedAt', 'ref'] as const;
export const articleQuery = pageQuery.extend({
  sort: sortedBy(articleSorts, '-createdAt'),
  kind: commaSeparated(kind).optional(),
  language: commaSeparated(languageTag).optional().describe('`ar` also finds `ar-EG`'),
  outlet: commaSeparated(idOrRef).optional().describe('id or ref of the source that published it'),
  url: httpUrl.optional().describe('The very address it was stored with'),
  ...createdWithin,
  updatedSince,
});
export type ArticleQuery = z.output<typeof articleQuery>;

export const versionSorts = ['number'] as const;
export const versionQuery = pageQuery.extend({ sort: sortedBy(versionSorts), ...createdWithin });
export type VersionQuery = z.output<typeof versionQuery>;

export const articleParams = z.strictObject({ id: idOrRef });
export const versionParams = articleParams.extend({ number: wholeNumber({ min: 1, max: 2_147_483_647 }) });

const versionFields = {
  number: z.int().min(1),
  sha256: z.string().describe('SHA-256 of the text in UTF-8, hexadecimal'),
  codePoints: z.int().describe('Length of the text in Unicode code points'),
  createdAt: instant,
};

const versionSummary = z.strictObject(versionFields).meta({ id: 'ArticleVersionSummary' });
export type VersionSummary = z.output<typeof versionSummary>;

export const articleVersion = z
  .strictObject({
    article: reference,
    ...versionFields,
    text: z.string(),
    bidiControls: z
      .array(z.int())
      .describe('Where characters stand that change the order in which text is shown, as code-point offsets'),
  })
  .meta({ id: 'ArticleVersion' });
export type ArticleVersion = z.output<typeof articleVersion>;

const followedQuote = z.strictObject({
  claim: reference,
  outcome: z.enum(quoteOutcomes).describe('What became of its quote'),
  quote: z
    .strictObject({ exact: z.string(), start: z.int().min(0), end: z.int().min(1) })
    .nullable()
    .describe('Where it is in the new version, or what stands in its place; null where it is lost'),
});

/** What is made of a new text. */
export const revisedArticle = articleVersion
  .extend({
    quotes: z
      .array(followedQuote)
      .describe('Claims of earlier versions, which stay anchored there, and what became of their quotes'),
  })
  .meta({ id: 'RevisedArticle' });
export type RevisedArticle = z.output<typeof revisedArticle>;

const articleFields = {
  id: uuid,
  ref: z.string(),
  kind,
  title: z.string(),
  language: z.string(),
  url: z.string().nullable(),
  datePublished: z.string().nullable(),
  outlet: reference.extend({ name: z.string() }).nullable(),
  version: z.int().describe('Counts the changes of the article; part of its ETag'),
  latestVersion: z.int().min(1).describe('Number of its newest text'),
  createdAt: instant,
  updatedAt: instant,
};

const articleSummary = z.strictObject(articleFields).meta({ id: 'ArticleSummary' });
export type ArticleSummary = z.output<typeof articleSummary>;

export const article = z
  .strictObject({ ...articleFields, versions: z.array(versionSummary).describe('Oldest first') })
  .meta({ id: 'Article' });
export const enteredArticle = article.extend({ repairs }).meta({ id: 'EnteredArticle' });
export type Article = z.output<typeof article>;

export const articlePage = pageOf(articleSummary).meta({ id: 'ArticlePage' });
export const versionPage = pageOf(versionSummary).meta({ id: 'ArticleVersionPage' });
