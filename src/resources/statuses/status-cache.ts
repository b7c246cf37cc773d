/**
 * Statuses that this process has read before. None is given on trust: at every question the database is asked what has
 * changed since, and what has changed is read again. That is one small query, however many claims are asked for and
 * however many there are, and no answer is older than its question (the argument: change-clock.ts).
 */
import type { ChangeClock } from '../../delivery/feed/change-clock.js';
import { createRecentMap } from '../../platform/recent-map.js';
import type { StatusRow } from './status.repository.js';

interface StatusCacheOptions {
  changes: ChangeClock;
  /** The claims of these names (id or ref) that there are, as the database has them after the call. */
  load: (names: readonly string[]) => Promise<readonly StatusRow[]>;
  /** So many claims are kept at least, twice as many at most. */
  keep?: number;
}

interface CachedRow {
  row: StatusRow;
  /** By the clock, before the read began. */
  readAt: number;
}

export function createStatusCache({ changes, load, keep = 20_000 }: StatusCacheOptions) {
  const cache = createRecentMap<string, CachedRow>(2 * keep); // by id and by ref

  const read = async (names: readonly string[]): Promise<Map<string, StatusRow>> => {
    const rows = new Map<string, StatusRow>();
    const readAt = changes.now();
    for (const row of names.length === 0 ? [] : await load(names)) {
      const cached = { row, readAt };
      for (const name of [row.id, row.ref]) {
        rows.set(name, row);
        cache.set(name, cached);
      }
    }
    return rows;
  };

  return {
    /** The status of the claim of each name (id or ref); undefined where it names none. Of one claim it is one row. */
    async find(names: readonly string[]): Promise<(StatusRow | undefined)[]> {
      const cached = names.map(cache.get);
      const [unknown] = await Promise.all([
        read(names.filter((_, index) => !cached[index])),
        changes.catchUp(),
      ]);
      const current = cached.map((one) =>
        one && !changes.changedSince(one.row.id, one.readAt) ? one.row : undefined,
      );
      const changed = await read(names.filter((_, index) => cached[index] && !current[index]));
      if (unknown.size + changed.size === 0) return current;
      return names.map((name, index) => changed.get(name) ?? unknown.get(name) ?? current[index]);
    },
  };
}
