/** The only place where parts are put together; every process and every test gets them from here. */
import { createCaptureService } from './capture/capture.service.js';
import { openPageStore } from './capture/open-page-store.js';
import { createFeed } from './delivery/feed/feed.feature.js';
import { createWebhooks } from './delivery/webhooks/webhook.feature.js';
import type { Publisher } from './domain/publication/publisher.js';
import { createCheckpoints } from './integrity/checkpoints/checkpoint.feature.js';
import { createExportService } from './integrity/exports/export.service.js';
import type { KnownJob, Payload } from './jobs.js';
import { createMatching } from './language/match.feature.js';
import { defaults } from './platform/config/defaults.js';
import { createKeyAuthentication } from './platform/auth/authenticate-key.js';
import { createAuthentication } from './platform/auth/authentication.js';
import { createCredentials } from './platform/auth/credentials.js';
import { createRightsWatch } from './platform/auth/rights-watch.js';
import { createTokenVerifier } from './platform/auth/token-verifier.js';
import { readEnv, type AccessSettings, type Env, type EvidenceSettings } from './platform/config/env.js';
import { connectDatabase, type Database } from './platform/db/client.js';
import { createSignal, type Signal } from './platform/db/commit-signal.js';
import { createStore } from './platform/db/transaction.js';
import type { Feature } from './platform/feature.js';
import type { Operation } from './platform/http/route.js';
import { createSafeWrites } from './platform/idempotency/write.service.js';
import type { Log } from './platform/log.js';
import { createOutbound, type Outbound } from './platform/outbound/outbound.js';
import type { Job } from './platform/queue/job.js';
import { createQueueBackend } from './platform/queue/backend.js';
import { createSecretBox, type SecretBox } from './platform/secrets/secret-box.js';
import { createThrottledWarning, type WarnThrottled } from './platform/throttled-warning.js';
import type { Trace } from './platform/tracing/trace.js';
import { createPublishing } from './publishing/publishing.feature.js';
import { createArticles } from './resources/articles/article.feature.js';
import { createBulk } from './resources/bulk/bulk.feature.js';
import { createClaims } from './resources/claims/claim.feature.js';
import { createContacts } from './resources/contacts/contact.feature.js';
import { createCorrections } from './resources/corrections/correction.feature.js';
import { createEditions } from './resources/editions/edition.feature.js';
import { createEvidence } from './resources/evidence/evidence.feature.js';
import { createGraph } from './resources/graph/graph.feature.js';
import { createImports } from './resources/imports/import.feature.js';
import { createInstruments } from './resources/instruments/instrument.feature.js';
import { createKeys } from './resources/keys/key.feature.js';
import { createMembers } from './resources/members/member.feature.js';
import { createSignIn, isToken } from './resources/members/sign-in.service.js';
import { createPolicies } from './resources/policies/policy.feature.js';
import { createPrivileged } from './resources/privileged-changes/privileged-change.feature.js';
import { confirmedChanges } from './confirmed-changes.js';
import { createRatings } from './resources/ratings/rating.feature.js';
import { createSources } from './resources/sources/source.feature.js';
import { createFlow } from './resources/stats/flow.feature.js';
import { createStatuses } from './resources/statuses/status.feature.js';
import { createTasks } from './resources/tasks/task.feature.js';
import { createVerdicts } from './resources/verdicts/verdict.feature.js';
import { createDesk } from './workflow/workflow.service.js';

export type Services = ReturnType<typeof createServices>;
export type Runtime = ReturnType<typeof createRuntime>;
/** A database address is needed from here on: embedded or given. */
export type Settings = Pick<Env, 'databaseConnections' | 'redisUrl' | 'allow' | 'evidence'> &
  Partial<Pick<Env, 'checkpointDir' | 'publisher'>> & {
    databaseUrl: string;
    /** Called when a secret is first kept or read. */
    readSecretsKey: () => Buffer;
    access?: AccessSettings;
  };

