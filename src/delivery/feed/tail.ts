/**
 * The newest part of the feed, kept in each API process: whoever polls, waits or streams near its end, and
 * that is nearly everybody nearly always, is answered from here. However many they are, one query
 * finds out what is new.
 */
import type { Pool } from '../../platform/db/client.js';
import type { Signal } from '../../platform/db/commit-signal.js';
import { shareRuns } from '../../platform/share-runs.js';
import { audiences, viewEvent, type Audience } from './cloud-event.js';
import { beginning, fingerprintOf, type FeedPosition } from './cursor-position.js';
import { readEnd, readNewEntries, type EntryRow, type TakenBack } from './reader.repository.js';

/** An entry and what is sent of it, written once for all who see the same. */
export interface TailEntry extends FeedPosition {
  type: string;
  claimId: string | null;
  /** The CloudEvent as JSON. */
  text: Readonly<Record<Audience, string>>;
}

export type Tail = ReturnType<typeof createTail>;

interface TailOptions {
  pool: Pool;
  signal: Pick<Signal, 'subscribe'>;
  /** How often it looks when no signal comes. */
  pollMs?: number;
  /** How many entries it keeps at least, once it has seen them. */
  keep?: number;
}

const batch = 500;

export function createTail({ pool, signal, pollMs = 1_000, keep = 2_000 }: TailOptions) {
  /** Without a gap, as positions are: `entries[0]` stands right after `before`. */
  let entries: TailEntry[] = [];
  let before = beginning;
  let end: FeedPosition | undefined;
  let takenBack: TakenBack = [];
  let closed = false;
  const subscribers = new Set<() => void>();
  /** id and ref of a claim → who waits for something to happen to it. */
  const watchers = new Map<string, Set<() => void>>();

  const readNew = async (): Promise<void> => {
    if (end === undefined) {
      end = before = await readEnd(pool);
      return;
    }
    for (let rows: EntryRow[] | undefined; !closed && (rows === undefined || rows.length === batch);) {
      const read = await readNewEntries(pool, { after: end.position, limit: batch });
      ({ rows } = read);
      // Of many that were written at once, the last few may not name the one that was committed last: its place in the feed does.
      const isTold = rows.some(({ type }) => type === 'content.redacted' || type === 'content.erased');
      if (isTold || read.takenBack.some((seq) => !takenBack.includes(seq))) forgetEntries();
      ({ takenBack } = read);
      if (rows.length > 0) append(rows);
    }
  };

  /**
   * Entries that were read before a text was withheld, or a member erased, still hold it: they are read again when they are
   * asked for, also where that has no place in the feed yet.
   */
  const forgetEntries = (): void => {
    entries = [];
    before = last();
  };

  const append = (rows: readonly EntryRow[]): void => {
    for (const row of rows) entries.push(toEntry(row));
    end = placeAt(rows.at(-1)) ?? end;
    if (entries.length > 2 * keep) {
      before = entries.at(-keep - 1) ?? before;
      entries = entries.slice(-keep);
    }
    const names = new Set(rows.flatMap(({ claimId, claim }) => [claimId, claim]));
    for (const name of names) if (name !== null) for (const wake of [...(watchers.get(name) ?? [])]) wake();
    for (const wake of [...subscribers]) wake();
  };

  const readNewOnce = shareRuns(readNew);

  /** Resolves once everything that had its position when this was called is here. */
  const catchUp = (): Promise<void> => {
    follow();
    return readNewOnce();
  };

  /** Begins with the first use: a process that serves no reader need not look. */
  let unfollow: (() => void) | undefined;
  const follow = (): void => {
    if (unfollow || closed) return;
    const update = (): void => {
      if (!closed) readNewOnce().catch(() => undefined); // who asks is told; here it is tried again
    };
    const unsubscribe = signal.subscribe(update);
    const timer = setInterval(update, pollMs).unref();
    unfollow = () => {
      unsubscribe();
      clearInterval(timer);
    };
  };

  const last = (): FeedPosition => end ?? beginning;

  return {
    catchUp,

    /** The last position known. */
    end: (): bigint => last().position,
    last,

    /** The fingerprint of the event at a position; undefined where it is not at hand. */
    fingerprintAt(position: bigint): string | undefined {
      if (position === before.position) return before.fingerprint;
      return entries[Number(position - before.position) - 1]?.fingerprint;
    },

    /** The entries after a position; undefined where some of them are not at hand any more. */
    after(position: bigint): readonly TailEntry[] | undefined {
      return position < before.position ? undefined : entries.slice(Number(position - before.position));
    },

    /** Calls `wake` whenever there are new entries; gives back what ends it. */
    subscribe: (wake: () => void): (() => void) => {
      follow();
      subscribers.add(wake);
      return () => subscribers.delete(wake);
    },

    /** Calls `wake` whenever something happens to a claim, named by id or ref; gives back what ends it. */
    watch: (claim: string, wake: () => void): (() => void) => {
      follow();
      const others = watchers.get(claim) ?? new Set();
      watchers.set(claim, others.add(wake));
      return () => {
        others.delete(wake);
        if (others.size === 0 && watchers.get(claim) === others) watchers.delete(claim);
      };
    },

    /** How many wait, for anything or for a claim. */
    waiting: (): number => [...watchers.values()].reduce((sum, { size }) => sum + size, subscribers.size),

    closed: (): boolean => closed,

    /** Wakes everybody who waits, for the last time. */
    close: (): void => {
      closed = true;
      unfollow?.();
      for (const wake of [...subscribers, ...[...watchers.values()].flatMap((each) => [...each])]) wake();
    },
  };
}

const placeAt = (row: EntryRow | undefined): FeedPosition | undefined =>
  row && { position: row.position, fingerprint: fingerprintOf(row.id) };

/** Texts are written when first asked for: mostly nobody of an audience is listening. */
export function toEntry(row: EntryRow): TailEntry {
  const written: Partial<Record<Audience, string>> = {};
  const text = {} as Record<Audience, string>;
  for (const audience of audiences) {
    Object.defineProperty(text, audience, {
      get: () => (written[audience] ??= JSON.stringify(viewEvent(row, audience))),
    });
  }
  return {
    position: row.position,
    fingerprint: fingerprintOf(row.id),
    type: row.type,
    claimId: row.claimId,
    text,
  };
}
