/** A rule of the database that no use case looks after beforehand: its caller is asked to read again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../src/domain/problem/codes.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, StartAgain, type Store } from '../../src/platform/db/transaction.js';
import { codeOf } from '../../src/platform/http/problem.js';
import { createStandingRows, member, relation, type StandingRows } from '../support/standing-rows.js';

let rows: StandingRows;
beforeAll(async () => {
  rows = await createStandingRows();
});
afterAll(() => rows.close());

describe('a refusal that no use case foresaw', () => {
  let connected: Database;
  let store: Store;
  beforeAll(() => {
    connected = connectDatabase(rows.ownerUrl, { connections: 3 });
    store = createStore(connected);
  });
  afterAll(() => connected.close());

  const newMember = { role: 'checker' as const, languages: [], topics: [], name: 'X' };
  const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'taken', codeOf);

  it.each([
    ['a value that is there already', member('author', 'checker')],
    ['a row that it names and is not there', relation('gen_random_uuid()')],
    ['a value that is missing', `UPDATE claims SET kind = NULL WHERE id = :claim`],
    ['a value that may not be', `UPDATE claims SET quote_start = -1 WHERE id = :claim`],
    ['a row that may not change', `UPDATE events SET at = now()`],
    [
      'what is looked at when it commits',
      `INSERT INTO review_tasks (id, claim_id, stage, round, status) VALUES (gen_random_uuid(), :other, 'approval', 1, 'open')`,
    ],
  ])('because of %s is a conflict to the caller', async (_, statement) => {
    const sql = rows.fill(statement);
    expect(await told(connected.pool.query(sql))).toBe('changed_meanwhile');
    expect(await told(store.transact((tx) => tx.$executeRawUnsafe(sql)))).toBe('changed_meanwhile');
    expect(problems.changed_meanwhile.kinds).toEqual(['conflict']);
  });

  it('is one also where a model was written', async () => {
    const { author = '' } = rows.ids;
    const taken = store.transact((tx) =>
      tx.member.create({ data: { ...newMember, id: author, ref: 'new' } }),
    );
    expect(await told(taken)).toBe('changed_meanwhile');
  });

  it('is one where others were faster each time', async () => {
    const overtaken = store.transact(() => Promise.reject(new StartAgain('more belongs to it by now')));
    expect(await told(overtaken)).toBe('changed_meanwhile');
  });
});