/** What differs from one process to the next, or is left out in tests. */
interface Options {
  /** What each calls out through: what one may reach is nothing to the other. */
  outbound?: { webhooks: Outbound; captures: Outbound };
  /** Without them no webhook can be made. */
  secrets?: SecretBox;
  /** Without a folder for checkpoints none are signed. */
  checkpointDir?: string | undefined;
  /** How captured pages are kept. */
  evidence?: EvidenceSettings;
  /** How long what is kept for a while is kept. */
  keeping?: Pick<AccessSettings, 'safeWriteDays' | 'keyUseDays'>;
  streamsPerKey?: number;
  publisher?: Publisher | undefined;
  warn?: WarnThrottled;
  trace?: Trace | undefined;
}

const noSecretsKey = (): never => {
  throw new Error('a key to keep secrets under was left out');
};

/** All use cases over one database; `signal` tells other processes, and those who wait, of each commit. */
export function createServices(
  database: Database,
  signal: Pick<Signal, 'notify' | 'wait' | 'subscribe'>,
  {
    outbound = { webhooks: createOutbound(), captures: createOutbound() },
    secrets = createSecretBox(noSecretsKey),
    checkpointDir,
    evidence: evidenceSettings = readEnv({}).evidence,
    keeping: { safeWriteDays, keyUseDays } = defaults,
    streamsPerKey = defaults.streamsPerKey,
    publisher = readEnv({}).publisher,
    warn = () => undefined,
    trace,
  }: Options = {},
) {
  const { pool } = database;
  const credentials = createCredentials({ pool });
  const committed = (): void => {
    credentials.forget();
    signal.notify();
  };
  const changed = (ms: number): Promise<void> => signal.wait(ms);
  const store = createStore(database, committed, trace);
  signal.subscribe(credentials.forget);

  const desk = createDesk({ store });
  const captures = createCaptureService({
    store,
    outbound: outbound.captures,
    pages: openPageStore(evidenceSettings),
    maxBytes: evidenceSettings.maxBytes,
    changed,
  });

  const claims = createClaims({
    store,
    pool,
    desk,
    readStatus: (id) => statuses.service.read(id),
    findTwins: (entered) => matching.service.findTwins(entered),
  });
  const feed = createFeed({ store, pool, signal, streamsPerKey });
  const statuses = createStatuses({
    pool,
    tail: feed.tail,
    readPast: (id, asOf) => claims.past.readStatus(id, asOf),
  });
  const flow = createFlow({ pool });
  const tasks = createTasks({ store, pool, desk });
  const bulk = createBulk({ store, desk });
  const verdicts = createVerdicts({ store, pool, desk, changed });
  const editions = createEditions({ store, desk });
  const corrections = createCorrections({ store, pool });
  const checkpoints = createCheckpoints({ store, pool, dir: checkpointDir });
  const publishing = createPublishing({ store, publisher });
  const matching = createMatching({ store, ownReviews: publishing.service });
  const imports = createImports({ store });
  const evidence = createEvidence({ pool, desk, captures });
  const contacts = createContacts({ pool, desk });
  const graph = createGraph({ store });
  const policies = createPolicies({ store, desk });
  const articles = createArticles({ store, pool });
  const sources = createSources({ store, pool });
  const instruments = createInstruments({ store, pool });
  const ratings = createRatings({ store });
  const members = createMembers({ store, pool });
  const keys = createKeys({
    store,
    pool,
    findMember: (id) => members.service.find(id),
    useDays: keyUseDays,
    warn,
  });
  const privileged = createPrivileged({
    store,
    pool,
    apply: confirmedChanges({ members: members.service.confirmed, keys: keys.service.confirmed }),
  });
  const webhooks = createWebhooks({ store, pool, outbound: outbound.webhooks, secrets });
  const safeWrites = createSafeWrites({ store, days: safeWriteDays, warn });

  /** In the order in which the API is described. */
  const features: readonly Feature[] = [
    claims,
    statuses,
    flow,
    tasks,
    bulk,
    verdicts,
    editions,
    corrections,
    checkpoints,
    feed,
    publishing,
    matching,
    imports,
    evidence,
    contacts,
    graph,
    policies,
    articles,
    sources,
    instruments,
    ratings,
    members,
    keys,
    privileged,
    webhooks,
    { deleteOld: () => safeWrites.forget() },
  ];

  return {
    store,
    features,
    desk,
    safeWrites,
    tail: feed.tail,
    feed: feed.service,
    claims: claims.service,
    claimBatches: claims.batches,
    statuses: statuses.service,
    flow: flow.service,
    tasks: tasks.service,
    verdicts: verdicts.service,
    editions: editions.service,
    checkpoints: checkpoints.service,
    exports: createExportService({ pool, db: store.db }),
    evidence: evidence.service,
    captures,
    clocks: policies.service,
    articles: articles.service,
    sources: sources.service,
    instruments: instruments.service,
    ratings: ratings.service,
    imports: imports.service,
    corrections: corrections.service,
    members: members.service,
    keys: keys.service,
    privileged: privileged.service,
    keyUses: keys.uses,
    authenticateKey: createKeyAuthentication({ credentials, uses: keys.uses }),
    watchRights: createRightsWatch({ pool, forget: credentials.forget }),
    webhooks: webhooks.service,
    deliveries: webhooks.deliveries,
  };
}

