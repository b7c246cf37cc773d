import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase } from '../../src/platform/db/client.js';
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

/** A copy of a database that nobody is connected to, as a dump that is restored gives it. */
export const copyDatabase = (url: string): Promise<TestDatabase> =>
  clone(new URL(url).pathname.slice(1), `t_${randomUUID().replaceAll('-', '')}`);

async function clone(template: string, name: string): Promise<TestDatabase> {
  await administer(async (admin) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
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

/** The seeded template is made by the first test file that asks; others that ask meanwhile wait for it. */
function ensureSeeded(): Promise<void> {
  return administer(async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext('seeded'))");
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = 'seeded'");
    if (rowCount === 1) return;
    // Of a file that was ended in the middle of this.
    await admin.query('DROP DATABASE IF EXISTS seeding WITH (FORCE)');
    await clone('migrated', 'seeding');
    const database = connectDatabase(urlOf('seeding'), { connections: 1 });
    try {
      const { loadSeed } = await import('../../prisma/seed/load.js');
      await loadSeed(createStore(database));
    } catch (error) {
      await database.close();
      await admin.query('DROP DATABASE seeding WITH (FORCE)');
      throw error;
    }
    await database.close();
    await admin.query('ALTER DATABASE seeding RENAME TO seeded');
    await admin.query('ALTER DATABASE seeded WITH IS_TEMPLATE true ALLOW_CONNECTIONS false');
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
