/** The only place where parts are put together; every process and every test gets them from here. */
import { createAccessService } from './platform/auth/access.service.js';
import { createCredentials } from './platform/auth/credentials.js';
import { createAuthentication } from './platform/auth/authentication.js';
import { createKeyUses } from './platform/auth/key-use.service.js';
import { keyOperations } from './resources/keys/key.routes.js';
import { memberOperations } from './resources/members/member.routes.js';
import { createMemberService } from './resources/members/member.service.js';
import { articleOperations } from './resources/articles/article.routes.js';
import { createArticleService } from './resources/articles/article.service.js';
import { bulkOperations } from './resources/bulk/bulk.routes.js';
import { createBulkService } from './resources/bulk/bulk.service.js';
import { checkpointOperations } from './integrity/checkpoints/checkpoint.routes.js';
import { createCheckpointService } from './integrity/checkpoints/checkpoint.service.js';
import { claimReviewOperations } from './publishing/claimreview.routes.js';
import { createClaimReviewService } from './publishing/claimreview.service.js';
import { unnamedPublisher, type Publisher } from './domain/edition/publisher.js';
import { claimBatchOperations } from './resources/claims/claim-batch.routes.js';
import { createClaimBatches } from './resources/claims/claim-batch.service.js';
import { claimOperations } from './resources/claims/claim.routes.js';
import { createClaimReader } from './resources/claims/claim-reader.service.js';
import { createClaimService } from './resources/claims/claim.service.js';
import { createAsOfService } from './resources/claims/as-of.service.js';
import { statusOperations } from './resources/statuses/status.routes.js';
import { createStatusService } from './resources/statuses/status.service.js';
import { createClockService } from './resources/policies/clock.service.js';
import { policyOperations } from './resources/policies/policy.routes.js';
import { contactOperations } from './resources/contacts/contact.routes.js';
import { createContactService } from './resources/contacts/contact.service.js';
import { createThrottledWarning, type WarnThrottled } from './platform/throttled-warning.js';
import { connectDatabase, type Database } from './platform/db/client.js';
import { createSignal, type Signal } from './platform/db/commit-signal.js';
import { createStore } from './platform/db/transaction.js';
import { correctionOperations } from './resources/corrections/correction.routes.js';
import { createCorrectionService } from './resources/corrections/correction.service.js';
import { createDesk } from './workflow/workflow.service.js';
import { readEnv, type AccessSettings, type Env } from './platform/config/settings.js';
import { createHistoryService } from './resources/claims/history.service.js';
import { historyOperations } from './resources/claims/history.routes.js';
import { captureOperations } from './resources/evidence/capture.routes.js';
import { createCaptureService } from './capture/capture.service.js';
import { evidenceOperations } from './resources/evidence/evidence.routes.js';
import { createEvidenceService } from './resources/evidence/evidence.service.js';
import { createExportService } from './integrity/exports/export.service.js';
import { openPageStore, type EvidenceSettings } from './capture/open-page-store.js';
import { feedOperations } from './delivery/feed/feed.routes.js';
import { createFeedService } from './delivery/feed/feed.service.js';
import { createTail } from './delivery/feed/tail.js';
import { graphOperations } from './resources/graph/graph.routes.js';
import { createGraphService } from './resources/graph/graph.service.js';
import type { Operation } from './platform/http/route.js';
import { importOperations } from './resources/import/import.routes.js';
import { createImportService } from './resources/import/import.service.js';
import { instrumentOperations } from './resources/instruments/instrument.routes.js';
import { createInstrumentService } from './resources/instruments/instrument.service.js';
import type { Log } from './platform/log.js';
import { matchOperations } from './language/match.routes.js';
import { createMatchService } from './language/match.service.js';
import { createQueueBackend } from './platform/queue/backend.js';
import { createOutbound, type Outbound } from './platform/outbound/outbound.js';
import { ratingOperations } from './resources/ratings/rating.routes.js';
import { createRatingService } from './resources/ratings/rating.service.js';
import { createSafeWrites } from './platform/idempotency/write.service.js';
import { sourceOperations } from './resources/sources/source.routes.js';
import { createSourceService } from './resources/sources/source.service.js';
import { flowOperations } from './resources/stats/flow.routes.js';
import { createFlowService } from './resources/stats/flow.service.js';
import { syndicationOperations } from './publishing/feeds/syndication.routes.js';
import { taskOperations } from './resources/tasks/task.routes.js';
import { createTaskService } from './resources/tasks/task.service.js';
import type { Trace } from './platform/tracing/trace.js';
import { verdictOperations } from './resources/verdicts/verdict.routes.js';
import { createVerdictReader } from './resources/verdicts/verdict-reader.service.js';
import { createVerdictService } from './resources/verdicts/verdict.service.js';
import { createDeliveryService } from './delivery/webhooks/delivery.service.js';
import { createDeliveryLog } from './delivery/webhooks/delivery-log.service.js';
import { webhookOperations } from './delivery/webhooks/webhook.routes.js';
import { createWebhookService } from './delivery/webhooks/webhook.service.js';

