import type { Pool } from '../../platform/db/client.js';
import type { FeedPosition } from './cursor-position.js';
import { readEntries, readFingerprint, type Filter } from './reader.repository.js';
import { toEntry, type Tail, type TailEntry } from './tail.js';

interface FeedPage {
  items: readonly TailEntry[];
  /** Where to go on: everything up to here was looked at, whether it was of a wanted type or not. */
  next: FeedPosition;
}

interface Wanted extends Filter {
  after: FeedPosition;
  limit: number;
}

/** How many entries are looked through for those that are wanted; rare ones must not cost a walk over years. */
const span = 20_000n;

/** What comes after a position: from what the process holds where it is near the end, otherwise by one query. */
export async function pageAfter(
  { tail, pool }: { tail: Tail; pool: Pool },
  { after: { position: after }, limit, types, claims }: Wanted,
): Promise<FeedPage> {
  const last = tail.last();
  const end = last.position;
  const near = tail.after(after);
  if (near) {
    const wanted = types || claims ? near.filter((entry) => fits(entry, { types, claims })) : near;
    const items = wanted.slice(0, limit);
    return { items, next: cutAt(items, limit) ?? last };
  }
  const upTo = (types ?? claims) && after + span < end ? after + span : end;
  const rows = await readEntries(pool, { after, upTo, limit, types, claims });
  const items = rows.map(toEntry);
  return { items, next: cutAt(items, limit) ?? (upTo === end ? last : await placeAt(pool, upTo)) };
}

const fits = ({ type, claimId }: TailEntry, { types, claims }: Filter): boolean =>
  (!types || types.includes(type)) && (!claims || (claimId !== null && claims.includes(claimId)));

const cutAt = (items: readonly TailEntry[], limit: number): FeedPosition | undefined =>
  items.length === limit ? items.at(-1) : undefined;

/** Where looking through stopped, at an event that was not wanted. */
async function placeAt(pool: Pool, position: bigint): Promise<FeedPosition> {
  const fingerprint = await readFingerprint(pool, position);
  if (fingerprint === undefined) throw new Error(`the feed has nothing at ${String(position)}`);
  return { position, fingerprint };
}
