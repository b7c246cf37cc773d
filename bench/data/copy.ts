import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { Pool } from '../../src/db/client.js';

export type Cell = string | number | boolean | null | Date;

/** One table being filled, over a connection of its own. */
export interface Sink {
  add(cells: readonly Cell[]): void;
  /** Resolves when what has been added so far may be followed by more. */
  ready(): Promise<void>;
  end(): Promise<void>;
}

const chunkLength = 128 * 1024;

/** Streams rows into a table with COPY; `columns` are those of each row, in order. */
export async function openSink(pool: Pool, table: string, columns: string): Promise<Sink> {
  const client = await connectWriter(pool);
  const stream = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
  const ended = finished(stream);
  ended.catch(() => undefined); // told again by whoever waits for the end
  let chunk = '';
  return {
    add: (cells) => {
      chunk += lineOf(cells);
    },
    ready: async () => {
      if (chunk.length < chunkLength) return;
      await write(stream, chunk);
      chunk = '';
    },
    end: async () => {
      stream.end(chunk);
      await ended;
      // With its settings it is of no use to others.
      client.release(true);
    },
  };
}

/** The rows are whole and consistent as they are written: triggers and foreign keys would only look again. */
async function connectWriter(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  await client.query('SET statement_timeout = 0; SET session_replication_role = replica');
  return client;
}

async function write(stream: CopyStreamQuery, chunk: string): Promise<void> {
  if (!stream.write(chunk)) await once(stream, 'drain');
}

function lineOf(cells: readonly Cell[]): string {
  let line = '';
  let between = '';
  for (const cell of cells) {
    line += between + textOf(cell);
    between = '\t';
  }
  return `${line}\n`;
}

const special = /[\\\n\r\t]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function textOf(cell: Cell): string {
  if (cell === null) return '\\N';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  return special.test(cell) ? cell.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found) : cell;
}
