/** Entry of `npm run bench`. Exit codes: 0 everything keeps its limit, 1 not. */
import { inspect } from 'node:util';
import { benchDesk } from './desk.js';
import { benchFlow } from './flow.js';
import { readOptions, type Options } from './options.js';
import { cores } from './processes.js';
import { readProfiles, renderShares, sharesOf } from './profile.js';
import { misses, renderTable, type Line } from './report.js';
import { benchCreate } from './rows/create.js';
import { benchBatch } from './rows/batch.js';
import { benchBrowser } from './rows/browser.js';
import { benchCard } from './rows/card.js';
import { benchClaim } from './rows/claim.js';
import { benchFeed } from './rows/feed.js';
import { benchJobs } from './rows/jobs.js';
import { benchClaims, benchTasks } from './rows/lists.js';
import { benchApprove, benchTransition } from './rows/moves.js';
import { benchStart } from './rows/start.js';
import { benchStatus, benchStatuses } from './rows/status.js';
import { benchVerdict } from './rows/verdict.js';
import { benchVerify } from './rows/verify.js';
import { benchWaiting } from './rows/waiting.js';
import { benchWebhook } from './rows/webhook.js';
import { withStage, type Stage } from './stage.js';
import { linesOfTimes } from './table.js';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const rows: Record<string, (stage: Stage, options: Options) => Promise<Line[]>> = {
  status: benchStatus,
  statuses: benchStatuses,
  feed: benchFeed,
  claim: benchClaim,
  claims: benchClaims,
  tasks: benchTasks,
  verdict: benchVerdict,
  webhook: benchWebhook,
  jobs: benchJobs,
  waiting: benchWaiting,
  approve: benchApprove,
  transition: benchTransition,
  create: benchCreate,
  batch: benchBatch,
  start: benchStart,
  verify: benchVerify,
  browser: benchBrowser,
  card: benchCard,
  flow: async (stage) =>
    linesOfTimes(
      await benchFlow(
        { small: await stage.createDatabase('flow_small'), large: await stage.createDatabase('flow_large') },
        print,
      ),
    ),
  desk: async (stage) =>
    linesOfTimes(
      await benchDesk(
        { small: await stage.createDatabase('desk_small'), large: await stage.createDatabase('desk_large') },
        print,
      ),
    ),
};

async function bench(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const strange = (options.only ?? []).filter((name) => !Object.hasOwn(rows, name));
  // Always in this order: what is read, or waits for workers, comes before what leaves thousands of events behind.
  const names = Object.keys(rows).filter((name) => options.only?.includes(name) ?? true);
  if (strange.length > 0)
    throw new Error(`There is no row ${strange.join(', ')}; there are ${Object.keys(rows).join(', ')}.`);
  print(`seed ${String(options.seed)}; ${placement}`);
  const lines = await withStage({ ...options, print }, async (stage) => {
    const all: Line[] = [];
    for (const name of names) {
      const counted = stage.statements && (await stage.api(options.sizes.small));
      await stage.statements?.forget();
      const found = await rows[name]?.(stage, options).catch((error: unknown) => [unfinished(name, error)]);
      if (found) print(`\n${renderTable(found)}`);
      all.push(...(found ?? []));
      if (counted) {
        const dearest = await stage.statements?.dearest(counted.databaseUrl);
        print(`\nWhere the time of its database went:\n\n${String(dearest)}`);
      }
    }
    return all;
  });
  if (names.length > 1) print(`\nAll of it:\n\n${renderTable(lines)}`);
  if (options.profile !== undefined) await showProfiles(options.profile);
  if (lines.some(misses)) process.exitCode = 1;
}

async function showProfiles(folder: string): Promise<void> {
  for (const { name, profile } of await readProfiles(folder))
    print(`\nWhere the time of ${name} went:\n\n${renderShares(sharesOf(profile))}`);
}

/** What went wrong with one row says nothing about the others. */
const unfinished = (row: string, error: unknown): Line => {
  process.stderr.write(`bench: ${row}: ${inspect(error)}\n`);
  return { what: row, measured: 'it did not come to its end', limit: { text: 'an end', holds: false } };
};

const placement =
  cores.server === undefined
    ? 'nothing is pinned to a core here'
    : `server on core ${String(cores.server)}, load on ${String(cores.load)}, database on ${String(cores.database)}`;

try {
  await bench();
} catch (error) {
  process.stderr.write(`bench: ${inspect(error)}\n`);
  process.exitCode = 1;
}
