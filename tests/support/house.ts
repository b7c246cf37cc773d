import type { Express } from 'express';
import { system, type Role } from '../../src/access/access.rules.js';
import { createApp } from '../../src/app.js';
import { connectDatabase, type Database } from '../../src/db/client.js';
import type { Store } from '../../src/db/transaction.js';
import { createLog } from '../../src/log.js';
import { createServices, jobServicesOf, operationsOf, type Services } from '../../src/wire.js';
import { apiOf, type Api } from './api.js';
import { createTestDatabase } from './database.js';

/** The whole house on a database of its own, with people of each role at work in it, and no queue. */
export interface House {
  url: string;
  database: Database;
  store: Store;
  services: Services;
  app: Express;
  /** Ref of a member → their key. The refs of the first four are their roles. */
  keys: Record<Person, string>;
  as(person: Person): Api;
  stranger: Api;
  /** Does what the workers would: everything that is owed, until nothing is. */
  work(): Promise<void>;
  close(): Promise<void>;
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

export async function createHouse({ seeded = false } = {}): Promise<House> {
  const { url, drop } = await createTestDatabase({ seeded });
  const database = connectDatabase(url, { connections: 10 });
  const waiting = new Set<() => void>();
  const services = createServices(database, {
    notify: () => {
      for (const wake of [...waiting]) wake();
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      }),
  });
  const app = createApp({
    operations: operationsOf(services),
    authenticate: services.access.authenticate,
    checks: {},
    log: createLog({ level: 'silent', name: 'tests' }),
    checkAnswers: true,
  });
  const keys: Partial<Record<Person, string>> = {};
  for (const [ref, role] of Object.entries(cast)) {
    const member = { ref, kind: 'person' as const, name: `The ${ref}`, role, languages: [], topics: [] };
    await services.access.ensureMember(member, system);
    keys[ref as Person] = (await services.access.createKey({ memberRef: ref, name: 'tests' }, system)).key;
  }
  const api = apiOf(app);
  return {
    url,
    database,
    store: services.store,
    services,
    app,
    keys: keys as House['keys'],
    as: (person) => api.as(keys[person] ?? ''),
    stranger: api.stranger,
    work: () => workOff(services),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

async function workOff(services: Services): Promise<void> {
  const { findOwed, openOwedTask, recordVerdict, askRecheck, checkClock, sumWeek } = jobServicesOf(services);
  for (let owed = await findOwed(); owed.length > 0; owed = await findOwed()) {
    for (const job of owed) {
      if (job.name === 'open-task') await openOwedTask(job.payload.claimId);
      if (job.name === 'record-verdict') await recordVerdict(job.payload.verdictId);
      if (job.name === 'ask-recheck') await askRecheck(job.payload.verdictId);
      if (job.name === 'check-clock') await checkClock(job.payload.taskId);
      if (job.name === 'sum-week') await sumWeek(job.payload.monday);
    }
  }
}
