/**
 * A place in the database at which a write waits for the test. It is a trigger of the test's own, so that a process
 * can be killed or stopped exactly there and the product needs no switch for it.
 */
import pg from 'pg';

interface HeldAt {
  table: string;
  /** As in `AFTER INSERT` or `BEFORE UPDATE`. */
  on: string;
  /** A condition on NEW or OLD; left out, every row waits. */
  when?: string;
}

export interface Gate {
  /** Resolves once so many stand before it. */
  waiting(count?: number): Promise<void>;
  open(): Promise<void>;
}

let gates = 0;

/** Writes wait where they are made; `at: 'commit'` lets them through and has their COMMIT wait. */
export async function placeGate(
  databaseUrl: string,
  { table, on, when }: HeldAt,
  { at = 'write' }: { at?: 'write' | 'commit' } = {},
): Promise<Gate> {
  const keeper = new pg.Client({ connectionString: databaseUrl });
  keeper.on('error', () => undefined);
  await keeper.connect();
  const key = 7_000_000 + ++gates;
  const name = `gate_${String(key)}`;
  const [kind, deferred] =
    at === 'commit' ? ['CONSTRAINT TRIGGER', 'DEFERRABLE INITIALLY DEFERRED'] : ['TRIGGER', ''];
  // Whoever waits here is not to give up by its own limit for locks.
  await keeper.query(`
    SELECT pg_advisory_lock(${String(key)});
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${String(key)}); RETURN NEW; END $$;
    CREATE ${kind} ${name} ${on} ON ${table} ${deferred}
      FOR EACH ROW ${when === undefined ? '' : `WHEN (${when})`} EXECUTE FUNCTION ${name}()`);
  const count = async (): Promise<number> => {
    const { rowCount } = await keeper.query(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1`,
      [key],
    );
    return rowCount ?? 0;
  };
  return {
    waiting: async (wanted = 1) => {
      const deadline = Date.now() + 20_000;
      while ((await count()) < wanted) {
        if (Date.now() > deadline) throw new Error(`nobody came to ${on} ${table}`);
      }
    },
    open: () => keeper.end(),
  };
}

/** Resolves once a change of a claim, or another query of this form, waits for what somebody else holds. */
export async function changeWaits(
  { database }: { database: { pool: pg.Pool } },
  like = '%lock_docket%',
): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { rowCount } = await database.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE query LIKE $1 AND cardinality(pg_blocking_pids(pid)) > 0`,
      [like],
    );
    if (rowCount) return;
    if (Date.now() > deadline) throw new Error('no change of a claim waits for another');
  }
}
