import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { operator, type Role } from '../../src/domain/access/rules.js';
import { createApp } from '../../src/app.js';
import type { Installation } from '../../src/integrity/adoption/adoption.service.js';
import type { WhyRefused } from '../../src/resources/members/sign-in.service.js';
import { sequence } from '../../src/delivery/feed/relay.js';
import type { OidcSettings } from '../../src/platform/config/env.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import type { Store } from '../../src/platform/db/transaction.js';
import { safely } from '../../src/platform/http/idempotency.js';
import type { Publisher } from '../../src/domain/publishing/publisher.js';
import { deskRoutes } from '../../src/platform/http/desk/desk.routes.js';
import { createLog } from '../../src/platform/log.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { readAllowance } from '../../src/domain/access/allowance.js';
import { CallFailure } from '../../src/platform/outbound/failure.js';
import { createOutbound, type Outbound } from '../../src/platform/outbound/outbound.js';
import { readMadeIds } from '../../src/reference/examples/made-ids.queries.js';
import { findOwed, jobServicesOf } from '../../src/job-services.js';
import { publicRoutesOf } from '../../src/public.routes.js';
import { createServices, operationsOf, type Services } from '../../src/runtime.js';
import { apiOf, stopListening, type Api } from './api.js';
import { createFilledDatabase, type TestDatabase } from './database.js';
import { testSecrets } from './secrets.js';
import { deafSignal } from './silent-signal.js';

/** The whole house on a database of its own, with people of each role at work in it, and no queue. */
export interface TestIsnad {
  /** Of the database, as the application; `ownerUrl` as the owner of its tables. */
  url: string;
  ownerUrl: string;
  /** For what a test changes behind the application's back. */
  owner: pg.Pool;
  /** Where captured pages are. */
  dir: string;
  database: Database;
  store: Store;
  services: Services;
  app: RequestListener;
  /** Ref of a member → their key. The refs of the first four are their roles. */
  keys: Record<Person, string>;
  as(person: Person): Api;
  stranger: Api;
  /** Gives committed events their place in the feed, as the relay would. */
  relay(): Promise<void>;
  /** Does what the workers would: everything that is owed, until nothing is. */
  work(): Promise<void>;
  close: () => Promise<void>;
}

const cast = {
  reader: 'reader',
  checker: 'checker',
  editor: 'editor',
  admin: 'admin',
  checker2: 'checker',
  editor2: 'editor',
} as const satisfies Record<string, Role>;
export type Person = keyof typeof cast;

interface IsnadOptions {
  seeded?: boolean;
  /** What it calls out through. Without one it stands where there is no network but its own. */
  outbound?: Outbound;
  /** What pages are captured through, where it is not the same. */
  captures?: Outbound;
  maxBytes?: number;
  /** For whom it works; without it, everybody is called. */
  installation?: Installation;
  /** Whether everybody may read what is published. */
  publicReading?: boolean;
  /** Who publishes it. */
  publisher?: Publisher;
  /** Whether the desk is served, as it was built last. */
  desk?: boolean;
  /** The identity provider, and what is called when it lets somebody not in. */
  oidc?: OidcSettings | undefined;
  signInRefused?: (why: WhyRefused) => void;
  /** A migrated database to live in; without one it makes its own. */
  on?: TestDatabase;
}

