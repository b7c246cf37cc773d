import { Failure } from '../errors.js';
import type { Pool } from './client.js';

const oldestServer = 150_000;

interface Facts {
  version: number;
  encoding: string;
  trigrams: boolean;
}

/**
 * Refuses a database in which Arabic would silently not work. Under a C locale without a character type,
 * trigrams see no letters in Arabic text, and every test in English still passes.
 */
export async function checkDatabase(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Facts>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS trigrams`,
  );
  const [facts] = rows;
  if (!facts) throw unusable('it did not answer');
  if (facts.version < oldestServer) throw unusable('it is older than PostgreSQL 15');
  if (facts.encoding !== 'UTF8') throw unusable(`its encoding is ${facts.encoding}, not UTF8`);
  if (!facts.trigrams) throw unusable('the extension pg_trgm is missing: run "isnad migrate"');
  const alike = await pool.query<{ alike: boolean }>(`SELECT similarity('كوريا', 'كوريا') = 1 AS alike`);
  if (alike.rows[0]?.alike !== true) {
    throw unusable(
      'its locale does not know Arabic letters: create it with LC_CTYPE C.UTF-8 or another UTF-8 locale',
    );
  }
}

const unusable = (why: string): Failure => new Failure('upstream', `The database cannot be used: ${why}.`);
