/** A claim in a list, or beside its task: which fields are read and how they are shown. */
import type { z } from 'zod';
import type { claimSummary } from './claim-output.schema.js';
import type { ClaimRow } from '../../workflow/claim.repository.js';

export const claimSummaryFields = {
  id: true,
  ref: true,
  externalId: true,
  kind: true,
  secondaryKinds: true,
  language: true,
  quoteExact: true,
  glosses: true,
  topics: true,
  priority: true,
  status: true,
  rating: true,
  revision: true,
  contested: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  mergeTarget: { select: { ref: true } },
  articleVersion: { select: { number: true, article: { select: { ref: true } } } },
} as const;

/** A revision is published while a next one is being worked on. */
export const isUnderCorrection = ({
  status,
  revision,
}: {
  status: string;
  revision: number | null;
}): boolean => revision !== null && status !== 'published';

/** The same for SQL, over the columns of a claim. */
export const underCorrection = (claim: string): string =>
  `${claim}.revision IS NOT NULL AND ${claim}.status <> 'published'`;

export function viewSummary(row: ClaimRow): z.input<typeof claimSummary> {
  return {
    id: row.id,
    ref: row.ref,
    externalId: row.externalId,
    kind: row.kind,
    secondaryKinds: row.secondaryKinds,
    language: row.language,
    text: row.quoteExact,
    glosses: row.glosses as Record<string, string>,
    topics: row.topics,
    priority: row.priority,
    status: row.status,
    rating: row.rating,
    revision: row.revision,
    contested: row.contested,
    underCorrection: isUnderCorrection(row),
    mergedInto: row.mergeTarget?.ref ?? null,
    article: { ref: row.articleVersion.article.ref, version: row.articleVersion.number },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
