import type { z } from 'zod';
import type { Pool } from '../db/client.js';
import { createGather } from '../db/gather.js';
import { byIdOrRef } from '../db/id-or-ref.js';
import { notFound } from '../errors.js';
import type { claimState } from './claim-output.schema.js';
import { isUnderCorrection } from './claim-summary.js';
import { readStatuses, type StatusRow } from './status.repository.js';

export type StatusService = ReturnType<typeof createStatusService>;

export type ClaimState = z.input<typeof claimState>;

/** The hot path: one indexed query by prepared statement for all who ask at the same moment, and no cache. */
export function createStatusService({ pool }: { pool: Pool }) {
  const readByName = createGather<string, StatusRow>({
    load: async (names) => byName(await readStatuses(pool, { ...split(names), follow: false })),
  });

  return {
    async read(idOrRef: string) {
      const row = await readByName(idOrRef);
      if (!row) throw notFound('claim', idOrRef);
      const [, , , , , , , , version] = row;
      return { text: render(row), tag: [version] };
    },

    /**
     * In the order asked for, each claim once; behind a merged claim the one it was merged into. Those that
     * name no claim are `missing`.
     */
    async readMany(idsOrRefs: readonly string[]) {
      const asked = [...new Set(idsOrRefs)];
      const known = byName(await readStatuses(pool, { ...split(asked), follow: true }));
      const found = new Set<StatusRow>();
      for (const name of asked) {
        for (let row = known.get(name); row && !found.has(row); row = nextOf(row, known)) found.add(row);
      }
      return {
        statuses: [...found].map(render),
        missing: asked.filter((name) => !known.has(name)),
      };
    },
  };
}

const nextOf = (row: StatusRow, known: ReadonlyMap<string, StatusRow>): StatusRow | undefined => {
  const [, , , , , , mergedInto] = row;
  return mergedInto === null ? undefined : known.get(mergedInto);
};

/** A claim that was asked for and also merged into is one row, whichever came first. */
function byName(rows: readonly StatusRow[]): Map<string, StatusRow> {
  const known = new Map<string, StatusRow>();
  for (const row of rows) {
    const [id, ref] = row;
    if (known.has(id)) continue;
    known.set(id, row);
    known.set(ref, row);
  }
  return known;
}

function split(names: readonly string[]): { ids: string[]; refs: string[] } {
  const ids: string[] = [];
  const refs: string[] = [];
  for (const name of names) {
    const key = byIdOrRef(name);
    if ('id' in key) ids.push(key.id);
    else refs.push(key.ref);
  }
  return { ids, refs };
}

/**
 * The status document (`claimState`) as JSON. Written by hand: five hundred of them at once are asked for all day, and
 * what the database writes of a reference, a status, a number or a truth value is JSON already.
 */
function render([
  id,
  ref,
  status,
  rating,
  revision,
  contested,
  mergedInto,
  updatedAt,
  version,
]: StatusRow): string {
  const quoted = rating === null ? 'null' : JSON.stringify(rating);
  const target = mergedInto === null ? 'null' : `"${mergedInto}"`;
  const underCorrection = String(isUnderCorrection({ status, revision }));
  return `{"id":"${id}","ref":"${ref}","status":"${status}","rating":${quoted},"revision":${revision ?? 'null'},"contested":${contested},"underCorrection":${underCorrection},"mergedInto":${target},"updatedAt":"${updatedAt}","version":${version}}`;
}
