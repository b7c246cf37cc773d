/** Whether the feed of the database is the one that was signed in a folder, as far as that goes. */
import { entryBytes } from '../../domain/merkle/entry.js';
import { tileWidth } from '../../domain/merkle/tiles.js';
import type { Pool } from '../../platform/db/client.js';
import { Failure } from '../../platform/errors.js';
import { readEntries, readHead, type KeptHead } from './log-folder.js';

/** Reads one row, of a snapshot or of now. */
type ReadRow = <Row extends object>(query: string, values: unknown[]) => Promise<Row | undefined>;

/** The same of a pool: as things stand now. */
export const readRowOf =
  (pool: Pool): ReadRow =>
  async <Row extends object>(query: string, values: unknown[]) =>
    (await pool.query<Row>(query, values)).rows[0];

interface Row {
  /** How many events the feed has. */
  known: string;
  /** The one that stands where the last signed one stood. */
  event: string | null;
  hash: string | null;
}

const query = `
  SELECT (SELECT coalesce(max(position), 0) FROM feed) AS known, e.id AS event, encode(e.hash, 'hex') AS hash
  FROM (SELECT) AS one LEFT JOIN feed f ON f.position = $1 LEFT JOIN events e ON e.seq = f.event_seq`;

/** What the database lacks of what was signed, as a reason to sign nothing; undefined where it lacks nothing. */
export async function findMismatch(read: ReadRow, dir: string): Promise<Failure | undefined> {
  const head = await readHead(dir);
  if (!head?.size) return undefined;
  const row = await read<Row>(query, [head.size]);
  const known = Number(row?.known ?? 0);
  if (known < head.size) return olderDatabase(dir, { signed: head.size, known });
  const { event, hash } = row ?? {};
  const last = await readLastEntry(dir, head);
  const isSame = event && hash && last?.equals(entryBytes({ event, hash, position: head.size }));
  return isSame ? undefined : forked(dir);
}

async function readLastEntry(dir: string, { size }: KeptHead): Promise<Buffer | undefined> {
  const index = Math.floor((size - 1) / tileWidth);
  return (await readEntries(dir, { index, width: ((size - 1) % tileWidth) + 1 })).at(-1);
}

const olderDatabase = (dir: string, { signed, known }: { signed: number; known: number }): Failure =>
  new Failure(
    'conflict',
    `${dir} holds a signed log of ${String(signed)} events, and the database knows of ${String(known)}: an older state has come back. Nothing is signed until the newer one is restored, or CHECKPOINT_DIR names an empty folder`,
    { code: 'database_behind_log' },
  );

export const forked = (dir: string): Failure =>
  new Failure(
    'conflict',
    `The feed of the database is not the one that was signed in ${dir}. Nothing is signed until somebody has looked: isnad verify`,
    { code: 'checkpoint_contradicted' },
  );
