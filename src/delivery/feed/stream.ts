/** The feed as server-sent events (HTML standard, section 9.2). */
import type { ServerResponse } from 'node:http';
import type { Pool } from '../../platform/db/client.js';
import { Failure } from '../../platform/errors.js';
import type { Disconnect, Rights } from '../../platform/http/route.js';
import { audienceOf, type Audience } from './cloud-event.js';
import { cursorAt, type FeedPosition } from './cursor-position.js';
import { pageAfter } from './feed-page.js';
import type { Filter } from './reader.repository.js';
import type { Tail, TailEntry } from './tail.js';
import { anyOf, waitFor } from './wait-for.js';

export interface StreamTarget {
  response: ServerResponse;
  disconnect: Disconnect;
  /** What the reader may see changes while the stream is open; where it may see nothing any more, it ends. */
  rights: Rights;
  heartbeatMs?: number;
  /** How long a reader may take none of what waits for it. */
  patienceMs?: number;
}

const batch = 200;

/**
 * Writes until the reader goes. One that reads slowly is waited for, at no cost to others: what it has not
 * taken stays in the feed, not in memory. One that takes nothing at all is dropped, and comes back with the
 * id of the last event it has.
 */
export async function followFeed(
  feed: { tail: Tail; pool: Pool },
  { from, ...wanted }: { from: FeedPosition } & Filter,
  { response, disconnect, rights, heartbeatMs = 15_000, patienceMs = 30_000 }: StreamTarget,
): Promise<void> {
  const { tail } = feed;
  const over = (): boolean => disconnect.happened || tail.closed();
  /** False once there is nobody to write to. */
  const write = async (text: string): Promise<boolean> => {
    if (over()) return false;
    if (response.write(text)) return true;
    const taken = waitFor(
      (wake) => {
        response.once('drain', wake);
        return () => response.off('drain', wake);
      },
      patienceMs,
      disconnect,
    );
    await taken.until;
    if (response.writableNeedDrain) response.destroy();
    return !over() && !response.destroyed;
  };

  // An id without data: nothing is dispatched, and the reader knows where it would go on from.
  let open = await write(`retry: 2000\nid: ${cursorAt(from)}\n\n`);
  let place = from;
  let beaten = performance.now();
  while (open) {
    const arrival = waitFor(anyOf(tail.subscribe, rights.watch), heartbeatMs, disconnect);
    const { items, next } = await pageAfter(feed, { after: place, limit: batch, ...wanted });
    const audience = await presentAudience(rights);
    if (audience === undefined) open = false;
    else if (items.length > 0) open = await write(items.map((entry) => frame(entry, audience)).join(''));
    place = next;
    if (open && performance.now() - beaten >= heartbeatMs) {
      beaten = performance.now();
      open = await write(`: still here\nid: ${cursorAt(place)}\n\n`);
    }
    if (!open || place.position < tail.end()) arrival.end();
    else await arrival.until;
    open &&= !over();
  }
  response.end();
}

/** Undefined once the reader would not be let in any more. */
async function presentAudience({ present }: Rights): Promise<Audience | undefined> {
  try {
    return audienceOf((await present()).role);
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'busy') return undefined;
    throw error;
  }
}

const frame = (entry: TailEntry, audience: Audience): string =>
  `id: ${cursorAt(entry)}\ndata: ${entry.text[audience]}\n\n`;
