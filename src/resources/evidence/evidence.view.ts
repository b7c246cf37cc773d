/** Evidence in the list and with its claim: which fields are read and how they are shown. */
import type { z } from 'zod';
import { captureSummaryFields, viewCaptureSummary } from './capture.view.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import type { evidence } from './evidence.schema.js';

export const evidenceFields = {
  id: true,
  url: true,
  stance: true,
  note: true,
  createdAt: true,
  captureDueAt: true,
  captures: { orderBy: { number: 'desc' }, take: 1, select: captureSummaryFields },
} as const;

type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof evidenceFields }>;

/** All evidence of a claim, oldest first. */
export const evidenceOfClaim = { orderBy: { id: 'asc' }, select: evidenceFields } as const;

export const viewEvidence = ({
  createdAt,
  captureDueAt,
  captures: [latest],
  ...row
}: EvidenceRow): z.input<typeof evidence> => ({
  ...row,
  createdAt: createdAt.toISOString(),
  capture: {
    status: captureDueAt !== null || !latest ? 'owed' : latest.outcome,
    latest: latest ? viewCaptureSummary(latest) : null,
  },
});
