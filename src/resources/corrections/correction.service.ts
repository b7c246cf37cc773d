import { z } from 'zod';
import type { Store } from '../../platform/db/transaction.js';
import { notFound } from '../../platform/errors.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage } from '../../platform/http/page.js';
import { uuid } from '../../platform/http/schema.js';
import { listCorrections, type CorrectionRow } from './correction.repository.js';
import type { correction, correctionQuery, recipients } from './correction.schema.js';
import { listRecipients, readRecall, type RecipientRow } from './recall.repository.js';

const seqCursor = z.strictObject({ before: z.string().regex(/^\d{1,18}$/) });

export type CorrectionService = ReturnType<typeof createCorrectionService>;

/** What was put right in public, and who still has what was wrong. */
export function createCorrectionService({ store: { db } }: { store: Store }) {
  return {
    /** Corrections and retractions, newest first. */
    async list({ limit, after, claim }: z.output<typeof correctionQuery>) {
      const from = decodeCursor(after, seqCursor);
      const before = from === undefined ? undefined : BigInt(from.before);
      const rows = await listCorrections(db, { before, claim, limit: limit + 1 });
      const { items, next } = toPage(rows, limit, ({ seq }) => ({ before: String(seq) }));
      return { items: items.map(view), next };
    },

    /** Which keys and webhooks have received a revision, and which of them what came after it. */
    async listRecipients(
      verdictId: string,
      { limit, after }: { limit: number; after?: string | undefined },
    ): Promise<z.input<typeof recipients>> {
      const above = decodeCursor(after, uuid);
      const recall = await readRecall(db, verdictId);
      if (!recall) throw notFound('verdict', verdictId);
      const { published, replaced, stands, ...verdict } = recall;
      // Not in the feed yet: nobody can have received it.
      const rows =
        published === null ? [] : await listRecipients(db, { published, replaced, above, limit: limit + 1 });
      const { items, next } = toPage(rows, limit, ({ id }) => id);
      return { ...verdict, items: items.map((row) => recipientOf(row, stands)), next };
    },
  };
}

const recipientOf = (
  { kind, id, name, member, active, receivedCorrection }: RecipientRow,
  stands: boolean,
): z.input<typeof recipients>['items'][number] => {
  const state = { member, active, received: true, receivedCorrection: stands ? null : receivedCorrection };
  return kind === 'key'
    ? { key: { id, name: name ?? '' }, ...state }
    : { webhook: { id, description: name }, ...state };
};

const view = (row: CorrectionRow): z.input<typeof correction> => ({
  kind: row.into ? 'merge' : row.nextVerdict === null ? 'retraction' : 'correction',
  claim: row.claim,
  from: { verdict: { id: row.verdict }, revision: row.revision, rating: row.rating },
  to:
    row.nextVerdict === null
      ? null
      : { verdict: { id: row.nextVerdict }, revision: row.nextRevision ?? 0, rating: row.nextRating ?? '' },
  into: row.into,
  reason: row.reason as z.input<typeof correction>['reason'],
  note: row.note,
  publishedAt: row.at.toISOString(),
});
