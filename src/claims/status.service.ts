import type { z } from 'zod';
import { notFound } from '../errors.js';
import type { claimState } from './claim-output.schema.js';
import { isUnderCorrection } from './claim-summary.js';
import { readStatus, readStatuses, type StatusRow } from './status.repository.js';
import type { Pool } from '../db/client.js';

export type StatusService = ReturnType<typeof createStatusService>;

export type ClaimState = z.input<typeof claimState>;

/** The hot path: one indexed query by prepared statement, no more. */
export function createStatusService({ pool }: { pool: Pool }) {
  return {
    async read(idOrRef: string) {
      const row = await readStatus(pool, idOrRef);
      if (!row) throw notFound('claim', idOrRef);
      return { state: view(row), tag: [row.version] };
    },

    /** In the order asked for; a name that was asked for twice is answered once. */
    async readMany(idsOrRefs: readonly string[]) {
      const asked = [...new Set(idsOrRefs)];
      const rows = await readStatuses(pool, asked);
      const known = new Map(rows.flatMap((row) => [[row.id, row] as const, [row.ref, row] as const]));
      const found = asked.flatMap((name) => known.get(name) ?? []);
      return {
        statuses: [...new Set(found)].map(view),
        missing: asked.filter((name) => !known.has(name)),
      };
    },
  };
}

const view = (row: StatusRow): ClaimState => ({
  id: row.id,
  ref: row.ref,
  status: row.status,
  rating: row.rating,
  revision: row.revision,
  contested: row.contested,
  underCorrection: isUnderCorrection(row),
  mergedInto: row.merged_into_ref,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
});
