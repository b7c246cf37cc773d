import type { z } from 'zod';
import type { Pool } from '../db/client.js';
import { createGather } from '../db/gather.js';
import { byIdOrRef } from '../db/id-or-ref.js';
import { notFound } from '../errors.js';
import type { claimState } from './claim-output.schema.js';
import { readStatuses, readStatusList, type StatusRow } from './status.repository.js';

export type StatusService = ReturnType<typeof createStatusService>;

export type ClaimState = z.input<typeof claimState>;

/** The hot path: one indexed query by prepared statement for all who ask at the same moment, and no cache. */
export function createStatusService({ pool }: { pool: Pool }) {
  const readByName = createGather<string, StatusRow>({
    load: async (names) => byName(await readStatuses(pool, names.map(byIdOrRef))),
  });

  return {
    async read(idOrRef: string) {
      const row = await readByName(idOrRef);
      if (!row) throw notFound('claim', idOrRef);
      const [, , version, text] = row;
      return { text, tag: [version] };
    },

    /**
     * In the order asked for, each claim once; behind a merged claim the one it was merged into. Those that
     * name no claim are `missing`. As JSON, like the single one.
     */
    async readMany(idsOrRefs: readonly string[]): Promise<string> {
      const { documents, missing } = await readStatusList(pool, idsOrRefs.map(byIdOrRef));
      const unknown = new Set(missing.map((place) => idsOrRefs[place]));
      return `{"statuses":[${documents}],"missing":${JSON.stringify([...unknown])}}`;
    },
  };
}

/** A claim can be asked for by either of its names. */
function byName(rows: readonly StatusRow[]): Map<string, StatusRow> {
  const known = new Map<string, StatusRow>();
  for (const row of rows) {
    const [id, ref] = row;
    known.set(id, row);
    known.set(ref, row);
  }
  return known;
}
