import type { Express } from 'express';
import { system } from '../../src/access/access.rules.js';
import type { Role } from '../../src/access/access.rules.js';
import { createAccessService } from '../../src/access/access.service.js';
import { keyOperations } from '../../src/access/key.routes.js';
import { memberOperations } from '../../src/access/member.routes.js';
import { createMemberService } from '../../src/access/member.service.js';
import { createApp } from '../../src/app.js';
import { articleOperations } from '../../src/articles/article.routes.js';
import { createArticleService } from '../../src/articles/article.service.js';
import { connectDatabase } from '../../src/db/client.js';
import { createStore } from '../../src/db/transaction.js';
import type { Store } from '../../src/db/transaction.js';
import { instrumentOperations } from '../../src/instruments/instrument.routes.js';
import { createInstrumentService } from '../../src/instruments/instrument.service.js';
import { createLog } from '../../src/log.js';
import { ratingOperations } from '../../src/ratings/rating.routes.js';
import { createRatingService } from '../../src/ratings/rating.service.js';
import { sourceOperations } from '../../src/sources/source.routes.js';
import { createSourceService } from '../../src/sources/source.service.js';
import { apiOf } from './api.js';
import type { Api } from './api.js';
import { createTestDatabase } from './database.js';

/** The whole house on a database of its own, with one person of each role at work in it. */
export interface House {
  url: string;
  store: Store;
  app: Express;
  /** Role → a key of its person, whose ref is the role's name. */
  keys: Record<Role, string>;
  as(role: Role): Api;
  stranger: Api;
  close(): Promise<void>;
}

export async function createHouse({ seeded = false } = {}): Promise<House> {
  const { url, drop } = await createTestDatabase({ seeded });
  const database = connectDatabase(url, { connections: 5 });
  const store = createStore(database);
  const { app, access } = wire(store);
  const admit = async (role: Role): Promise<string> => {
    const member = {
      ref: role,
      kind: 'person' as const,
      name: `The ${role}`,
      role,
      languages: [],
      topics: [],
    };
    await access.ensureMember(member, system);
    return (await access.createKey({ memberRef: role, name: 'tests' }, system)).key;
  };
  const keys = {
    reader: await admit('reader'),
    checker: await admit('checker'),
    editor: await admit('editor'),
    admin: await admit('admin'),
  };
  const api = apiOf(app);
  return {
    url,
    store,
    app,
    keys,
    as: (role) => api.as(keys[role]),
    stranger: api.stranger,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

function wire(store: Store) {
  const members = createMemberService({ store });
  const access = createAccessService({ store, members, now: () => new Date() });
  const app = createApp({
    operations: [
      ...memberOperations(members),
      ...keyOperations(access),
      ...articleOperations(createArticleService({ store })),
      ...sourceOperations(createSourceService({ store })),
      ...instrumentOperations(createInstrumentService({ store })),
      ...ratingOperations(createRatingService({ store })),
    ],
    authenticate: access.authenticate,
    checks: {},
    log: createLog({ level: 'silent', name: 'tests' }),
    checkAnswers: true,
  });
  return { app, access };
}
