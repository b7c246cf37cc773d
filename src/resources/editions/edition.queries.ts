import type { EditionManner } from '../../domain/edition/edition.js';
import type { Db } from '../../platform/db/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';

export interface EditionRow {
  digest: string;
  revision: number;
  manner: EditionManner;
  publishedAt: Date;
  document: string;
}

/** The editions of a claim, first revision first; undefined where there is no such claim. */
export async function listEditions(db: Db, claim: string): Promise<EditionRow[] | undefined> {
  const found = await db.claim.findUnique({ where: byIdOrRef(claim), select: { id: true } });
  if (!found) return undefined;
  const rows = await db.edition.findMany({ where: { claimId: found.id }, orderBy: { revision: 'asc' } });
  return rows.map(rowOf);
}

export async function findEditionOf(db: Db, verdictId: string): Promise<EditionRow | undefined> {
  const row = await db.edition.findUnique({ where: { verdictId } });
  return row ? rowOf(row) : undefined;
}

const rowOf = ({ digest, ...row }: Omit<EditionRow, 'digest'> & { digest: Uint8Array }): EditionRow => ({
  ...row,
  digest: Buffer.from(digest).toString('hex'),
});

/** The words of a document, by seal. */
export async function readContents(db: Db, document: string): Promise<Record<string, unknown>> {
  const [row] = await db.$queryRaw<[{ contents: Record<string, unknown> }]>`
    SELECT contents_of(${document}) AS contents`;
  return row.contents;
}
