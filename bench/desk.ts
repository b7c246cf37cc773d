/** What the desk asks for all day, with little and with much to do. */
import { migrate } from '../prisma/migrate.js';
import { findDueTasks } from '../src/resources/policies/clock.repository.js';
import { connectDatabase, type Database, type Tx } from '../src/platform/db/client.js';
import { createStore } from '../src/platform/db/transaction.js';
import { findNextTask } from '../src/workflow/next-task.js';
import { listTasks, taskSortKeys } from '../src/resources/tasks/task-list.queries.js';
import type { TaskFilters } from '../src/resources/tasks/task-list.schema.js';
import { stages, type Stage } from '../src/domain/task/lifecycle.js';
import { findOwed } from '../src/resources/tasks/task.repository.js';
import { measureInTurns } from './measure.js';
import { idOf } from './numbered.js';
import { asker, fillWithOpenTasks } from './open-desk.js';
import type { Row } from './table.js';

const sizes = { small: 10_000, large: 1_000_000 } as const;
const rounds = 15;
/** More than one batch of the next task looks through. */
const locked = 1_000;

type Read = (database: Database) => Promise<unknown>;

/** Rolls back what was only to be timed. */
class Undo extends Error {}

/** `databases` are two empty ones. */
export async function benchDesk(
  databases: { small: string; large: string },
  print: (line: string) => void,
): Promise<Row[]> {
  const small = connectDatabase(databases.small);
  const large = connectDatabase(databases.large);
  try {
    for (const [size, database] of Object.entries({ small, large })) {
      const begun = performance.now();
      await migrate(databases[size as keyof typeof sizes]);
      await fillWithOpenTasks(database.pool, sizes[size as keyof typeof sizes]);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      print(`desk: ${String(sizes[size as keyof typeof sizes])} open tasks made in ${seconds} s`);
    }
    const rows: Row[] = [];
    for (const [what, read] of reads) rows.push(await race(what, read));
    const release = await Promise.all([lockMany(small), lockMany(large)]);
    rows.push(await race(`the next task, past ${String(locked)} locked claims`, next('any', checking)));
    await Promise.all(release.map((end) => end()));
    return rows;
  } finally {
    await Promise.all([small.close(), large.close()]);
  }

  async function race(what: string, read: Read): Promise<Row> {
    const times = await measureInTurns(
      [
        { name: 'small', run: () => read(small) },
        { name: 'large', run: () => read(large) },
      ],
      rounds,
    );
    return {
      what: `${what}, of 10,000 and 1,000,000 open tasks`,
      small: times.get('small') ?? NaN,
      large: times.get('large') ?? NaN,
    };
  }
}

const checking: Stage[] = ['review', 'correction'];

const next =
  (who: keyof typeof asker, wanted: readonly Stage[]): Read =>
  async (database) => {
    const caller = {
      memberId: idOf(1, asker[who]),
      role: who === 'editor' ? ('editor' as const) : ('checker' as const),
      personId: idOf(1, asker[who]),
      ref: who,
      name: who,
      keyId: '',
    };
    const take = async (tx: Tx): Promise<never> => {
      if (!(await findNextTask(tx, caller, { stages: wanted })))
        throw new Error(`there is nothing for ${who}`);
      throw new Undo();
    };
    await createStore(database)
      .transact(take)
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
  };

const list =
  (filters: TaskFilters): Read =>
  ({ pool }) =>
    listTasks(pool, { filters, sort: taskSortKeys.openedAt, descending: false, after: undefined, limit: 50 });

const reads: [what: string, read: Read][] = [
  ['the next task, for a checker of all languages', next('any', checking)],
  ['the next task, for a checker of Arabic', next('arabic', checking)],
  ['the next task, for the only language of 20 tasks', next('rare', checking)],
  ['the next task, for an editor at any stage', next('editor', stages)],
  ['the next task, for an editor at approval', next('editor', ['approval'])],
  ['GET /v1/tasks?overdue=true', list({ overdue: true })],
  ['GET /v1/tasks?escalated=true (none)', list({ escalated: true })],
  ['GET /v1/tasks?status=in_progress (none)', list({ status: ['in_progress'] })],
  ['GET /v1/tasks?assignee=any (none)', list({ assignee: ['any'] })],
  ['the sweep: tasks on which something is due', ({ prisma }) => findDueTasks(prisma, 500)],
  ['the sweep: claims whose task is missing', ({ prisma }) => findOwed(prisma, 1_000)],
];

/** The claims of the first tasks in line, held by somebody until the function returned is called. */
async function lockMany({ pool }: Database): Promise<() => Promise<void>> {
  const client = await pool.connect();
  await client.query('SET idle_in_transaction_session_timeout = 0');
  await client.query('BEGIN');
  await client.query(
    `SELECT c.id FROM claims c WHERE c.id IN (
       SELECT claim_id FROM review_tasks WHERE status = 'open' AND stage IN ('review', 'correction')
       ORDER BY priority DESC, opened_at, id LIMIT $1) FOR UPDATE`,
    [locked],
  );
  return async () => {
    await client.query('ROLLBACK');
    client.release(true);
  };
}
