import type { z } from 'zod';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { notFound } from '../../platform/errors.js';
import { decodeListCursor, toPage } from '../../platform/http/page.js';
import { uuid } from '../../platform/http/schema.js';
import { listCorrections } from './correction-list.queries.js';
import type { CorrectionQuery, recipients } from './correction.schema.js';
import { listRecipients, readRecall, type RecipientRow } from './recall.repository.js';

export type CorrectionService = ReturnType<typeof createCorrectionService>;

/** What was put right in public, and who still has what was wrong. */
export function createCorrectionService({ store: { db }, pool }: { store: Store; pool: Pool }) {
  return {
    /** Corrections, retractions and merges. */
    list: (query: CorrectionQuery) => listCorrections(pool, query),

    /** Which keys and webhooks have received a revision, and which of them what came after it. */
    async listRecipients(
      verdictId: string,
      { limit, after }: { limit: number; after?: string | undefined },
    ): Promise<z.input<typeof recipients>> {
      const above = decodeListCursor(after, uuid, { verdictId });
      const recall = await readRecall(db, verdictId);
      if (!recall) throw notFound('verdict', verdictId);
      const { published, replaced, stands, ...verdict } = recall;
      // Not in the feed yet: nobody can have received it.
      const rows =
        published === null ? [] : await listRecipients(db, { published, replaced, above, limit: limit + 1 });
      const { items, next } = toPage(rows, limit, ({ id }) => id, { verdictId });
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
