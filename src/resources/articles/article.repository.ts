import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { standingOf, withStanding } from '../sources/standing-source.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { bidiControls } from '../../domain/text/wellformed.js';
import type { Article, ArticleVersion, VersionSummary } from './article.schema.js';

const summaryFields = {
  id: true,
  ref: true,
  kind: true,
  title: true,
  language: true,
  url: true,
  datePublished: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  outlet: withStanding({ id: true, ref: true, name: true }),
} satisfies Prisma.ArticleSelect;

const versionFields = {
  number: true,
  sha256: true,
  codePoints: true,
  createdAt: true,
} satisfies Prisma.ArticleVersionSelect;

const articleFields = {
  ...summaryFields,
  versions: { select: versionFields, orderBy: { number: 'asc' } },
} satisfies Prisma.ArticleSelect;

export interface Text {
  text: string;
  sha256: string;
  codePoints: number;
}

export async function insertArticle(
  tx: Tx,
  article: Omit<Prisma.ArticleUncheckedCreateInput, 'versions'>,
  text: Text,
): Promise<Article> {
  const data = { ...article, versions: { create: { number: 1, ...text } } };
  return toArticle(await tx.article.create({ data, select: articleFields }));
}

export async function updateArticle(
  tx: Tx,
  id: string,
  fields: Prisma.ArticleUncheckedUpdateInput,
): Promise<Article> {
  const data = { ...fields, version: { increment: 1 } };
  return toArticle(await tx.article.update({ where: { id }, data, select: articleFields }));
}

/** Locks the article until the transaction ends, so that its versions are numbered without a gap. */
export async function lockArticle(tx: Tx, idOrRef: string): Promise<Article | undefined> {
  const found = await tx.article.findUnique({ where: byIdOrRef(idOrRef), select: { id: true } });
  if (!found) return undefined;
  await tx.$queryRaw`SELECT 1 FROM articles WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
  return findArticle(tx, found.id);
}

export async function insertVersion(
  tx: Tx,
  articleId: string,
  number: number,
  text: Text,
): Promise<ArticleVersion> {
  await tx.article.update({
    where: { id: articleId },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  const row = await tx.articleVersion.create({
    data: { articleId, number, ...text },
    select: wholeVersionFields,
  });
  return toVersion(row);
}

export async function findArticle(db: Db, idOrRef: string): Promise<Article | undefined> {
  const row = await db.article.findUnique({ where: byIdOrRef(idOrRef), select: articleFields });
  return row ? toArticle(row) : undefined;
}

const wholeVersionFields = {
  ...versionFields,
  text: true,
  article: { select: { id: true, ref: true } },
} satisfies Prisma.ArticleVersionSelect;

export async function findVersion(
  db: Db,
  idOrRef: string,
  number: number,
): Promise<ArticleVersion | undefined> {
  const row = await db.articleVersion.findFirst({
    where: { article: byIdOrRef(idOrRef), number },
    select: wholeVersionFields,
  });
  return row ? toVersion(row) : undefined;
}

/** Versions with the quotes of claims that are anchored in them, but for those that were rejected or merged. */
export async function findQuotes(db: Db, article: string) {
  const standing = { status: { notIn: ['rejected', 'merged'] } } satisfies Prisma.ClaimWhereInput;
  return db.articleVersion.findMany({
    where: { article: byIdOrRef(article), claims: { some: standing } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      claims: {
        where: standing,
        orderBy: { quoteStart: 'asc' },
        select: { id: true, ref: true, quoteStart: true, quoteEnd: true },
      },
    },
  });
}
export type QuotedVersion = Awaited<ReturnType<typeof findQuotes>>[number];

export async function findText(db: Db, versionId: string): Promise<string> {
  const { text } = await db.articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { text: true },
  });
  return text;
}

/** The source named as the outlet, or the one that stands for it; undefined where there is none. */
export const findOutlet = async (db: Db, idOrRef: string): Promise<{ id: string } | undefined> =>
  standingOf(await db.source.findUnique({ where: byIdOrRef(idOrRef), ...withStanding({ id: true }) })) ??
  undefined;

/** Until the transaction ends it is not called otherwise: whoever did that before counts for the editions it comes into. */
export async function keepOutlet(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM sources WHERE id IN (SELECT ${id}::uuid UNION ALL SELECT s.id FROM standing_source(${id}::uuid) s) ORDER BY id FOR SHARE`;
}

type Row<Fields extends Prisma.ArticleSelect> = Prisma.ArticleGetPayload<{ select: Fields }>;
type VersionRow<Fields extends Prisma.ArticleVersionSelect> = Prisma.ArticleVersionGetPayload<{
  select: Fields;
}>;

const dated = <Fields extends { createdAt: Date }>(row: Fields) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});

const toArticle = (row: Row<typeof articleFields>): Article => ({
  ...dated(row),
  outlet: standingOf(row.outlet),
  updatedAt: row.updatedAt.toISOString(),
  latestVersion: row.versions.at(-1)?.number ?? 1,
  versions: row.versions.map(toVersionSummary),
});

const toVersionSummary = (row: VersionRow<typeof versionFields>): VersionSummary => dated(row);

const toVersion = (row: VersionRow<typeof wholeVersionFields>): ArticleVersion => ({
  ...dated(row),
  bidiControls: bidiControls(row.text),
});
