import type { Pool } from '../../platform/db/client.js';
import { readEntries } from './reader.repository.js';
import { toEntry, type Tail, type TailEntry } from './tail.js';

export interface FeedPage {
  items: readonly TailEntry[];
  /** Where to go on: everything up to here was looked at, whether it was of a wanted type or not. */
  next: bigint;
}

export interface Wanted {
  after: bigint;
  limit: number;
  /** All types where left out. */
  types?: readonly string[] | undefined;
}

/** How many entries are looked through for those of a type; rare types must not cost a walk over years. */
const span = 20_000n;

/** What comes after a position: from what the process holds where it is near the end, otherwise by one query. */
export async function pageAfter(
  { tail, pool }: { tail: Tail; pool: Pool },
  { after, limit, types }: Wanted,
): Promise<FeedPage> {
  const end = tail.end();
  const near = tail.after(after);
  if (near) {
    const wanted = types ? near.filter(({ type }) => types.includes(type)) : near;
    const items = wanted.slice(0, limit);
    return { items, next: cutAt(items, limit) ?? end };
  }
  const upTo = types && after + span < end ? after + span : end;
  const rows = await readEntries(pool, { after, upTo, limit, ...(types && { types }) });
  const items = rows.map(toEntry);
  return { items, next: cutAt(items, limit) ?? upTo };
}

const cutAt = (items: readonly TailEntry[], limit: number): bigint | undefined =>
  items.length === limit ? items.at(-1)?.position : undefined;
