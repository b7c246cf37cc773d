/**
 * Many writers, many readers, and relays that are killed: what the feed must stand. Every event is tagged, so that
 * in the end each can be asked whether it was committed, and each reader whether it saw it, once, and where.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { operator } from '../../src/domain/access/rules.js';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import type { Store } from '../../src/platform/db/transaction.js';

class TakenBack extends Error {}

interface Writing {
  /** Tags of what was committed, and of what was taken back. */
  committed: string[];
  takenBack: string[];
  /** Neither, and why: the connection broke before it was known. */
  unknown: string[];
}

/**
 * One after the other, transactions of a few events: most are committed at once, some stay open for a while, some
 * are taken back at their end.
 */
export async function write(
  store: Store,
  { until, chance, claims }: { until: () => boolean; chance: () => number; claims: readonly string[] },
): Promise<Writing> {
  const writing: Writing = { committed: [], takenBack: [], unknown: [] };
  while (!until()) {
    const tags = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => randomUUID());
    const claimId = chance() < 0.5 ? claims[Math.floor(chance() * claims.length)] : undefined;
    const fate = chance();
    try {
      await store.transact(async (tx) => {
        await appendEvents(
          tx,
          operator,
          tags.map((tag) =>
            claimId === undefined
              ? { type: 'article.revised', subject: { type: 'article', id: randomUUID() }, data: { tag } }
              : { type: 'claim.changed', subject: { type: 'claim', id: claimId }, claimId, data: { tag } },
          ),
        );
        // Open ones of a claim hold others up, as in life; most are of no claim.
        if (fate < 0.15) await pause(50 + chance() * (claimId === undefined ? 800 : 100));
        if (fate > 0.85) throw new TakenBack();
      });
      writing.committed.push(...tags);
    } catch (error) {
      if (error instanceof TakenBack) writing.takenBack.push(...tags);
      else writing.unknown.push(String(error));
    }
    await pause(chance() * 10);
  }
  return writing;
}

interface Feed {
  items: CloudEvent[];
  next: string;
}

/** Walks the feed by long polls until it has seen all it is told to wait for; ids and tags in the order seen. */
export async function read(
  url: string,
  key: string,
  { isEnough, limit }: { isEnough: (tags: ReadonlySet<string>) => boolean; limit: number },
): Promise<{ ids: string[]; tags: string[] }> {
  const ids: string[] = [];
  const tags: string[] = [];
  const seen = new Set<string>();
  for (let after = 'start'; !isEnough(seen);) {
    const query = `limit=${String(limit)}&wait=1&after=${after}`;
    const response = await fetch(`${url}/v1/feed?${query}`, { headers: { Authorization: `Bearer ${key}` } });
    if (response.status !== 200) throw new Error(`the feed answered ${String(response.status)}`);
    const { items, next } = (await response.json()) as Feed;
    for (const { id, data } of items) {
      ids.push(id);
      if (typeof data?.['tag'] !== 'string') continue;
      tags.push(data['tag']);
      seen.add(data['tag']);
    }
    after = next;
  }
  return { ids, tags };
}

/** The same by one stream that is broken off again and again, and taken up behind the last id. */
export async function listen(
  url: string,
  key: string,
  { isEnough, chance }: { isEnough: (tags: ReadonlySet<string>) => boolean; chance: () => number },
): Promise<{ ids: string[]; tags: string[] }> {
  const { messagesOf } = await import('./event-stream.js');
  const { beginning, cursorAt } = await import('../../src/delivery/feed/cursor-position.js');
  const ids: string[] = [];
  const seen = new Set<string>();
  for (let last = cursorAt(beginning); !isEnough(seen);) {
    const hangUp = new AbortController();
    const breakOff = setTimeout(
      () => {
        hangUp.abort();
      },
      200 + chance() * 1_500,
    );
    try {
      const response = await fetch(`${url}/v1/stream`, {
        headers: { Authorization: `Bearer ${key}`, 'Last-Event-ID': last },
        signal: hangUp.signal,
      });
      for await (const { id, event } of messagesOf(response)) {
        last = id;
        if (!event) continue;
        ids.push(event.id);
        if (typeof event.data?.['tag'] === 'string') seen.add(event.data['tag']);
      }
    } catch (error) {
      if (!hangUp.signal.aborted) throw error;
    } finally {
      clearTimeout(breakOff);
    }
  }
  return { ids, tags: [...seen] };
}
