import type { z } from 'zod';
import type { Pool } from '../db/client.js';
import { createGather } from '../db/gather.js';
import { notFound } from '../errors.js';
import { readNews } from '../feed/news.js';
import type { claimState } from './claim-output.schema.js';
import { createStatusMemory } from './status.memory.js';
import { readStatuses, type StatusRow } from './status.repository.js';

export type StatusService = ReturnType<typeof createStatusService>;

export type ClaimState = z.input<typeof claimState>;

/** A merged claim is followed to where it went, and on; nobody merges this often. */
const longestTrail = 16;

/** The hot path: one small query by prepared statement for all who ask at the same moment. */
export function createStatusService({ pool }: { pool: Pool }) {
  const memory = createStatusMemory({
    load: (names) => readStatuses(pool, names),
    listen: (after) => readNews(pool, after),
  });
  const readByName = createGather<string, StatusRow>({
    load: async (names) => {
      const rows = await memory.find(names);
      return new Map(rows.flatMap((row, place) => (row ? [[names[place] ?? row.id, row]] : [])));
    },
  });

  /** The claims behind these, where they were merged, and the ones behind those, by id. */
  const readTrails = async (rows: readonly (StatusRow | undefined)[]): Promise<Map<string, StatusRow>> => {
    const behind = new Map<string, StatusRow>();
    let ends = rows;
    for (let step = 0; step < longestTrail; step++) {
      const next = ends.flatMap((row) => row?.mergedInto ?? []).filter((id) => !behind.has(id));
      if (next.length === 0) break;
      ends = await memory.find(next);
      for (const row of ends) if (row) behind.set(row.id, row);
    }
    return behind;
  };

  return {
    async read(idOrRef: string) {
      const row = await readByName(idOrRef);
      if (!row) throw notFound('claim', idOrRef);
      return { text: row.document, tag: [row.version] };
    },

    /**
     * In the order asked for, each claim once; behind a merged claim the one it was merged into. Those that
     * name no claim are `missing`. As JSON, like the single one.
     */
    async readMany(idsOrRefs: readonly string[]): Promise<string> {
      const rows = await memory.find(idsOrRefs);
      const behind = await readTrails(rows);
      const shown = new Map<string, string>();
      const missing = new Set<string>();
      for (const [place, asked] of rows.entries()) {
        if (!asked) missing.add(idsOrRefs[place] ?? '');
        for (
          let row: StatusRow | undefined = asked;
          row && !shown.has(row.id);
          row = behind.get(row.mergedInto ?? '')
        )
          shown.set(row.id, row.document);
      }
      return `{"statuses":[${[...shown.values()].join(',')}],"missing":${JSON.stringify([...missing])}}`;
    },
  };
}
