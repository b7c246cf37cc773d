/** The only place where parts are put together; every process and every test gets them from here. */
import { createAccessService } from './access/access.service.js';
import { keyOperations } from './access/key.routes.js';
import { memberOperations } from './access/member.routes.js';
import { createMemberService } from './access/member.service.js';
import { articleOperations } from './articles/article.routes.js';
import { createArticleService } from './articles/article.service.js';
import { bulkOperations } from './bulk/bulk.routes.js';
import { createBulkService } from './bulk/bulk.service.js';
import { claimOperations } from './claims/claim.routes.js';
import { createClaimService } from './claims/claim.service.js';
import { createAsOfService } from './claims/as-of.service.js';
import { statusOperations } from './claims/status.routes.js';
import { createStatusService } from './claims/status.service.js';
import { createClockService } from './clocks/clock.service.js';
import { policyOperations } from './clocks/policy.routes.js';
import { contactOperations } from './contacts/contact.routes.js';
import { createContactService } from './contacts/contact.service.js';
import { connectDatabase, type Database } from './db/client.js';
import { createSignal, type Signal } from './db/signal.js';
import { createStore } from './db/transaction.js';
import { correctionOperations } from './corrections/correction.routes.js';
import { createCorrectionService } from './corrections/correction.service.js';
import { createDesk } from './desk/desk.service.js';
import type { Env } from './env.js';
import { createHistoryService } from './events/history.service.js';
import { historyOperations } from './events/history.routes.js';
import { evidenceOperations } from './evidence/evidence.routes.js';
import { createEvidenceService } from './evidence/evidence.service.js';
import { feedOperations } from './feed/feed.routes.js';
import { createFeedService } from './feed/feed.service.js';
import { graphOperations } from './graph/graph.routes.js';
import { createGraphService } from './graph/graph.service.js';
import type { Operation } from './http/route.js';
import { instrumentOperations } from './instruments/instrument.routes.js';
import { createInstrumentService } from './instruments/instrument.service.js';
import type { Log } from './log.js';
import { createQueueBackend } from './queue/backend.js';
import { ratingOperations } from './ratings/rating.routes.js';
import { createRatingService } from './ratings/rating.service.js';
import { sourceOperations } from './sources/source.routes.js';
import { createSourceService } from './sources/source.service.js';
import { flowOperations } from './stats/flow.routes.js';
import { createFlowService } from './stats/flow.service.js';
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
  const tasks = createTaskService({ store, claims, desk });
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
    past: createAsOfService({ store, pool: database.pool }),
    flow: createFlowService({ pool: database.pool }),
    evidence: createEvidenceService({ store, claims }),
    contacts: createContactService({ store, claims }),
    graph: createGraphService({ store, claims }),
    tasks,
    bulk: createBulkService({ store, desk, claims, tasks }),
    verdicts: createVerdictService({ store, claims, desk, changed: (ms) => signal.wait(ms) }),
    clocks: createClockService({ store, desk }),
    history: createHistoryService({ store, claims }),
    corrections: createCorrectionService({ store }),
    feed: createFeedService({ store }),
  };
}

/** Every operation of the API. */
export const operationsOf = (services: Services): Operation[] => [
  ...claimOperations(services),
  ...statusOperations(services),
  ...flowOperations(services.flow),
  ...historyOperations(services.history),
  ...taskOperations(services),
  ...bulkOperations(services.bulk),
  ...verdictOperations(services.verdicts),
  ...correctionOperations(services.corrections),
  ...feedOperations(services.feed),
  ...evidenceOperations(services.evidence),
  ...contactOperations(services.contacts),
  ...graphOperations(services.graph),
  ...policyOperations(services.clocks),
  ...articleOperations(services.articles),
  ...sourceOperations(services.sources),
  ...instrumentOperations(services.instruments),
  ...ratingOperations(services.ratings),
  ...memberOperations(services.members),
  ...keyOperations(services.access),
];

/** What the jobs of the workers call. */
export const jobServicesOf = ({ desk, verdicts, tasks, clocks, flow }: Services) => ({
  openOwedTask: (claimId: string) => desk.openOwedTask(claimId),
  recordVerdict: (verdictId: string) => verdicts.record(verdictId),
  askRecheck: (verdictId: string) => verdicts.askRecheck(verdictId),
  checkClock: (taskId: string) => clocks.check(taskId),
  sumWeek: (monday: string) => flow.sumWeek(monday),
  findOwed: async () => [
    ...(await tasks.findOwed()),
    ...(await verdicts.findOwed()),
    ...(await clocks.findOwed()),
    ...(await flow.findOwed()),
  ],
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
