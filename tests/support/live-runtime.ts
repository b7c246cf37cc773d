/** A small house to which things happen by chance, with everything JSON can hold in them. */
import { randomUUID } from 'node:crypto';
import { operator } from '../../src/domain/access/rules.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import type { NewEvent } from '../../src/domain/event/types.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { createNotary, type Notary } from './checkpoints.js';
import { createTestDatabase } from './database.js';
import type { Luck } from './random.js';

export interface LiveRuntime extends Notary {
  /** One to four events in one transaction, on claims and others, old and new. */
  happen(luck: Luck): Promise<void>;
  /** Ids of the claims so far. */
  claims: string[];
}

export async function startLiveRuntime(): Promise<LiveRuntime> {
  const created = await createTestDatabase();
  const database = connectDatabase(created.url);
  const store = createStore(database);
  const notary = await createNotary({ database, store });
  const { rows } = await database.pool.query<{ version: string }>(`
    WITH article AS (
      INSERT INTO articles (id, ref, title, language) VALUES (gen_random_uuid(), 'A', 'A', 'ar') RETURNING id)
    INSERT INTO article_versions (id, article_id, number, text, sha256, code_points)
    SELECT gen_random_uuid(), id, 1, '', repeat('0', 64), 0 FROM article RETURNING id AS version`);
  const claims: string[] = [];
  const sources: string[] = [];

  const enterClaim = async (): Promise<string> => {
    const id = randomUUID();
    await database.pool.query(
      `INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end, folded)
       VALUES ($1::uuid, 'c-' || $1, $2, 'assertion', 'ar', 'x', '', '', $3::int, $3::int + 1, 'x')`,
      [id, rows[0]?.version, claims.length],
    );
    claims.push(id);
    return id;
  };
  const newEvent = async (luck: Luck): Promise<NewEvent> => {
    const data = anyData(luck);
    if (luck.once(4)) {
      const isNew = sources.length === 0 || luck.once(2);
      const id = isNew ? randomUUID() : luck.oneOf(sources);
      if (isNew) sources.push(id);
      return { type: isNew ? 'source.created' : 'source.changed', subject: { type: 'source', id }, data };
    }
    const claimId = claims.length === 0 || luck.once(8) ? await enterClaim() : luck.oneOf(claims);
    const subject = luck.once(2)
      ? { type: 'claim' as const, id: claimId }
      : { type: 'task' as const, id: randomUUID() };
    return { type: 'claim.changed', subject, claimId, data };
  };

  return {
    ...notary,
    claims,
    happen: async (luck) => {
      const newEvents: NewEvent[] = [];
      for (let left = 1 + luck.below(4); left > 0; left--) newEvents.push(await newEvent(luck));
      await store.transact((tx) => appendEvents(tx, operator, newEvents));
    },
    close: async () => {
      await notary.close();
      await database.close();
      await created.drop();
    },
  };
}

const texts = [
  '',
  'C34',
  'ادعاء عن الصواريخ',
  'a\u2028b\u2029c',
  '"\\\n\t\u0001',
  '😀 é é',
  '__proto__',
  '\uFEFF',
];
const numbers = [0, -1, 1.5, 1e21, 5e-324, 0.1, 2 ** 53, 123456789, -1.7976931348623157e308];
const keys = ['from', 'to', 'note', 'ملاحظة', '', '\uFB33', '😀', '1', '10', '9'];

function anyData(luck: Luck): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (let left = luck.below(4); left > 0; left--) data[luck.oneOf(keys)] = anything(luck, 2);
  return data;
}

function anything(luck: Luck, depth: number): unknown {
  const kinds = [
    () => luck.oneOf(texts),
    () => luck.oneOf(numbers),
    () => luck.oneOf([true, false, null]),
    () => (depth === 0 ? [] : [anything(luck, depth - 1), anything(luck, depth - 1)]),
    () => (depth === 0 ? {} : (JSON.parse('{"__proto__":1,"b":"x"}') as object)),
    () => (depth === 0 ? {} : { [luck.oneOf(keys)]: anything(luck, depth - 1) }),
  ];
  return luck.oneOf(kinds)();
}
