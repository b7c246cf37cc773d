import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';

export interface TestDatabase {
  /** As the application, as the product has it. */
  url: string;
  /** As the owner of the tables, who may do everything: for what a test changes behind the application's back. */
  ownerUrl: string;
  drop: () => Promise<void>;
}

/** A migrated database of the test file's own; `seeded` has the first article and all its claims in it. */
export async function createTestDatabase({ seeded = false } = {}): Promise<TestDatabase> {
  if (seeded) await ensureSeeded();
  return clone(seeded ? 'seeded' : 'migrated', `t_${randomUUID().replaceAll('-', '')}`);
}

/** An empty one, for tests of the migrations themselves; its owner may do everything there, the application nothing. */
export const createEmptyDatabase = (): Promise<TestDatabase> =>
  clone('template0', `t_${randomUUID().replaceAll('-', '')}`);

/** A copy, as a dump that is restored gives it. A database is copied while nobody is in it: its connections are ended. */
export async function copyDatabase(url: string): Promise<TestDatabase> {
  const name = new URL(url).pathname.slice(1);
  await administer((admin) =>
    admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]),
  );
  return clone(name, `t_${randomUUID().replaceAll('-', '')}`);
}

async function clone(template: string, name: string): Promise<TestDatabase> {
  await administer(async (admin) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
        return;
      } catch (error) {
        if (attempt === 50 || (error as pg.DatabaseError).code !== templateInUse) throw error;
        await pause(100);
      }
    }
  });
  return {
    url: urlOf(name, 'applicationUrl'),
    ownerUrl: urlOf(name),
    drop: () =>
      administer(async (admin) => {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

const templateInUse = '55006';

/** The first article and all its claims. */
const ensureSeeded = (): Promise<string> =>
  ensureTemplate('seeded', 'migrated', async (database) => {
    const { loadSeed } = await import('../../prisma/seed/load.js');
    await loadSeed(createStore(database));
    return '';
  });

type Fill = (database: Database) => Promise<string>;

/** As `createTestDatabase` makes one, with what is put into each of this kind; and what was told of that. */
export async function createFilledDatabase(
  { kind, seeded }: { kind: string; seeded: boolean },
  fill: Fill,
): Promise<TestDatabase & { told: string }> {
  if (seeded) await ensureSeeded();
  const from = seeded ? 'seeded' : 'migrated';
  const told = await ensureTemplate(`${from}_${kind}`, from, fill);
  return { ...(await clone(`${from}_${kind}`, `t_${randomUUID().replaceAll('-', '')}`)), told };
}

/** What each worker knows to be there. */
const templates = new Map<string, Promise<string>>();

function ensureTemplate(name: string, from: string, fill: Fill): Promise<string> {
  const known =
    templates.get(name) ??
    findOrMake(name, from, fill).catch((error: unknown) => {
      templates.delete(name);
      throw error;
    });
  templates.set(name, known);
  return known;
}

/** A template is made by the first test file that asks; others that ask meanwhile wait for it. */
function findOrMake(name: string, from: string, fill: Fill): Promise<string> {
  return administer(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await admin.query<{ told: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS told FROM pg_database WHERE datname = $1`,
      [name],
    );
    if (rows[0]) return rows[0].told ?? '';
    const making = `making_${name}`;
    // Of a file that was ended in the middle of this.
    await admin.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await clone(from, making);
    const database = connectDatabase(urlOf(making), { connections: 1 });
    let told: string;
    try {
      told = await fill(database);
    } catch (error) {
      await database.close();
      await admin.query(`DROP DATABASE ${making} WITH (FORCE)`);
      throw error;
    }
    await database.close();
    await admin.query(`COMMENT ON DATABASE ${making} IS ${pg.escapeLiteral(told)}`);
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
    await admin.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    return told;
  });
}

function urlOf(name: string, role: 'clusterUrl' | 'applicationUrl' = 'clusterUrl'): string {
  const url = new URL(inject(role));
  url.pathname = `/${name}`;
  return url.href;
}

async function administer<Result>(work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: inject('clusterUrl') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
