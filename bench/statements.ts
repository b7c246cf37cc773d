/** Where the time of the database goes, by statement; beside the profiles of the processes. */
import pg from 'pg';
import { written } from './figures.js';

/** What the server has to be started with. */
export const statementSettings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
};

const most = 12;
const shownLength = 110;

export interface Statements {
  forget(): Promise<void>;
  /** The dearest since they were forgotten, of one database, as lines. */
  dearest(databaseUrl: string): Promise<string>;
}

export function watchStatements(url: string): Statements {
  const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    forget: async () => {
      await query('SELECT pg_stat_statements_reset()');
    },
    dearest: async (databaseUrl) => {
      const rows = await query<{ calls: string; planning: number; running: number; query: string }>(
        `SELECT s.calls, s.total_plan_time AS planning, s.total_exec_time AS running, s.query
         FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = $1
         ORDER BY s.total_plan_time + s.total_exec_time DESC LIMIT ${String(most)}`,
        [new URL(databaseUrl).pathname.slice(1)],
      );
      return rows
        .map(({ calls, planning, running, query: text }) => {
          const each = `${written(running / Number(calls))} ms and ${written(planning / Number(calls))} ms to plan`;
          const shown = text.replace(/\s+/g, ' ').trim().slice(0, shownLength);
          return `${written(planning + running).padStart(8)} ms  ${calls.padStart(6)} × ${each}: ${shown}`;
        })
        .join('\n');
    },
  };
}
