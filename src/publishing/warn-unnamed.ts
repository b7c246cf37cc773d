import type { Pool } from '../platform/db/client.js';
import type { Log } from '../platform/log.js';

const everyMs = 3_600_000;

interface Deps {
  pool: Pool;
  log: Pick<Log, 'warn'>;
  /** The settings that name the publisher and are not set. */
  unset: readonly string[];
}

/** Whether readers are shown something that does not say whose it is, or where; then it is warned of. They are shown no test. */
export async function warnUnnamed({ pool, log, unset }: Deps): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM editions e JOIN claims c ON c.id = e.claim_id WHERE NOT c.test) AS found',
  );
  if (!rows[0]?.found) return false;
  log.warn(
    { settings: unset },
    `verdicts are published, and their readers are told a made-up publisher or address, or nowhere to report an error: set ${unset.join(' and ')}`,
  );
  return true;
}

/** Looks now and every hour, until it has warned once. */
export function watchUnnamed(deps: Deps): { close(): void } {
  if (deps.unset.length === 0) return { close: () => undefined };
  const look = (): void => {
    warnUnnamed(deps).then(
      (warned) => {
        if (warned) clearInterval(timer);
      },
      // The database does not answer: readiness tells of that.
      () => undefined,
    );
  };
  const timer = setInterval(look, everyMs).unref();
  look();
  return {
    close: () => {
      clearInterval(timer);
    },
  };
}
