import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { checkDatabase } from '../../src/platform/db/check-database.js';
import { createTestDatabase } from '../support/database.js';

let admin: pg.Client;
let made: string[];

beforeEach(async () => {
  admin = new pg.Client({ connectionString: inject('clusterUrl') });
  await admin.connect();
  made = [];
});
afterEach(async () => {
  for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

/** A database as an operator might create it, with pg_trgm in it. */
async function create(name: string, how: string): Promise<string> {
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ${how}`);
  made.push(name);
  const url = new URL(inject('clusterUrl'));
  url.pathname = `/${name}`;
  await withPool(url.href, (pool) => pool.query('CREATE EXTENSION pg_trgm'));
  return url.href;
}

async function withPool<Result>(url: string, work: (pool: pg.Pool) => Promise<Result>): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // The database is dropped while its connections are still closing.
  pool.on('error', () => undefined);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

describe('a database', () => {
  it('a database that was made and migrated by us can be used', async () => {
    const { url, drop } = await createTestDatabase();
    await withPool(url, checkDatabase);
    await drop();
  });

  it('a database whose locale knows no Arabic letters is refused, with what to do', async () => {
    const url = await create('check_locale', "LOCALE_PROVIDER libc LOCALE 'C'");
    await expect(withPool(url, checkDatabase)).rejects.toMatchObject({
      kind: 'upstream',
      message: expect.stringContaining('UTF-8 locale') as string,
    });
  });

  it('a database in another encoding is refused by name', async () => {
    const url = await create('check_encoding', "ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'");
    await expect(withPool(url, checkDatabase)).rejects.toMatchObject({
      kind: 'upstream',
      message: expect.stringContaining('SQL_ASCII') as string,
    });
  });

  it('a database without trigrams is refused, with what to do', async () => {
    const { ownerUrl, drop } = await createTestDatabase();
    await withPool(ownerUrl, async (pool) => {
      await pool.query('DROP EXTENSION pg_trgm CASCADE');
      await expect(checkDatabase(pool)).rejects.toMatchObject({
        kind: 'upstream',
        message: expect.stringContaining('pg_trgm') as string,
      });
    });
    await drop();
  });
});
