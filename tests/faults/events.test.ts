/** F17: an event that cannot be written, or cannot be passed on, takes its change with it. Tried on every write there is. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordTable } from '../../src/domain/replay/tables.js';
import { isWrite } from '../../src/platform/http/route.js';
import type { TestIsnad } from '../support/test-runtime.js';
import type { Prepared } from '../support/request-makers.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
}, 60_000);
afterAll(() => isnad.close());

/** The writes that no event tells of, and the tables they write into. All others have an event, and fail without it. */
const untold: Readonly<Record<string, readonly string[]>> = {
  acknowledgeFeed: ['keys'],
  createSession: ['sessions'],
  deleteSession: [],
  acknowledgeInbox: ['member_preferences'],
  testWebhook: ['webhook_attempts'],
  updateDraft: ['review_tasks', 'verdict_sides'],
};
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
const writes = operations.filter(isWrite).map((operation) => [operation.id, operation] as const);
const [told, others] = [true, false].map((tells) => writes.filter(([id]) => !(id in untold) === tells)) as [
  typeof writes,
  typeof writes,
];

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

/** Of a table, two texts: another one when anything in it is, and when any cell is of which its events tell. */
interface Contents {
  whole: string;
  told: string;
}

async function contents(): Promise<Map<string, Contents>> {
  const { pool } = isnad.database;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [besides],
  );
  const digests = rows.map(({ name }) => {
    const { columns = {} } = recordTable(name) ?? {};
    const all = `coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '')`;
    const untoldColumns = Object.keys(columns).filter((column) => columns[column]?.rule === 'transient');
    const cells = `(to_jsonb(t) - '{${untoldColumns.join(',')}}'::text[])::text`;
    const some = `coalesce(md5(string_agg(${cells}, '' ORDER BY ${cells})), '')`;
    return `SELECT '${name}' AS name, ${all} AS whole, ${recordTable(name) ? some : "''"} AS told FROM "${name}" AS t`;
  });
  const { rows: found } = await pool.query<Contents & { name: string }>(digests.join(' UNION ALL '));
  return new Map(found.map(({ name, ...one }) => [name, one]));
}

/** Names of the tables that are other than they were. */
async function changedSince(
  before: Map<string, Contents>,
  part: keyof Contents = 'whole',
): Promise<string[]> {
  const now = await contents();
  return [...now.keys()].filter((name) => before.get(name)?.[part] !== now.get(name)?.[part]).sort();
}

async function prepare(id: string): Promise<Prepared> {
  const prepared = id === 'importClaimReviews' ? importing() : await requests[id]?.(isnad);
  if (!prepared) throw new Error(`tests/support/requests.ts has no request for ${id}`);
  return prepared;
}

/** In bulk each item has an outcome of its own; of what is not there nothing is written in any case. */
const statusesOf = ({ status, body }: Awaited<ReturnType<typeof send>>): number[] => {
  const { items } = body as { items?: { problem?: { status: number; code: string } }[] };
  if (status >= 300 || !items) return [status];
  return items.flatMap(({ problem }) =>
    problem?.code === 'claim_not_found' ? [] : [problem?.status ?? 200],
  );
};

describe.each(['events', 'outbox'])('while nothing can be written into %s', (table) => {
  it.each(told)('%s changes nothing', async (id, operation) => {
    const prepared = await prepare(id);
    const before = await contents();
    const empty = await fill(table);
    try {
      const answer = await send(isnad, operation, prepared);
      expect(await changedSince(before)).toEqual([]);
      expect(new Set(statusesOf(answer)), JSON.stringify(answer.body)).toEqual(new Set([503]));
    } finally {
      await empty();
    }
    const again = await send(isnad, operation, prepared);
    expect(again.status, JSON.stringify(again.body)).toBeLessThan(300);
    expect(await changedSince(before)).toContain('events');
  });

  it.each(others)('%s, of which no event tells, does its work', async (id, operation) => {
    const prepared = await prepare(id);
    const before = await contents();
    const empty = await fill(table);
    try {
      const answer = await send(isnad, operation, prepared);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      expect(untold[id]).toEqual(expect.arrayContaining(await changedSince(before)));
      expect(await changedSince(before, 'told')).toEqual([]);
    } finally {
      await empty();
    }
  });
});

it('the operations of which no event tells are all there', () => {
  expect(others.map(([id]) => id).sort()).toEqual(Object.keys(untold));
});
