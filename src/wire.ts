/** The only place where parts are put together; every process and every test gets them from here. */
import { createAccessService } from './access/access.service.js';
import { keyOperations } from './access/key.routes.js';
import { memberOperations } from './access/member.routes.js';
import { createMemberService } from './access/member.service.js';
import { articleOperations } from './articles/article.routes.js';
import { createArticleService } from './articles/article.service.js';
import { claimOperations } from './claims/claim.routes.js';
import { createClaimService } from './claims/claim.service.js';
import { statusOperations } from './claims/status.routes.js';
import { createStatusService } from './claims/status.service.js';
import { connectDatabase, type Database } from './db/client.js';
import { createSignal, type Signal } from './db/signal.js';
import { createStore } from './db/transaction.js';
import { createDesk } from './desk/desk.service.js';
import type { Env } from './env.js';
import { createHistoryService } from './events/history.service.js';
import { historyOperations } from './events/history.routes.js';
import { evidenceOperations } from './evidence/evidence.routes.js';
import { createEvidenceService } from './evidence/evidence.service.js';
import type { Operation } from './http/route.js';
import { instrumentOperations } from './instruments/instrument.routes.js';
import { createInstrumentService } from './instruments/instrument.service.js';
import type { Log } from './log.js';
import { createQueueBackend } from './queue/backend.js';
import { ratingOperations } from './ratings/rating.routes.js';
import { createRatingService } from './ratings/rating.service.js';
import { sourceOperations } from './sources/source.routes.js';
import { createSourceService } from './sources/source.service.js';
import { taskOperations } from './tasks/task.routes.js';
import { createTaskService } from './tasks/task.service.js';
import { verdictOperations } from './verdicts/verdict.routes.js';
import { createVerdictService } from './verdicts/verdict.service.js';

export type Services = ReturnType<typeof createServices>;
export type House = ReturnType<typeof wire>;
/** A database address is needed from here on: embedded or given. */
export type Settings = Pick<Env, 'databaseConnections' | 'redisUrl'> & { databaseUrl: string };

/** All use cases over one database; `signal` tells other processes, and those who wait, of each commit. */
export function createServices(database: Database, signal: Pick<Signal, 'notify' | 'wait'>) {
  const store = createStore(database, () => {
    signal.notify();
  });
  const members = createMemberService({ store });
  const desk = createDesk({ store });
  const claims = createClaimService({ store });
  return {
    store,
    members,
    access: createAccessService({ store, members, now: () => new Date() }),
    articles: createArticleService({ store }),
    sources: createSourceService({ store }),
    instruments: createInstrumentService({ store }),
    ratings: createRatingService({ store }),
    desk,
    claims,
    statuses: createStatusService({ pool: database.pool }),
    evidence: createEvidenceService({ store, claims }),
    tasks: createTaskService({ store, claims, desk }),
    verdicts: createVerdictService({ store, claims, desk, changed: (ms) => signal.wait(ms) }),
    history: createHistoryService({ store, claims }),
  };
}

/** Every operation of the API. */
export const operationsOf = (services: Services): Operation[] => [
  ...claimOperations(services),
  ...statusOperations(services.statuses),
  ...historyOperations(services.history),
  ...taskOperations(services),
  ...verdictOperations(services.verdicts),
  ...evidenceOperations(services.evidence),
  ...articleOperations(services.articles),
  ...sourceOperations(services.sources),
  ...instrumentOperations(services.instruments),
  ...ratingOperations(services.ratings),
  ...memberOperations(services.members),
  ...keyOperations(services.access),
];

/** What the jobs of the workers call. */
export const jobServicesOf = ({ desk, verdicts, tasks }: Services) => ({
  openOwedTask: (claimId: string) => desk.openOwedTask(claimId),
  recordVerdict: (verdictId: string) => verdicts.record(verdictId),
  findOwed: () => tasks.findOwed(),
});

/** Connects one process to its database and says where the queue is; nothing is opened before it is used. */
export function wire({ databaseUrl, redisUrl, databaseConnections }: Settings, { log }: { log: Log }) {
  const database = connectDatabase(databaseUrl, { connections: databaseConnections });
  const signal = createSignal({ url: databaseUrl, pool: database.pool, log });
  const backend = createQueueBackend({ redisUrl, databaseUrl, log });
  const services = createServices(database, signal);
  return {
    database,
    signal,
    backend,
    services,
    close: async () => {
      await backend.close();
      await signal.close();
      await database.close();
    },
  };
}
