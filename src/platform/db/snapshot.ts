import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { withConnection } from './with-connection.js';
import type { Pool } from './client.js';
import { allowSilentSocket } from './socket-timeout.js';

/** What is read through it is of one moment, however long it takes and whatever is written meanwhile. */
export interface Snapshot {
  one<Row extends object>(query: string, values?: unknown[]): Promise<Row | undefined>;
  /** The rows one after the other; few are held at a time, however many there are. */
  stream<Row extends object>(query: string, values?: unknown[], pace?: Pace): AsyncGenerator<Row>;
}

export interface Pace {
  /** Rests twice as long as each part took: two thirds of database and process are left to others. */
  gently?: boolean;
  /** Ends the walk with an error once it is aborted: who walks gently is told to end before the end. */
  until?: AbortSignal | undefined;
}

const batch = 1_000;

/** Long reading is its purpose: the limits for requests do not hold here. */
const begin = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
  -- Moments are written the same wherever it runs.
  SET LOCAL timezone = 'UTC';
  -- Walks go along an index from the first row on, and sort nothing first.
  SET LOCAL cursor_tuple_fraction = 0.0001`;

export const withSnapshot = <Result>(
  pool: Pool,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> =>
  withConnection(pool, async (client) => {
    const inTime = allowSilentSocket(client);
    await client.query(begin);
    const result = await work(snapshotOf(client));
    await client.query('ROLLBACK');
    inTime();
    return result;
  });

function snapshotOf(client: PoolClient): Snapshot {
  let cursors = 0;
  return {
    one: async <Row extends object>(query: string, values: unknown[] = []) =>
      (await client.query<Row>(query, values)).rows[0],
    stream: async function* <Row extends object>(
      query: string,
      values: unknown[] = [],
      { gently = false, until }: Pace = {},
    ) {
      const cursor = `cursor_${String(++cursors)}`;
      await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`, values);
      for (let full = true; full;) {
        const begun = performance.now();
        const { rows } = await client.query<Row>(`FETCH ${String(batch)} FROM ${cursor}`);
        yield* rows;
        full = rows.length === batch;
        until?.throwIfAborted();
        if (full && gently)
          await pause(2 * (performance.now() - begun), undefined, until && { signal: until });
      }
      await client.query(`CLOSE ${cursor}`);
    },
  };
}

/** The next row of a walk; undefined behind the last one. */
export const nextRow = async <Row>(rows: AsyncGenerator<Row>): Promise<Row | undefined> => {
  const step: IteratorResult<Row, unknown> = await rows.next();
  return step.done === true ? undefined : step.value;
};
