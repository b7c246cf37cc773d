import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase({ seeded: true });
  database = connectDatabase(test.url, { connections: 2 });
  database.pool.on('connect', watch);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

/** How many statements one connection was at, at most. */
let mostAtOnce = 0;
function watch(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
  let running = 0;
  client.query = ((...given: unknown[]) => {
    mostAtOnce = Math.max(mostAtOnce, ++running);
    return query(...given).finally(() => running--);
  }) as typeof client.query;
}

it('a transaction is at one statement at a time, whatever it includes and is asked at once', async () => {
  await database.prisma.$transaction(async (tx) => {
    const claim = await tx.claim.findFirstOrThrow({
      where: { ref: 'C34' },
      include: { tasks: true, verdicts: true, evidence: true, attributions: { include: { source: true } } },
    });
    expect(claim.attributions.length).toBeGreaterThan(0);
    const counts = await Promise.all([tx.claim.count(), tx.source.count()]);
    expect(counts.every((count) => count > 0)).toBe(true);
  });
  expect(mostAtOnce).toBe(1);
});

it('a statement that fails leaves those behind it their turn', async () => {
  const failing = database.prisma.$transaction(async (tx) => {
    await expect(tx.$queryRaw`SELECT 1 / 0`).rejects.toThrow(/division by zero/);
    await tx.$queryRaw`SELECT 1`;
  });
  await expect(failing).rejects.toThrow(/current transaction is aborted/);
});
