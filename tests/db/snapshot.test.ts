import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { withSnapshot, type Pace } from '../../src/platform/db/snapshot.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';

let created: TestDatabase;
let database: Database;
beforeAll(async () => {
  created = await createEmptyDatabase();
  database = connectDatabase(created.url, { connections: 2 });
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

const rows = 3_500;

/** Walks along many rows; gives back the number of the last. */
const walk = (pace: Pace, seen: (n: number) => void = () => undefined): Promise<number> =>
  withSnapshot(database.pool, async (snapshot) => {
    let last = 0;
    const numbers = snapshot.stream<{ n: number }>('SELECT generate_series(1, $1::int) AS n', [rows], pace);
    for await (const { n } of numbers) seen((last = n));
    return last;
  });

describe('a walk along many rows', () => {
  it('comes to their end, with rests and without', async () => {
    expect(await walk({})).toBe(rows);
    expect(await walk({ gently: true })).toBe(rows);
  });

  it('ends early when it is told to, and leaves its connection fit for others', async () => {
    const closing = new AbortController();
    let last = 0;
    const ended = walk({ gently: true, until: closing.signal }, (n) => {
      last = n;
      if (n === 1_500) closing.abort();
    });
    await expect(ended).rejects.toThrow(/abort/i);
    expect(last).toBeLessThan(rows);
    expect(await walk({})).toBe(rows);
  });
});
