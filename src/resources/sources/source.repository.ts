import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { foldText } from '../../domain/text/fold.js';
import type { FoundSource, NewSource, Source, SourcePatch, SourceQuery } from './source.schema.js';

/**
 * The shown name is searched like every other name, so it has a row among them. What tells it apart is that it
 * has no language: a language that is given is never empty.
 */
const ofTheShownName = '';

const sourceFields = {
  id: true,
  ref: true,
  kind: true,
  name: true,
  affiliation: true,
  wikidata: true,
  note: true,
  version: true,
  createdAt: true,
  names: {
    where: { language: { not: ofTheShownName } },
    select: { language: true, text: true },
    orderBy: [{ language: 'asc' }, { text: 'asc' }],
  },
} satisfies Prisma.SourceSelect;

const rowsOfNames = (names: readonly { language: string; text: string }[]) =>
  names.map(({ language, text }) => ({ language, text, folded: foldText(text, 'search') }));

export async function insertSource(tx: Tx, source: NewSource & { ref: string }): Promise<Source> {
  const { names, ...fields } = source;
  const create = rowsOfNames([{ language: ofTheShownName, text: source.name }, ...names]);
  return toSource(await tx.source.create({ data: { ...fields, names: { create } }, select: sourceFields }));
}

export async function findSource(db: Db, idOrRef: string): Promise<Source | undefined> {
  const row = await db.source.findUnique({ where: byIdOrRef(idOrRef), select: sourceFields });
  return row ? toSource(row) : undefined;
}

/** The source, locked until the transaction ends. */
export async function lockSource(tx: Tx, idOrRef: string): Promise<Source | undefined> {
  const found = await tx.source.findUnique({ where: byIdOrRef(idOrRef), select: { id: true } });
  if (!found) return undefined;
  await tx.$queryRaw`SELECT 1 FROM sources WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
  return findSource(tx, found.id);
}

export async function updateSource(tx: Tx, id: string, { names, ...fields }: SourcePatch): Promise<Source> {
  if (fields.name !== undefined)
    await replaceNames(tx, id, { equals: ofTheShownName }, [{ language: ofTheShownName, text: fields.name }]);
  if (names) await replaceNames(tx, id, { not: ofTheShownName }, names);
  const data = { ...fields, version: { increment: 1 } };
  return toSource(await tx.source.update({ where: { id }, data, select: sourceFields }));
}

async function replaceNames(
  tx: Tx,
  sourceId: string,
  language: Prisma.StringFilter<'SourceName'>,
  names: readonly { language: string; text: string }[],
): Promise<void> {
  await tx.sourceName.deleteMany({ where: { sourceId, language } });
  await tx.sourceName.createMany({ data: rowsOfNames(names).map((row) => ({ ...row, sourceId })) });
}

/** In order of creation. */
export async function listSources(
  db: Db,
  { limit, above, kind }: { limit: number; above: string | undefined; kind: SourceQuery['kind'] },
): Promise<FoundSource[]> {
  const rows = await db.source.findMany({
    where: { ...(above !== undefined && { id: { gt: above } }), ...(kind && { kind }) },
    orderBy: { id: 'asc' },
    take: limit,
    select: sourceFields,
  });
  return rows.map((row) => ({ ...toSource(row), matched: null }));
}

/** 2 for the very name, otherwise the trigram similarity, from 0 to 1. */
export interface Hit {
  id: string;
  matched: string;
  score: number;
}

/**
 * Sources by name, best first: the very name, then names like it and names that hold it as a word. Each
 * condition is one an index answers, so the cost follows the number of hits and not of sources.
 */
export async function searchNames(
  db: Db,
  {
    name,
    kind,
    after,
    limit,
  }: { name: string; kind: SourceQuery['kind']; after: Omit<Hit, 'matched'> | undefined; limit: number },
): Promise<Hit[]> {
  const folded = foldText(name, 'search').trim();
  return db.$queryRaw<Hit[]>`
    WITH hits AS (
      SELECT DISTINCT ON (source_id) source_id, text, score
      FROM (
        SELECT source_id, text, CASE WHEN folded = ${folded} THEN 2::float8
          ELSE greatest(similarity(folded, ${folded}), word_similarity(${folded}, folded))::float8 END AS score
        FROM source_names
        WHERE folded = ${folded} OR folded % ${folded} OR folded %> ${folded}
      ) AS names
      ORDER BY source_id, score DESC, text
    )
    SELECT source_id AS id, text AS matched, score
    FROM hits JOIN sources ON sources.id = source_id
    WHERE (${kind ?? null}::text IS NULL OR sources.kind::text = ${kind ?? null})
      AND (${after?.score ?? null}::float8 IS NULL OR (score, source_id) < (${after?.score ?? null}::float8, ${after?.id ?? null}::uuid))
    ORDER BY score DESC, source_id DESC
    LIMIT ${limit}`;
}

/** The sources of a page of hits, in the order of the hits. */
export async function readHits(db: Db, hits: readonly Hit[]): Promise<FoundSource[]> {
  const rows = await db.source.findMany({
    where: { id: { in: hits.map(({ id }) => id) } },
    select: sourceFields,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return hits.flatMap(({ id, matched }) => {
    const row = byId.get(id);
    return row ? [{ ...toSource(row), matched }] : [];
  });
}

type Row = Prisma.SourceGetPayload<{ select: typeof sourceFields }>;

const toSource = (row: Row): Source => ({ ...row, createdAt: row.createdAt.toISOString() });
