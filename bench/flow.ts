/** `/v1/stats/flow` over little and over much history. */
import { connectDatabase, type Database } from '../src/platform/db/client.js';
import { durationsAt, keptWeeks, summedPieces } from '../src/resources/stats/flow.repository.js';
import { createFlowService } from '../src/resources/stats/flow.service.js';
import { cutAtWeeks } from '../src/domain/stats/percentiles.js';
import { migrate } from '../prisma/migrate.js';
import { fillWithHistories } from './histories.js';
import { measureInTurns } from './measure.js';
import type { Row } from './table.js';

const sizes = { small: 10_000, large: 1_000_000 } as const;
const rounds = 9;
const limit = 300;
const day = 86_400_000;

/** `databases` are two empty ones. */
export async function benchFlow(
  databases: { small: string; large: string },
  print: (line: string) => void,
): Promise<Row[]> {
  const small = connectDatabase(databases.small);
  const large = connectDatabase(databases.large);
  try {
    for (const [size, database] of Object.entries({ small, large })) {
      const events = sizes[size as keyof typeof sizes];
      const begun = performance.now();
      await migrate(databases[size as keyof typeof sizes]);
      await fillWithHistories(database.pool, events);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      print(`flow: a year of ${String(events)} events made in ${seconds} s`);
    }
    const unsummed = await race('the whole year, its weeks not summed up yet', 370);
    await Promise.all([tellWeeks(small), tellWeeks(large)]);
    return [await race('the last 28 days', 28, limit), await race('the whole year', 370, limit), unsummed];
  } finally {
    await Promise.all([small.close(), large.close()]);
  }

  async function race(window: string, days: number, most?: number): Promise<Row> {
    const read = ({ pool }: Database) => {
      const from = new Date(Date.now() - days * day).toISOString();
      return createFlowService({ pool }).read({ from, tests: 'exclude' });
    };
    const times = await measureInTurns(
      [
        { name: 'small', run: () => read(small) },
        { name: 'large', run: () => read(large) },
      ],
      rounds,
    );
    const what = `GET /v1/stats/flow, ${window} of 10,000 and 1,000,000 events`;
    const note = (await explain(large, days)).join('\n    ');
    return {
      what,
      small: times.get('small') ?? NaN,
      large: times.get('large') ?? NaN,
      ...(most !== undefined && { limit: most }),
      note: `\n    ${note}`,
    };
  }
}

/** How the large one's queries are answered: where they read from, and the time of each. */
async function explain({ pool }: Database, days: number): Promise<string[]> {
  const to = new Date();
  const from = new Date(to.getTime() - days * day);
  const pieces = cutAtWeeks(from, to);
  const cut = pieces.filter(({ whole }) => !whole);
  const fullest = await pool.query<{ bucket: number }>(
    `SELECT mode() WITHIN GROUP (ORDER BY duration_bucket(waiting)) AS bucket FROM task_spans WHERE stage = 'approval'`,
  );
  const queries: [name: string, query: string, values: unknown[]][] = [
    ['whole weeks', keptWeeks, [pieces.filter(({ whole }) => whole).map((piece) => piece.from), false]],
    ['the rest', summedPieces, [cut.map((piece) => piece.from), cut.map((piece) => piece.to), false]],
    [
      'the fullest bucket',
      durationsAt('waiting'),
      [from, to, false, ['approval'], [fullest.rows[0]?.bucket], [0], [1]],
    ],
  ];
  const lines: string[] = [];
  for (const [name, query, values] of queries) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, COSTS off) ${query}`,
      values,
    );
    const plan = rows.map((row) => row['QUERY PLAN'].trim());
    const scan = plan.find((line) => /Scan.* on (task_spans|flow_weeks)/.test(line)) ?? '';
    lines.push(`${name}: ${plan[0] ?? ''}; ${scan}; ${plan.at(-1) ?? ''}`);
  }
  return lines;
}

/** What the sweep has the workers do: the weeks that are over are summed up once. */
async function tellWeeks({ pool }: Database): Promise<void> {
  const figures = createFlowService({ pool });
  for (const { payload } of await figures.findOwed()) {
    const { monday } = payload as { monday?: string };
    if (monday !== undefined) await figures.sumWeek(monday);
  }
  await pool.query('VACUUM ANALYZE flow_weeks');
}
