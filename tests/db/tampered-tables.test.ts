/** Whatever is changed behind the back of the application in a table that Isnad answers for, `isnad verify` names it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordNames, recordTable, tables } from '../../src/domain/replay/tables.js';
import { createBusyIsnad } from '../support/requests.js';
import { fillTables } from '../support/fill-tables.js';
import { createLuck, seedOfRun, type Luck } from '../support/random.js';
import type { TestIsnad } from '../support/test-runtime.js';
import {
  changeCell,
  insertRow,
  nullOrNot,
  otherValue,
  readColumns,
  removeRow,
  type ColumnOfTable,
  type Tamper,
  type Tampering,
  withTriggersOff,
} from '../support/tampering/rows.js';
import { verifyOffline, verifyTables } from '../support/verify-database.js';

const isLong = process.env['LONG'] === '1';
/** So many ways by chance; TAMPERINGS=… and SEED=… repeat a run. Among the long tests each way once. */
const asked = process.env['TAMPERINGS'];
const times = asked === undefined && isLong ? 'each' : Number(asked ?? 8);
/** What was found in an export is found by the walk that verifies a file: of these, so many are looked at as one, too. */
const oneIn = times === 'each' || times > 100 ? 20 : 1;

let isnad: TestIsnad;
let client: pg.Client;
let columns: Map<string, ColumnOfTable[]>;
beforeAll(async () => {
  isnad = await createBusyIsnad();
  await fillTables(isnad);
  client = new pg.Client({ connectionString: isnad.ownerUrl });
  await client.connect();
  columns = await readColumns(client);
}, 180_000);
afterAll(async () => {
  await client.end();
  await isnad.close();
});

interface Way {
  name: string;
  table: string;
  tamper: Tamper;
}

/** Every table and column that is declared as told by events or as following from them, from the schema itself. */
function waysToTamper(): Way[] {
  return [...columns].flatMap(([table, all]) => {
    const declared = tables[table];
    if (!declared || declared.kind === 'transient') return [];
    const rules = recordTable(table)?.columns;
    const compared = all.filter(({ name }) =>
      declared.kind === 'record'
        ? rules?.[name]?.rule !== 'transient'
        : declared.except?.[name] === undefined,
    );
    return [
      ...compared.map((column) => ({ name: `${table}.${column.name}`, table, tamper: changeCell(column) })),
      ...(declared.kind === 'derived' && declared.mayLack === true
        ? []
        : [{ name: `${table} -`, table, tamper: removeRow }]),
      { name: `${table} +`, table, tamper: insertRow(all) },
    ];
  });
}

/** Where triggers stay off, `verify` names them. */
const quietly = <Result>(work: () => Promise<Result>): Promise<Result> => withTriggersOff(client, work);
const undoOf = ({ undo }: Tampering): Promise<void> => quietly(undo);

const isExported = (name: string, table: string): boolean => {
  const declared = recordTable(table);
  return declared !== undefined && declared.columns[name.split('.')[1] ?? '']?.rule !== 'derived';
};

/**
 * An event waits or has a place in the feed, and which of the two is wrong nobody can tell; a checkpoint is named by its number. Of an event that
 * is gone with its whole chain, the rows are named that it told of.
 */
const namesOf = (table: string): readonly string[] =>
  ({
    outbox: ['outbox', 'feed'],
    feed: ['feed', 'outbox'],
    checkpoints: ['checkpoint'],
    events: ['events', 'feed', ...recordNames],
  })[table] ?? [table];

describe('a database that nobody tampered with', () => {
  it('is accepted, with a row in every table that is compared', async () => {
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
    const empty: string[] = [];
    for (const [table, declared] of Object.entries(tables)) {
      if (declared.kind === 'transient') continue;
      const { rows } = await client.query(`SELECT FROM ${table} LIMIT 1`);
      if (rows.length === 0) empty.push(table);
    }
    expect(empty).toEqual([]);
  });
});

/** Not every row can be changed so: a constraint holds for the owner, too. Undefined where the database refuses it of so many. */
async function tryOften(rows: number, tamper: () => ReturnType<Tamper>): ReturnType<Tamper> {
  for (let attempt = 0; attempt < rows; attempt++) {
    const done = await tamper();
    if (done) return done;
  }
  return undefined;
}

async function untilDone(tamper: () => ReturnType<Tamper>): Promise<Tampering> {
  const done = await tryOften(200, tamper);
  if (!done) throw new Error('the database refuses it of every row');
  return done;
}