/** Every operation of the API. */
export const operationsOf = ({ features }: Pick<Services, 'features'>): Operation[] =>
  features.flatMap(({ operations = [] }) => operations);

/** What the jobs of the workers call. */
export const jobServicesOf = ({
  features,
  desk,
  captures,
  clocks,
  flow,
  checkpoints,
  deliveries,
  privileged,
  editions,
}: Services) => ({
  lapsePrivilegedChange: (changeId: string) => privileged.lapse(changeId),
  openOwedTask: (claimId: string) => desk.openOwedTask(claimId),
  recordVerdict: (verdictId: string) => desk.recordVerdict(verdictId),
  captureEvidence: (evidenceId: string) => captures.capture(evidenceId),
  findDueCaptures: (limit: number) => captures.findOwed(limit),
  askRecheck: (verdictId: string) => desk.askRecheck(verdictId),
  checkGlassBreak: (verdictId: string) => desk.checkGlassBreak(verdictId),
  compareEditions: (changed: Payload<'compare-edition'>) => editions.compareEditions(changed),
  checkClock: (taskId: string) => clocks.check(taskId),
  signDailyCheckpoint: (until?: AbortSignal) => checkpoints.signDaily(until),
  deliver: deliveries.deliver,
  findOwedRuns: deliveries.findOwedRuns,
  updateTaskSpans: () => flow.updateTaskSpans(),
  sumWeek: (monday: string) => flow.sumWeek(monday),
  findOwed: async (): Promise<KnownJob[]> => {
    const owed: Job[] = [];
    for (const { findOwed } of features) owed.push(...((await findOwed?.()) ?? []));
    return owed as KnownJob[];
  },
  deleteOld: async () => {
    for (const { deleteOld } of features) await deleteOld?.();
  },
});

/** Connects one process to its database and says where the queue is; nothing is opened before it is used. */
export function createRuntime(
  {
    databaseUrl,
    redisUrl,
    databaseConnections,
    allow,
    readSecretsKey,
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
  const services = createServices(database, signal, {
    outbound: {
      webhooks: createOutbound({ allow: allow.webhooks, trace }),
      captures: createOutbound({ allow: allow.captures, trace }),
    },
    secrets: createSecretBox(readSecretsKey),
    evidence,
    checkpointDir,
    publisher,
    keeping: access,
    streamsPerKey: access.streamsPerKey,
    warn,
    trace,
  });
  const { oidc, limits, proxies } = access;
  const identify =
    oidc &&
    createSignIn({
      store: services.store,
      members: services.members,
      uses: services.keyUses,
      verify: createTokenVerifier(oidc, { warn }),
      refused: (why) => {
        log.info(why, 'a sign-in was refused');
      },
      strangers: oidc.strangers,
    });
  return {
    trace,
    database,
    signal,
    backend,
    services,
    authentication: createAuthentication({
      byKey: services.authenticateKey,
      byToken: identify && { isToken, identify },
      watchRights: services.watchRights,
      writeKeyUses: () => services.keyUses.write(),
      database,
      redisUrl,
      limits,
      proxies,
      warn,
    }),
    close: async () => {
      services.tail.close();
      await backend.close();
      await signal.close();
      await database.close();
      await trace?.close();
    },
  };
}
