/**
 * Whether this process may call out for this database. One that was copied or restored elsewhere must not: its
 * receivers are those of the original. So the database keeps for whom it works, and a process compares.
 */
import { Failure } from '../../platform/errors.js';
import type { Pool } from '../../platform/db/client.js';
import { findMismatch, readRowOf } from '../log/compare-database.js';
import { readHead } from '../log/log-folder.js';

export interface Installation {
  /** Undefined: not named, and then nobody is called. */
  instance: string | undefined;
  /** As set; undefined is not compared. */
  publicUrl: string | undefined;
}

interface Deps {
  pool: Pool;
  installation: Installation;
  /** The folder of checkpoints, where this process has one. */
  dir: string | undefined;
}

interface Row {
  /** Null before the first adoption. */
  instance: string | null;
  publicUrl: string | null;
  acceptedLog: string | null;
  standby: boolean;
}

const freshMs = 1_000;
const remedy = 'Nobody is called until an operator says that this is the one: isnad adopt';

export function createAdoption({ pool, installation: { instance, publicUrl }, dir }: Deps) {
  let known: { at: number; answer: Promise<true | string> } | undefined;

  const read = async (): Promise<Row | undefined> => {
    const { rows } = await pool.query<Row>(
      `SELECT instance, public_url AS "publicUrl", accepted_log AS "acceptedLog", pg_is_in_recovery() AS standby
       FROM (SELECT) AS one LEFT JOIN installation ON true`,
    );
    return rows[0];
  };

  /** The first start adopts, and the first one for which an address is set. */
  const settle = (): Promise<unknown> =>
    pool.query(
      `INSERT INTO installation (instance, public_url) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET public_url = EXCLUDED.public_url
       WHERE installation.instance = EXCLUDED.instance AND installation.public_url IS NULL AND EXCLUDED.public_url IS NOT NULL`,
      [instance, publicUrl ?? null],
    );

  const compare = async (): Promise<true | string> => {
    if (instance === undefined)
      return 'INSTANCE_ID is not set: nobody is called. Give this installation a name of its own';
    let row = await read();
    if (row?.standby) return 'The database is a standby: nobody is called from here';
    const isFirst = !row?.instance;
    if (isFirst || (row?.publicUrl === null && publicUrl !== undefined)) {
      await settle();
      row = await read();
    }
    if (row?.instance !== instance) return `The database works for another installation. ${remedy}`;
    if (publicUrl !== undefined && row.publicUrl !== publicUrl)
      return `The database works for PUBLIC_URL ${String(row.publicUrl)}, not ${publicUrl}. ${remedy}`;
    return compareLog(row);
  };

  const compareLog = async ({ acceptedLog }: Row): Promise<true | string> => {
    if (dir === undefined) return true;
    try {
      const mismatch = await findMismatch(readRowOf(pool), dir);
      if (!mismatch || acceptedLog === (await rootOf(dir))) return true;
      return `${mismatch.message}. ${remedy}`;
    } catch (error) {
      // A folder that is damaged keeps from calling, and from nothing else.
      if (error instanceof Failure) return `${error.message}. ${remedy}`;
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (code === undefined || !fileCalls.has(syscall ?? '')) throw error;
      return `The checkpoints in ${dir} cannot be read (${code}): nobody is called until they can`;
    }
  };

  return {
    /** True, or why nobody is called, in words; no older than a second. */
    check(): Promise<true | string> {
      const now = performance.now();
      if (!known || now - known.at > freshMs) {
        const answer = compare();
        known = { at: now, answer };
        answer.catch(() => {
          known = undefined;
        });
      }
      return known.answer;
    },

    /** From now on this is the installation that the database works for, whatever was signed of another state of it. */
    async adopt(): Promise<void> {
      if (instance === undefined)
        throw new Error('INSTANCE_ID is not set: give this installation a name of its own.');
      await pool.query(
        `INSERT INTO installation (instance, public_url, accepted_log) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET instance = EXCLUDED.instance, accepted_log = EXCLUDED.accepted_log,
           public_url = coalesce(EXCLUDED.public_url, installation.public_url), adopted_at = now()`,
        [instance, publicUrl ?? null, dir === undefined ? null : await rootOf(dir)],
      );
      known = undefined;
    },
  };
}

const fileCalls: ReadonlySet<string> = new Set(['open', 'read', 'stat', 'scandir']);

const rootOf = async (dir: string): Promise<string | null> =>
  (await readHead(dir))?.root.toString('hex') ?? null;