it('a column that follows from others is compared with them, whatever stands there instead', async () => {
  const luck = createLuck(seedOfRun());
  const named: string[] = [];
  const often = luck.below(4);
  let met = 0;
  for (const [table, all] of columns) {
    const declared = recordTable(table)?.columns;
    for (const column of all.filter(({ name }) => declared?.[name]?.rule === 'derived')) {
      const values = [
        ...(column.nullable ? [nullOrNot] : []),
        ...(column.type === '_text' ? [() => `ARRAY[concat_ws(' ', VARIADIC "${column.name}")]`] : []),
        otherValue,
      ];
      // One of the values for one column in four; all of both among the long tests.
      if (!isLong && met++ % 4 !== often && column.name !== 'erased_seals') continue;
      for (const valueOf of isLong ? values : [luck.oneOf(values)]) {
        const tampering = await untilDone(() =>
          quietly(() => changeCell(column, valueOf)(client, table, luck)),
        );
        expect(await verifyTables(isnad), tampering.told).toMatchObject({
          valid: false,
          place: { table, column: column.name },
        });
        await undoOf(tampering);
        named.push(`${table}.${column.name}`);
      }
    }
  }
  expect(named).toContain('privileged_changes.erased_seals');
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
});

it('an event that lost its place in the feed is named so, where a signed chain ends with it', async () => {
  const { rows } = await quietly(() =>
    client.query<{ position: string; event_seq: string }>(`
    DELETE FROM feed WHERE position = (
      SELECT min(f.position) FROM feed f JOIN events e ON e.seq = f.event_seq
      WHERE f.position < (SELECT max(position) FROM checkpoints) AND e.claim_id IS NULL AND NOT EXISTS (
        SELECT FROM events later WHERE later.claim_id IS NULL AND later.subject_id = e.subject_id
          AND later.subject_type = e.subject_type AND later.subject_ordinal > e.subject_ordinal))
    RETURNING position, event_seq`),
  );
  const [{ position, event_seq } = { position: '', event_seq: '' }] = rows;
  expect(await verifyTables(isnad)).toMatchObject({
    place: { chain: 'feed' },
    why: expect.stringContaining(`no event stands at ${position}`) as string,
  });
  await quietly(() =>
    client.query('INSERT INTO feed (position, event_seq) VALUES ($1, $2)', [position, event_seq]),
  );
});

function* chooseWays(luck: Luck): Generator<Way> {
  const ways = waysToTamper();
  if (times === 'each') yield* ways;
  else for (;;) yield luck.oneOf(ways);
}

it(
  `${times === 'each' ? 'each way to tamper' : `each of ${String(times)} tamperings`} is named, and the database is good again once it is undone`,
  async () => {
    const seed = seedOfRun();
    const luck = createLuck(seed);
    const missed: string[] = [];
    const done = new Set<string>();
    const refused: string[] = [];
    let count = 0;
    for (const { name, table, tamper } of chooseWays(luck)) {
      if (count === times) break;
      const rows = times === 'each' ? 50 : 1;
      const tampering = await tryOften(rows, () => quietly(() => tamper(client, table, luck)));
      if (!tampering) {
        refused.push(name);
        continue;
      }
      count++;
      done.add(name);
      const online = await verifyTables(isnad);
      if (online.valid) missed.push(`online: ${tampering.told}`);
      else if (
        online.place.chain === undefined &&
        !namesOf(table).some((one) => JSON.stringify(online).includes(one))
      )
        missed.push(`not named: ${tampering.told}`);
      // What follows from the events is made again where the database is at hand.
      const inExport = !online.valid && online.place.chain !== undefined;
      if (isExported(name, table) && (!inExport || luck.once(oneIn)) && (await verifyOffline(isnad)).valid)
        missed.push(`offline: ${tampering.told}`);
      await undoOf(tampering);
    }
    expect(missed, `SEED=${String(seed)}`).toEqual([]);
    expect(done.size, `refused: ${refused.join(', ')}`).toBeGreaterThan(
      times === 'each' ? refused.length * 5 : Math.min(count / 3, 150),
    );
    expect(await verifyTables(isnad), `SEED=${String(seed)}`).toMatchObject({ valid: true });
  },
  times === 'each' ? 7_200_000 : 120_000 + times * 5_000,
);
