import type { z } from 'zod';
import type { Pool } from '../../platform/db/client.js';
import { createGather } from '../../platform/db/batch-loader.js';
import { notFound } from '../../platform/errors.js';
import { readNews } from '../../delivery/feed/changed-since.js';
import { createAnswerMemory, type Answer } from './answer-cache.js';
import type { claimState } from '../claims/claim-output.schema.js';
import { createStatusMemory } from './status-cache.js';
import { readStatuses, type StatusRow } from './status.repository.js';

export type StatusService = ReturnType<typeof createStatusService>;

export type ClaimState = z.input<typeof claimState>;

/** A merged claim is followed to where it went, and on; nobody merges this often. */
const longestTrail = 16;

/** The hot path: one small query by prepared statement for all who ask at the same moment. */
export function createStatusService({ pool }: { pool: Pool }) {
  const memory = createStatusMemory({
    load: (names) => readStatuses(pool, names),
    readNews: (after) => readNews(pool, after),
  });
  const readByName = createGather<string, StatusRow>({
    load: async (names) => {
      const rows = await memory.find(names);
      return new Map(rows.flatMap((row, place) => (row ? [[names[place] ?? row.id, row]] : [])));
    },
  });

  /** What claims were merged into, and that in turn, by id. Of a claim that was asked for it is what was read then. */
  const readTrails = async (asked: readonly Found[]): Promise<Map<string, StatusRow>> => {
    const known = new Map<string, StatusRow>();
    let ends = asked.filter(isMerged);
    if (ends.length > 0) for (const row of asked) if (row) known.set(row.id, row);
    for (let step = 0; step < longestTrail && ends.length > 0; step++) {
      const next = ends.flatMap((row) => row.mergedInto ?? []).filter((id) => !known.has(id));
      const rows = await memory.find(next);
      for (const row of rows) if (row) known.set(row.id, row);
      ends = rows.filter(isMerged);
    }
    return known;
  };

  const compose = async (names: readonly string[]): Promise<Answer> => {
    const rows = await memory.find(names);
    const trails = await readTrails(rows);
    const shown = new Set<StatusRow>();
    const missing = new Set<string>();
    for (const [place, asked] of rows.entries()) {
      if (!asked) missing.add(names[place] ?? '');
      for (let row: Found = asked; row && !shown.has(row); row = trails.get(row.mergedInto ?? ''))
        shown.add(row);
    }
    const documents = Array.from(shown, ({ document }) => document);
    return {
      text: `{"statuses":[${documents.join(',')}],"missing":${JSON.stringify([...missing])}}`,
      // What is missing may come.
      claims: missing.size === 0 ? new Set(Array.from(shown, ({ id }) => id)) : undefined,
    };
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
    readMany: createAnswerMemory({ memory, compose }),
  };
}

type Found = StatusRow | undefined;

const isMerged = (row: Found): row is StatusRow => row !== undefined && row.mergedInto !== null;
