/**
 * Statuses that this process has read before. None is handed out on trust: whenever somebody asks, the database is
 * asked what has happened since, and what something has happened to is read anew. That is one small query, however many
 * claims are asked for and however many there are, and no answer is older than its question.
 *
 * Why it holds: a row is here only as long as no news has told of a change that came after it. What happened before
 * the row was read is in it. What happened later is in the first news that reaches so far, which comes while the row is on
 * its way (it is not kept then) or afterwards (it is let go).
 */
import type { News } from '../../delivery/feed/changed-since.js';
import type { StatusRow } from './status.repository.js';

interface MemoryOptions {
  /** The claims of these names (id or ref) that there are, as the database has them after the call. */
  load: (names: readonly string[]) => Promise<readonly StatusRow[]>;
  /** What has happened after a position, of a moment after the call. */
  readNews: (after: bigint | undefined) => Promise<News | undefined>;
  /** So many claims are remembered at least, twice as many at most. */
  most?: number;
}

type Heard = Pick<News, 'place' | 'end'>;

/** What has been heard of since somebody began to listen. */
export interface Listener {
  /** Ids. */
  claims: Set<string>;
  /** Of more than can be told, or of anything. */
  all: boolean;
  stop(): void;
}

/** Nobody who does not look at what was heard keeps more than this. */
const mostHeard = 1_000;

export type StatusMemory = ReturnType<typeof createStatusMemory>;

export function createStatusMemory({ load, readNews, most = 20_000 }: MemoryOptions) {
  /** Each row by its id and by its ref. What nobody asks for while `young` is filled once is let go. */
  let young = new Map<string, StatusRow>();
  let old = new Map<string, StatusRow>();
  /** How far the news has come that everything here was held against. */
  let heard: Heard | undefined;
  /** Those that have rows in hand, from here or still on their way, and want to know what is heard of meanwhile. */
  const listeners = new Set<Listener>();

  const keep = (row: StatusRow): void => {
    if (young.size >= 2 * most) {
      old = young;
      young = new Map();
    }
    young.set(row.id, row).set(row.ref, row);
  };

  const recall = (name: string): StatusRow | undefined => {
    const row = young.get(name);
    if (row) return row;
    const older = old.get(name);
    if (older) keep(older);
    return older;
  };

  const letGo = (id: string): void => {
    for (const rows of [young, old]) {
      const row = rows.get(id);
      if (!row) continue;
      rows.delete(row.id);
      rows.delete(row.ref);
    }
    for (const listener of listeners) {
      if (listener.claims.size < mostHeard) listener.claims.add(id);
      else listener.all = true;
    }
  };

  const letAllGo = (): void => {
    young = new Map();
    old = new Map();
    for (const listener of listeners) listener.all = true;
  };

  /** Several may be under way and come back in any order: what one has told is then told again by another. */
  const catchUp = async (): Promise<void> => {
    const before = heard;
    const news = await readNews(before?.end);
    if (before && heard && news?.claims && follows(news, before)) {
      news.claims.forEach(letGo);
      if (news.end > heard.end) heard = news;
    } else {
      letAllGo();
      heard = news;
    }
  };

  const listen = (): Listener => {
    const listener = { claims: new Set<string>(), all: false, stop: () => listeners.delete(listener) };
    listeners.add(listener);
    return listener;
  };

  const whileListening = async <Result>(work: (meanwhile: Listener) => Promise<Result>): Promise<Result> => {
    const listener = listen();
    try {
      return await work(listener);
    } finally {
      listener.stop();
    }
  };

  const read = (names: readonly string[]): Promise<Map<string, StatusRow>> =>
    whileListening(async (meanwhile) => {
      const found = new Map<string, StatusRow>();
      for (const row of names.length === 0 ? [] : await load(names)) {
        found.set(row.id, row).set(row.ref, row);
        if (!isHeardOf(meanwhile, row)) keep(row);
      }
      return found;
    });

  return {
    /** Where the claim of each name (id or ref) stands; undefined where it names none. Of one claim it is one row. */
    find: (names: readonly string[]): Promise<(StatusRow | undefined)[]> =>
      whileListening(async (meanwhile) => {
        const rows = names.map(recall);
        const [unknown] = await Promise.all([read(names.filter((_, place) => !rows[place])), catchUp()]);
        const over = hasHeard(meanwhile) ? names.filter((_, place) => isHeardOf(meanwhile, rows[place])) : [];
        const changed = await read(over);
        if (unknown.size + changed.size === 0) return rows;
        return names.map((name, place) => changed.get(name) ?? unknown.get(name) ?? rows[place]);
      }),

    catchUp,

    /** What is heard of from now on, until it is stopped. */
    listen,
  };
}

const hasHeard = ({ claims, all }: Listener): boolean => all || claims.size > 0;
const isHeardOf = ({ claims, all }: Listener, row: StatusRow | undefined): boolean =>
  row !== undefined && (all || claims.has(row.id));

/** Positions only grow: where they are fewer, an older backup has come back. */
const follows = (news: Heard, before: Heard): boolean =>
  news.place === before.place && news.end >= before.end;
