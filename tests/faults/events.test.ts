/** F17: an event that cannot be written, or cannot be passed on, takes its change with it. Tried on every write there is. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWrite } from '../../src/platform/http/route.js';
import type { TestIsnad } from '../support/test-runtime.js';
import { createBusyIsnad, operations, requests, send, type Prepared } from '../support/requests.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
}, 60_000);
afterAll(() => isnad.close());

/** They change nothing that anybody is told of. */
const untold = new Set(['updateDraft', 'acknowledgeFeed', 'testWebhook']);
/** The one of requests.ts brings nothing along. */
const importing = (): Prepared => {
  const review = {
    '@type': 'ClaimReview',
    url: `https://example.org/${randomUUID()}`,
    claimReviewed: 'It rained.',
  };
  const reviewRating = { '@type': 'Rating', alternateName: 'False' };
  const document = {
    ...review,
    '@context': 'https://schema.org',
    reviewRating,
    author: { name: 'Somebody' },
  };
  return { by: 'checker', path: '/v1/imports', body: { document } };
};
const writes = operations.filter((operation) => isWrite(operation) && !untold.has(operation.id));

/** As if the disk were full for this table alone. */
async function fill(table: string): Promise<() => Promise<unknown>> {
  const pool = isnad.owner;
  await pool.query(`
    CREATE OR REPLACE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION disk_full()`);
  return () => pool.query(`DROP TRIGGER full_disk ON ${table}`);
}

/** What is kept of requests rather than of what they do. */
const besides = ['safe_writes', 'key_uses', 'rate_counts'];

/** One line for each table, another one when anything in it is. */
async function contents(): Promise<string[]> {
  const { pool } = isnad.database;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [besides],
  );
  const digests = rows.map(
    ({ name }) =>
      `SELECT '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS line FROM "${name}" AS t`,
  );
  const { rows: lines } = await pool.query<{ line: string }>(digests.join(' UNION ALL '));
  return lines.map(({ line }) => line).sort();
}

describe.each(['events', 'outbox'])('while nothing can be written into %s', (table) => {
  it.each(writes.map((operation) => [operation.id, operation] as const))(
    '%s changes nothing',
    async (id, operation) => {
      const prepared = id === 'importClaimReviews' ? importing() : await requests[id]?.(isnad);
      if (!prepared) throw new Error(`tests/support/requests.ts has no request for ${id}`);
      const before = await contents();
      const empty = await fill(table);
      try {
        const answer = await send(isnad, operation, prepared);
        expect(await contents()).toEqual(before);
        // In bulk each item has an outcome of its own.
        const { items = [] } = answer.body as { items?: { problem?: { status: number } }[] };
        const statuses = id === 'actInBulk' ? items.map((item) => item.problem?.status) : [answer.status];
        expect(new Set(statuses), JSON.stringify(answer.body)).toEqual(new Set([503]));
      } finally {
        await empty();
      }
      const again = await send(isnad, operation, prepared);
      expect(again.status, JSON.stringify(again.body)).toBeLessThan(300);
      expect(await contents()).not.toEqual(before);
    },
  );
});
