import type { Pool } from '../../platform/db/client.js';
import { createBatchLoader } from '../../platform/db/batch-loader.js';
import { notFound } from '../../platform/errors.js';
import { digestOf } from '../../platform/http/conditional.js';
import { createChangeClock } from '../../delivery/feed/change-clock.js';
import { readChanges } from '../../delivery/feed/changed-since.js';
import { createAnswerCache, type Answer } from './answer-cache.js';
import { createStatusCache } from './status-cache.js';
import { readStatuses, type StatusRow } from './status.repository.js';

export type StatusService = ReturnType<typeof createStatusService>;

/** A merged claim is followed to where it went, and on; nobody merges this often. */
const longestTrail = 16;

/** The hot path: one small query by prepared statement for all who ask at the same moment. */
export function createStatusService({ pool }: { pool: Pool }) {
  const changes = createChangeClock((after) => readChanges(pool, after));
  const cache = createStatusCache({ changes, load: (names) => readStatuses(pool, names) });
  const readByName = createBatchLoader<string, StatusRow>({
    load: async (names) => {
      const rows = await cache.find(names);
      return new Map(rows.flatMap((row, index) => (row ? [[names[index] ?? row.id, row]] : [])));
    },
  });

  /** What claims were merged into, and that in turn, by id. Of a claim that was asked for it is what was read then. */
  const readMergeTargets = async (asked: readonly Found[]): Promise<Map<string, StatusRow>> => {
    const known = new Map<string, StatusRow>();
    if (!asked.some((row) => row?.mergedInto)) return known;
    const add = (rows: readonly Found[]): void => {
      for (const row of rows) if (row) known.set(row.id, row);
    };
    let rows = asked;
    add(rows);
    for (let step = 0; step < longestTrail; step++) {
      const next = rows.flatMap((row) => row?.mergedInto ?? []).filter((id) => !known.has(id));
      if (next.length === 0) break;
      rows = await cache.find(next);
      add(rows);
    }
    return known;
  };

  const compose = async (names: readonly string[]): Promise<Answer> => {
    const rows = await cache.find(names);
    const targets = await readMergeTargets(rows);
    const shown = new Set<StatusRow>();
    const missing = new Set<string>();
    for (const [index, asked] of rows.entries()) {
      if (!asked) missing.add(names[index] ?? '');
      for (let row: Found = asked; row && !shown.has(row); row = targets.get(row.mergedInto ?? ''))
        shown.add(row);
    }
    const documents = Array.from(shown, ({ document }) => document);
    return {
      text: `{"statuses":[${documents.join(',')}],"missing":${JSON.stringify([...missing])}}`,
      // What is missing may be entered any time.
      claims: missing.size === 0 ? Array.from(shown, ({ id }) => id) : undefined,
    };
  };

  return {
    async read(idOrRef: string) {
      const row = await readByName(idOrRef);
      if (!row) throw notFound('claim', idOrRef);
      // A database that was set back gives a version a second time, with something else in it.
      return { text: row.document, tag: [row.version, (row.digest ??= digestOf(row.document))] };
    },

    /**
     * In the order asked for, each claim once; behind a merged claim the one it was merged into. Those that
     * name no claim are `missing`. As JSON, like the single one.
     */
    readMany: createAnswerCache({ changes, compose }),
  };
}

type Found = StatusRow | undefined;