export type Services = ReturnType<typeof createServices>;
export type Runtime = ReturnType<typeof createRuntime>;
/** A database address is needed from here on: embedded or given. */
export type Settings = Pick<Env, 'databaseConnections' | 'redisUrl' | 'outboundAllow' | 'evidence'> &
  Partial<Pick<Env, 'checkpointDir' | 'publisher'>> & {
    databaseUrl: string;
    access?: AccessSettings;
  };

/** What differs from one process to the next, or is left out in tests. */
interface Options {
  outbound?: Outbound;
  /** Without a folder for checkpoints none are signed. */
  checkpointDir?: string | undefined;
  /** How captured pages are kept. */
  evidence?: EvidenceSettings;
  /** How long what is kept for a while is kept. */
  keeping?: Pick<AccessSettings, 'safeWriteDays' | 'keyUseDays'>;
  publisher?: Publisher | undefined;
  warn?: WarnThrottled;
  trace?: Trace | undefined;
}

/** All use cases over one database; `signal` tells other processes, and those who wait, of each commit. */
export function createServices(
  database: Database,
  signal: Pick<Signal, 'notify' | 'wait' | 'subscribe'>,
  {
    outbound = createOutbound(),
    checkpointDir,
    evidence = readEnv({}).evidence,
    keeping: { safeWriteDays, keyUseDays } = { safeWriteDays: 7, keyUseDays: 90 },
    publisher = unnamedPublisher,
    warn = () => undefined,
    trace,
  }: Options = {},
) {
  const { pool } = database;
  const credentials = createCredentials({ pool });
  const changed = (): void => {
    credentials.forget();
    signal.notify();
  };
  const store = createStore(database, changed, trace);
  signal.subscribe(credentials.forget);
  const tail = createTail({ pool, signal });
  const members = createMemberService({ store });
  const keyUses = createKeyUses({ store, days: keyUseDays, warn });
  const desk = createDesk({ store });
  const claims = createClaimService({ store });
  const tasks = createTaskService({ store, pool, claims, desk });
  const claimReviews = createClaimReviewService({ store, publisher });
  const webhooks = createWebhookService({ store, outbound });
  return {
    store,
    tail,
    members,
    keyUses,
    access: createAccessService({ store, members, credentials, uses: keyUses, now: () => new Date() }),
    safeWrites: createSafeWrites({ store, days: safeWriteDays, warn }),
    articles: createArticleService({ store }),
    sources: createSourceService({ store }),
    instruments: createInstrumentService({ store }),
    ratings: createRatingService({ store }),
    desk,
    claims,
    claimReader: createClaimReader({ db: store.db, pool }),
    claimBatches: createClaimBatches({ claims }),
    statuses: createStatusService({ pool }),
    past: createAsOfService({ store, pool }),
    flow: createFlowService({ pool }),
    evidence: createEvidenceService({ store, claims }),
    captures: createCaptureService({
      store,
      outbound,
      pages: openPageStore(evidence),
      maxBytes: evidence.maxBytes,
      changed: (ms) => signal.wait(ms),
    }),
    contacts: createContactService({ store, claims }),
    graph: createGraphService({ store, claims }),
    tasks,
    bulk: createBulkService({ store, desk, claims, tasks }),
    verdicts: createVerdictService({ store, desk, changed: (ms) => signal.wait(ms) }),
    verdictReader: createVerdictReader({ pool }),
    clocks: createClockService({ store, desk }),
    history: createHistoryService({ store, claims }),
    corrections: createCorrectionService({ store }),
    checkpoints: createCheckpointService({ store, pool, dir: checkpointDir }),
    exports: createExportService({ pool, claims }),
    feed: createFeedService({ store, pool, tail }),
    outbound,
    claimReviews,
    imports: createImportService({ store }),
    matching: createMatchService({ store, claims, claimReviews }),
    webhooks,
    deliveryLog: createDeliveryLog({ store, webhooks, outbound }),
    deliveries: createDeliveryService({ store, outbound }),
  };
}

