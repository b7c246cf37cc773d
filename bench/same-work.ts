/** Whether the bare Express does what the API does; otherwise a ratio of the two would say nothing. */
import pg from 'pg';
import { ask, type Asked } from './requests.js';

/** The same JSON, whatever the order of its members, the blanks between them and what a cursor is made of. */
export async function compareAnswers(
  port: number,
  other: number,
  questions: readonly Asked[],
): Promise<void> {
  for (const question of questions) {
    const [ours, theirs] = [await ask(port, question), await ask(other, question)];
    compareBodies(question.path, ours.body, theirs.body);
  }
}

export const compareBodies = (path: string, ours: unknown, theirs: unknown): void => {
  compare(path, ours, theirs, (_, name) => name === 'next');
};

/** The same JSON but for what is made anew each time: ids, refs and moments. */
export const compareMade = (ours: unknown, theirs: unknown): void => {
  compare('what was made', ours, theirs, (value) => made.some((pattern) => pattern.test(value)));
};

const made = [
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  /^[ac]-[0-9a-z]{10}$/,
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
];

/** Throws where they differ; texts that `mayDiffer` have to be texts on both sides. */
function compare(
  what: string,
  ours: unknown,
  theirs: unknown,
  mayDiffer: (text: string, name: string) => boolean,
): void {
  const [own, other] = [ours, theirs].map((answer) =>
    membersOf(answer).map(([name, value]) => [
      name,
      typeof value === 'string' && mayDiffer(value, name.split('.').at(-1) ?? '') ? 'differs' : value,
    ]),
  ) as [[string, unknown][], [string, unknown][]];
  const others = new Map(other);
  const differences = own.filter(([name, value]) => others.get(name) !== value);
  const unknown = other.filter(([name]) => !own.some(([known]) => known === name));
  if (differences.length === 0 && unknown.length === 0) return;
  const lines = [
    ...differences.map(([name, value]) => [name, value, others.get(name)]),
    ...unknown.map(([name, value]) => [name, undefined, value]),
  ].map((line) => JSON.stringify(line));
  throw new Error(`${what} is answered otherwise by the bare Express:\n${lines.slice(0, 20).join('\n')}`);
}

/** All that is no object or list, by its path; empty ones as they are. */
function membersOf(value: unknown, at = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  const members = Object.entries(value);
  if (members.length === 0) return [[at, JSON.stringify(value)]];
  return members.flatMap(([name, member]) => membersOf(member, `${at}.${name}`));
}

/** Column → in how many of the rows that were written it holds a value. */
export type Written = Record<string, number>;

/** What work writes into a database that nobody else is on. */
export async function rowsWrittenBy(databaseUrl: string, work: () => Promise<unknown>): Promise<Written> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
    await work();
    return await columnsSince(client, rows[0]?.id ?? '0');
  } finally {
    await client.end();
  }
}

async function columnsSince(client: pg.Client, transaction: string): Promise<Written> {
  // Of one moment: what is moved from one table to another meanwhile is counted once.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const written: Written = {};
  for (const { name } of tables.filter(({ name }) => !besideTheRequest.has(name))) {
    const { rows } = await client.query<{ column: string; count: number }>(
      `SELECT field.name AS column, count(*)::int AS count
       FROM "${name}" AS written, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(written))) AS field (name)
       WHERE written.xmin::text::bigint > $1 GROUP BY field.name`,
      [transaction],
    );
    for (const { column, count } of rows) {
      const key = `${waiting.has(name) ? 'outbox or feed' : name}.${column}`;
      written[key] = (written[key] ?? 0) + count;
    }
  }
  await client.query('COMMIT');
  delete written['outbox or feed.position'];
  return written;
}

/** An event waits in the one until the relay has given it a position in the other. */
const waiting = new Set(['outbox', 'feed']);

/** What the API writes on its own account, some time later: what it has counted of keys and limits. */
const besideTheRequest = new Set(['keys', 'key_uses', 'rate_counts', 'feed_cursors']);

/** Throws where they differ, and says in what. */
export function compareWritten(ours: Written, theirs: Written): void {
  const columns = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  const differences = columns
    .filter((column) => ours[column] !== theirs[column])
    .map((column) => `${column}: ${String(ours[column] ?? 0)}, bare Express ${String(theirs[column] ?? 0)}`);
  if (differences.length > 0) throw new Error(`not the same rows are written:\n${differences.join('\n')}`);
}
