/**
 * An installation at work: API and workers as processes of their own, on either queue. The sentences of desk.ts are said to
 * it over HTTP, and what is owed is done by the workers.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { migrateQueue } from '../../src/platform/queue/postgres.js';
import { findOwed, jobServicesOf } from '../../src/job-services.js';
import { apiOf } from './api.js';
import type { TestDatabase } from './database.js';
import { createIsnad, type TestIsnad, type Person } from './test-runtime.js';
import { folderOf, startProcess, type Started } from './processes.js';
import { startProductHere } from './product-here.js';
import { ratings } from './request-makers.js';

export interface RunningProduct extends TestIsnad {
  /** Over HTTP, to the API that was started last. */
  as: TestIsnad['as'];
  /** Through an API process of one's choice. */
  at(api: StartedApi, person: Person): ReturnType<TestIsnad['as']>;
  startApi(env?: Env): Promise<StartedApi>;
  /** Resolves once it works, or has said something else that is waited for. */
  startWorker(env?: Env, says?: RegExp): Promise<Started>;
  endWorkers(): Promise<void>;
  /** Waits until nothing is owed. */
  work(): Promise<void>;
}

/** The same within this process: see product-here.ts. */
export interface DeskProduct extends TestIsnad {
  apiUrl: string;
}

export interface StartedApi extends Started {
  url: string;
}

type Env = Record<string, string>;

interface Options {
  redisUrl?: string | undefined;
  on?: TestDatabase;
  env?: Env;
  seeded?: boolean;
}

export async function startDeskProduct(options: Pick<Options, 'seeded' | 'env'> = {}): Promise<DeskProduct> {
  const isnad = await createIsnad(options);
  await openWide(isnad);
  const { url: apiUrl, close } = await startProductHere(isnad, options.env);
  return {
    ...isnad,
    apiUrl,
    as: (person) => apiOf(apiUrl).as(isnad.keys[person]),
    work: () => untilNothingIsOwed(isnad),
    close: async () => {
      await close();
      await isnad.close();
    },
  };
}

/** Every rating that the tests name, and no end to what one person may hold. */
async function openWide(isnad: TestIsnad): Promise<void> {
  const published = await isnad.as('admin').post('/v1/ratings', { ratings });
  if (published.status !== 201) throw new Error(published.text);
  await isnad.as('editor').patch('/v1/policies/desk', { wipLimit: 1000 });
}

export async function startRunningProduct({
  redisUrl = '',
  env = {},
  ...options
}: Options = {}): Promise<RunningProduct> {
  const isnad = await createIsnad(options);
  await migrateQueue(isnad.ownerUrl);
  await openWide(isnad);
  const general = {
    DATABASE_URL: isnad.url,
    REDIS_URL: redisUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
    WEBHOOK_ALLOW: '127.0.0.0/8',
    CAPTURE_ALLOW: '127.0.0.0/8',
    // Also of those who reach the database by another way.
    ISNAD_DIR: folderOf(isnad.url),
    ...env,
  };
  const apis: Started[] = [];
  const workers: Started[] = [];
  let latest: StartedApi | undefined;
  const at = (api: StartedApi | undefined, person: Person) => {
    if (!api) throw new Error('no API was started');
    return apiOf(api.url).as(isnad.keys[person]);
  };
  return {
    ...isnad,
    as: (person) => at(latest, person),
    at,
    startApi: async (more) => {
      const api = startProcess('src/server.js', { ...general, ...more });
      apis.push(api);
      const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
      return (latest = { ...api, url });
    },
    startWorker: async (more, says = /"msg":"working"/) => {
      const worker = startProcess('workers/main.js', { ...general, ...more });
      workers.push(worker);
      await worker.says(says);
      return worker;
    },
    endWorkers: () => endAll(workers),
    work: () => untilNothingIsOwed(isnad),
    close: async () => {
      await endAll([...workers, ...apis]);
      await isnad.close();
    },
  };
}

async function endAll(processes: readonly Started[]): Promise<void> {
  await Promise.all(processes.map(({ end }) => end('SIGKILL')));
}

/** What has no place in the feed yet may still owe something. */
async function untilNothingIsOwed({ services, database }: TestIsnad): Promise<void> {
  const jobs = jobServicesOf(services);
  const deadline = Date.now() + 90_000;
  for (;;) {
    const { rowCount } = await database.pool.query('SELECT 1 FROM outbox LIMIT 1');
    // Figures are brought up to date by the sweep, and nothing that is asked of the desk waits for them.
    const owed =
      rowCount === 0 ? (await findOwed(jobs)).filter(({ name }) => name !== 'update-task-spans') : undefined;
    if (owed?.length === 0) return;
    if (Date.now() > deadline) throw new Error(`still owed: ${JSON.stringify(owed?.slice(0, 3))}`);
    await pause(20);
  }
}