/** Every operation of the API. */
export const operationsOf = (services: Services): Operation[] => [
  ...claimOperations(services),
  ...claimBatchOperations(services.claimBatches),
  ...statusOperations(services),
  ...flowOperations(services.flow),
  ...historyOperations(services.history),
  ...taskOperations(services),
  ...bulkOperations(services.bulk),
  ...verdictOperations(services),
  ...correctionOperations(services.corrections),
  ...checkpointOperations(services.checkpoints),
  ...feedOperations(services.feed),
  ...claimReviewOperations(services.claimReviews),
  ...syndicationOperations(services.claimReviews),
  ...matchOperations(services.matching),
  ...importOperations(services.imports),
  ...evidenceOperations(services.evidence),
  ...captureOperations(services.captures),
  ...contactOperations(services.contacts),
  ...graphOperations(services.graph),
  ...policyOperations(services.clocks),
  ...articleOperations(services.articles),
  ...sourceOperations(services.sources),
  ...instrumentOperations(services.instruments),
  ...ratingOperations(services.ratings),
  ...memberOperations(services.members),
  ...keyOperations({ access: services.access, uses: services.keyUses }),
  ...webhookOperations(services),
];

/** What the jobs of the workers call. */
export const jobServicesOf = ({
  desk,
  verdicts,
  captures,
  tasks,
  clocks,
  flow,
  checkpoints,
  deliveries,
  safeWrites,
  keyUses,
}: Services) => ({
  openOwedTask: (claimId: string) => desk.openOwedTask(claimId),
  recordVerdict: (verdictId: string) => verdicts.record(verdictId),
  captureEvidence: (evidenceId: string) => captures.capture(evidenceId),
  findDueCaptures: (limit: number) => captures.findOwed(limit),
  askRecheck: (verdictId: string) => verdicts.askRecheck(verdictId),
  checkClock: (taskId: string) => clocks.check(taskId),
  signDailyCheckpoint: (until?: AbortSignal) => checkpoints.signDaily(until),
  deliver: deliveries.deliver,
  findOwedRuns: deliveries.findOwedRuns,
  updateTaskSpans: () => flow.updateTaskSpans(),
  sumWeek: (monday: string) => flow.sumWeek(monday),
  findOwed: async () => [
    ...(await tasks.findOwed()),
    ...(await verdicts.findOwed()),
    ...(await captures.findOwed()),
    ...(await clocks.findOwed()),
    ...(await checkpoints.findOwed()),
    ...(await deliveries.findOwed()),
    ...(await flow.findOwed()),
  ],
  forgetOld: async () => {
    await safeWrites.forget();
    await keyUses.forget();
  },
});

/** Connects one process to its database and says where the queue is; nothing is opened before it is used. */
export function createRuntime(
  {
    databaseUrl,
    redisUrl,
    databaseConnections,
    outboundAllow,
    checkpointDir,
    evidence,
    publisher,
    access = readEnv({}).access,
  }: Settings,
  { log, trace }: { log: Log; trace?: Trace | undefined },
) {
  const warn = createThrottledWarning(log);
  const database = connectDatabase(databaseUrl, { connections: databaseConnections });
  const signal = createSignal({ url: databaseUrl, pool: database.pool, log });
  const backend = createQueueBackend({ redisUrl, databaseUrl, log });
  const outbound = createOutbound({ allow: outboundAllow, trace });
  const services = createServices(database, signal, {
    outbound,
    evidence,
    checkpointDir,
    publisher,
    keeping: access,
    warn,
    trace,
  });
  return {
    trace,
    database,
    signal,
    backend,
    services,
    authentication: createAuthentication({ services, database, redisUrl, settings: access, warn }),
    close: async () => {
      services.tail.close();
      await backend.close();
      await signal.close();
      await database.close();
      await trace?.close();
    },
  };
}
