import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { foldText } from '../../domain/text/fold.js';
import type { TextIn } from '../../domain/text/nearest-language.js';
import { StartAgain } from '../../platform/db/transaction.js';
import type { NewSource, Source, SourcePatch } from './source.schema.js';

/**
 * The shown name is searched like every other name, so it has a row among them. What tells it apart is that it
 * has no language: a language that is given is never empty.
 */
const ofTheShownName = '';

export const sourceFields = {
  id: true,
  ref: true,
  kind: true,
  name: true,
  affiliation: true,
  wikidata: true,
  note: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  mergedInto: { select: { id: true, ref: true, name: true } },
  names: {
    where: { language: { not: ofTheShownName } },
    select: { language: true, text: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.SourceSelect;

const rowsOfNames = (names: readonly TextIn[]) =>
  names.map(({ language, text }, position) => ({
    position,
    language,
    text,
    folded: foldText(text, 'search'),
  }));

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
  await lockAll(tx, [found.id]);
  return findSource(tx, found.id);
}

/**
 * These sources with all that were merged into the first of them, locked in the order of their ids; `moved` are the ids of
 * those. Undefined in place of what is not there.
 */
export async function lockSources(
  tx: Tx,
  names: readonly string[],
  along: readonly string[],
): Promise<{ named: (Source | undefined)[]; moved: string[] }> {
  const ids = await Promise.all(
    names.map(async (name) => {
      const found = await tx.source.findUnique({ where: byIdOrRef(name), select: { id: true } });
      return found?.id;
    }),
  );
  const [first] = ids;
  const before = first === undefined ? [] : await readMerged(tx, first);
  await lockAll(tx, [...ids.filter((id) => id !== undefined), ...before, ...along]);
  const moved = first === undefined ? [] : await readMerged(tx, first);
  if (moved.some((id) => !before.includes(id))) throw new StartAgain('more was merged into it by now');
  const named = [];
  for (const id of ids) named.push(id === undefined ? undefined : await findSource(tx, id));
  return { named, moved };
}

const lockAll = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.$queryRaw`SELECT 1 FROM sources WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** The ids of those that were merged into a source, in their order. */
const readMerged = async (tx: Tx, id: string): Promise<string[]> =>
  (
    await tx.source.findMany({ where: { mergedIntoId: id }, orderBy: { id: 'asc' }, select: { id: true } })
  ).map((one) => one.id);

/**
 * The ids of those that went along when this one was merged: merged into it, or into one of them, by somebody who named it so.
 * Whoever moves one by hand splits it first, so that the last such move says where it belongs.
 */
export async function readGoneAlong(db: Db, idOrRef: string): Promise<string[]> {
  const named = byIdOrRef(idOrRef);
  const current = await db.source.findUnique({ where: named, select: { id: true, mergedIntoId: true } });
  if (!current?.mergedIntoId) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE own AS (
      SELECT s.id, (SELECT id_or_null(e.data ->> 'into') FROM events e
        WHERE e.claim_id IS NULL AND e.subject_type = 'source' AND e.subject_id = s.id AND e.type = 'source.merged'
          AND e.data #>> '{was,into}' IS NULL
        ORDER BY e.subject_ordinal DESC LIMIT 1) AS into_id
      FROM sources s WHERE s.merged_into_id = ${current.mergedIntoId}::uuid),
    along AS (
      SELECT own.id FROM own WHERE own.into_id = ${current.id}::uuid
      UNION SELECT own.id FROM own JOIN along ON own.into_id = along.id)
    SELECT id FROM along WHERE id <> ${current.id}::uuid ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** Whether an erasure of names of any of these waits for a second person. */
export async function isErasureWaiting(db: Db, ids: readonly string[]): Promise<boolean> {
  const [{ waits }] = await db.$queryRaw<[{ waits: boolean }]>`
    SELECT EXISTS (
      SELECT FROM privileged_changes WHERE kind = 'erase' AND status = 'waiting' AND lapses_at > desk_now()
        AND sources_asked_for(wanted) && ${ids}::uuid[]) AS waits`;
  return waits;
}

/** What was noted when it was merged or split last; null where nothing was, or it was erased. */
export async function findLastNote(db: Db, id: string): Promise<string | null> {
  const [moved] = await db.$queryRaw<{ note: string | null }[]>`
    SELECT words_of(data -> 'note') #>> '{}' AS note FROM events
    WHERE claim_id IS NULL AND subject_type = 'source' AND subject_id = ${id}::uuid AND type IN ('source.merged', 'source.split')
    ORDER BY subject_ordinal DESC LIMIT 1`;
  return moved?.note ?? null;
}

/** From now on they stand under the name of another, or of their own. */
export async function setMergedInto(tx: Tx, id: string, mergedIntoId: string | null): Promise<Source> {
  const data = { mergedIntoId, version: { increment: 1 } };
  return toSource(await tx.source.update({ where: { id }, data, select: sourceFields }));
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
  names: readonly TextIn[],
): Promise<void> {
  await tx.sourceName.deleteMany({ where: { sourceId, language } });
  await tx.sourceName.createMany({ data: rowsOfNames(names).map((row) => ({ ...row, sourceId })) });
}

type Row = Prisma.SourceGetPayload<{ select: typeof sourceFields }>;

const toSource = (row: Row): Source => ({
  ...row,
  status: row.mergedInto ? 'merged' : 'active',
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