export async function createIsnad({
  seeded = false,
  outbound = noNetwork(),
  captures = outbound,
  maxBytes = 1_000_000,
  installation,
  publicReading = true,
  publisher,
  desk = false,
  oidc,
  signInRefused = () => undefined,
  on,
}: IsnadOptions = {}): Promise<TestIsnad> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-evidence-'));
  const { url, ownerUrl, drop, told } = on
    ? { ...on, told: undefined }
    : await createFilledDatabase({ kind: 'peopled', seeded }, hire);
  const database = connectDatabase(url, { connections: 10 });
  const owner = new pg.Pool({ connectionString: ownerUrl, options: '-c timezone=UTC', max: 3 });
  owner.on('error', () => undefined);
  const waiting = new Set<() => void>();
  const signal = {
    notify: () => {
      for (const wake of [...waiting]) wake();
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      }),
    subscribe: (listener: () => void) => {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
  };
  const services = createServices(database, signal, {
    outbound: { webhooks: outbound, captures },
    secrets: testSecrets,
    evidence: { dir, maxBytes, s3: undefined },
    checkpointDir: checkpointsOf(dir),
    installation,
    publisher,
    oidc,
    signInRefused,
  });
  const app = createApp({
    operations: operationsOf(services),
    authenticate: services.authenticateKey,
    authenticateSession: services.authenticateSession,
    watchRights: services.watchRights,
    around: safely(services.safeWrites),
    publicRoutes: [
      ...publicRoutesOf({ publicReading, checkpointDir: checkpointsOf(dir) }, services.publishing, {}),
      ...(desk ? [deskRoutes(join(projectRoot, 'dist', 'web'))] : []),
    ],
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
    readMadeIds: () => readMadeIds(database.pool),
    checkAnswers: true,
  });
  const keys = JSON.parse(told ?? (await hire(database))) as TestIsnad['keys'];
  const api = apiOf(app);
  return {
    url,
    ownerUrl,
    owner,
    dir,
    database,
    store: services.store,
    services,
    app,
    keys,
    as: (person) => api.as(keys[person]),
    stranger: api.stranger,
    relay: () => relay(services),
    work: () => workOff(services),
    close: async () => {
      stopListening(app);
      services.tail.close();
      await database.close();
      await owner.end();
      await drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Each of the cast, with a key; gives the keys. */
async function hire(database: Database): Promise<string> {
  const services = createServices(database, deafSignal, { secrets: testSecrets });
  const keys: Partial<Record<Person, string>> = {};
  for (const [ref, role] of Object.entries(cast)) {
    const member = { ref, kind: 'person' as const, name: `The ${ref}`, role, languages: [], topics: [] };
    await services.members.ensure(member, operator);
    keys[ref as Person] = (await services.keys.createKey({ memberRef: ref, name: 'tests' }, operator)).key;
  }
  services.tail.close();
  return JSON.stringify(keys);
}

/** Knows no names: no test asks DNS, and none waits for it. */
export const findNobody = (): Promise<never> =>
  Promise.reject(new CallFailure('unknown_host', 'There is no network here.'));

/** Calls receivers on loopback. */
const noNetwork = (): Outbound =>
  createOutbound({
    allow: [readAllowance('127.0.0.0/8')].filter((one) => one !== undefined),
    resolve: findNobody,
  });

/** Where the checkpoints of such a house are, once a notary has signed some. */
export const checkpointsOf = (dir: string): string => join(dir, 'checkpoints');

async function relay({ store }: Services): Promise<void> {
  while ((await sequence(store)) === 'moved');
}

async function workOff(services: Services): Promise<void> {
  const jobs = jobServicesOf(services);
  const { openTask, recordVerdict, captureEvidence, askRecheck, checkGlassBreak, checkClock, deliver } = jobs;
  const findOwedAfterRelay = async () => {
    await relay(services);
    // These are done by the tests that are about them: they would be one more event for all the others.
    return (await findOwed(jobs)).filter(
      ({ name }) => name !== 'sign-checkpoint' && name !== 'compare-edition',
    );
  };
  for (let owed = await findOwedAfterRelay(); owed.length > 0; owed = await findOwedAfterRelay()) {
    for (const job of owed) {
      if (job.name === 'open-task') await openTask(job.payload.claimId);
      if (job.name === 'record-verdict') await recordVerdict(job.payload.verdictId);
      if (job.name === 'capture-evidence') await captureEvidence(job.payload.evidenceId);
      if (job.name === 'ask-recheck') await askRecheck(job.payload.verdictId);
      if (job.name === 'check-glass-break') await checkGlassBreak(job.payload.verdictId);
      if (job.name === 'check-clock') await checkClock(job.payload.taskId);
      if (job.name === 'deliver-webhook') await deliver(job.payload.webhookId, neverHalted);
      if (job.name === 'update-task-spans') await jobs.updateTaskSpans();
      if (job.name === 'remove-erased-files') await jobs.removeErasedFiles(job.payload.erasureId);
      if (job.name === 'lapse-privileged-change') await jobs.lapsePrivilegedChange(job.payload.changeId);
      if (job.name === 'sum-week') await jobs.sumWeek(job.payload.monday);
    }
  }
}

const never = new AbortController().signal;
const neverHalted = { stop: never, cut: never };
