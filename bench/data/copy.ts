import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { Pool } from '../../src/platform/db/client.js';
import { connectForLong, trustRows } from '../bulk.js';

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

async function connectWriter(pool: Pool): Promise<PoolClient> {
  const client = await connectForLong(pool);
  await client.query(trustRows);
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
  if (typeof cell === 'string') return special.test(cell) ? escape(cell) : cell;
  if (cell === null) return '\\N';
  if (typeof cell === 'object') return momentOf(cell.getTime());
  return String(cell);
}

const escape = (text: string): string => text.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found);

let lastSecond = NaN;
let writtenSecond = '';

/** As ISO 8601 has it. Rows come in the order of their moments, so the second is mostly that of the row before. */
function momentOf(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    writtenSecond = new Date(second * 1000).toISOString().slice(0, 19);
  }
  const rest = ms - second * 1000;
  return `${writtenSecond}.${rest < 10 ? '00' : rest < 100 ? '0' : ''}${String(rest)}Z`;
}
