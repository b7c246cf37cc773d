/** The only place where the parts are put together: the list of features. Every process and every test gets them from here. */
import { createCaptureService } from './capture/capture.service.js';
import { folderUserOf } from './capture/folder-users.js';
import { createStrayRemoval } from './capture/remove-strays.js';
import { openPageStore } from './capture/open-page-store.js';
import { createFeed } from './delivery/feed/feed.feature.js';
import { createWebhooks } from './delivery/webhooks/webhook.feature.js';
import { logName } from './domain/merkle/signed-note.js';
import type { Publisher } from './domain/publishing/publisher.js';
import { createAdoption, type Installation } from './integrity/adoption/adoption.service.js';
import { attestThrough } from './integrity/checkpoints/attest-checkpoint.js';
import { createCheckpoints } from './integrity/checkpoints/checkpoint.feature.js';
import { createExportService } from './integrity/exports/export.service.js';
import { createVerifyService } from './integrity/verify/verify.service.js';
import { createMatching } from './language/match.feature.js';
import { defaults } from './platform/config/defaults.js';
import { createIdentityProvider } from './platform/auth/identity-provider.js';
import { createKeyAuthentication } from './platform/auth/authenticate-key.js';
import { createSessionAuthentication } from './platform/auth/authenticate-session.js';
import { findCredentials, findSessions } from './platform/auth/credential.queries.js';
import { createCredentials } from './platform/auth/credentials.js';
import { createRightsWatch } from './platform/auth/rights-watch.js';
import {
  readEnv,
  type AccessSettings,
  type EvidenceSettings,
  type SigningSettings,
} from './platform/config/env.js';
import type { Database } from './platform/db/client.js';
import type { Scope, Signal } from './platform/db/commit-signal.js';
import { createStore } from './platform/db/transaction.js';
import type { Feature } from './platform/feature.js';
import type { Operation } from './platform/http/route.js';
import { createSafeWrites } from './platform/idempotency/write.service.js';
import { createOutbound, type Outbound } from './platform/outbound/outbound.js';
import { writeEventsUnder } from './platform/secrets/event-mac.js';
import { createSecretBox, type SecretBox } from './platform/secrets/secret-box.js';
import type { WarnThrottled } from './platform/throttled-warning.js';
import type { Trace } from './platform/tracing/trace.js';
import { createPublishing } from './publishing/publishing.feature.js';
import { createArticles } from './resources/articles/article.feature.js';
import { createBulk } from './resources/bulk/bulk.feature.js';
import { createClaims } from './resources/claims/claim.feature.js';
import { createContacts } from './resources/contacts/contact.feature.js';
import { createCorrections } from './resources/corrections/correction.feature.js';
import { createDeskScreens } from './resources/desk/desk.feature.js';
import { createEditions } from './resources/editions/edition.feature.js';
import { createEvidence } from './resources/evidence/evidence.feature.js';
import { createGraph } from './resources/graph/graph.feature.js';
import { createImports } from './resources/imports/import.feature.js';
import { createInstruments } from './resources/instruments/instrument.feature.js';
import { createKeys } from './resources/keys/key.feature.js';
import { createMembers } from './resources/members/member.feature.js';
import { createSignIn, type WhyRefused } from './resources/members/sign-in.service.js';
import { createPolicies } from './resources/policies/policy.feature.js';
import { createErasures } from './resources/erasures/erasure.feature.js';
import { createErasureService } from './resources/erasures/erasure.service.js';
import { createPrivileged } from './resources/privileged-changes/privileged-change.feature.js';
import { carryOutChanges } from './carry-out-changes.js';
import { createRatings } from './resources/ratings/rating.feature.js';
import { createSessions } from './resources/sessions/session.feature.js';
import { createSources } from './resources/sources/source.feature.js';
import { createFlow } from './resources/stats/flow.feature.js';
import { createStatuses } from './resources/statuses/status.feature.js';
import { createTasks } from './resources/tasks/task.feature.js';
import { createVerdicts } from './resources/verdicts/verdict.feature.js';
import { createWorkflow } from './workflow/workflow.service.js';

export type Services = ReturnType<typeof createServices>;
/** What differs from one process to the next, or is left out in tests. */
interface Options {
  /** What each calls out through: what one may reach is nothing to the other. */
  outbound?: { webhooks: Outbound; captures: Outbound };
  /** Without them no webhook can be made. */
  secrets?: SecretBox;
  /** Without a folder for checkpoints none are signed. */
  checkpointDir?: string | undefined;
  signing?: SigningSettings | undefined;
  /** How captured pages are kept. */
  evidence?: EvidenceSettings;
  /** How long what is kept for a while is kept. */
  keeping?: Pick<AccessSettings, 'safeWriteDays' | 'keyUseDays'>;
  streamsPerKey?: number;
  /** For whom this process works; without it nothing is compared, and everybody called. */
  installation?: Installation | undefined;
  publisher?: Publisher | undefined;
  /** Whether what is published is shown to everybody. */
  publicReading?: boolean | undefined;
  /** Without it one signs in by keys alone. */
  oidc?: AccessSettings['oidc'];
  /** Called with why somebody is not let in: for the operator, and with no token in it. */
  signInRefused?: (why: WhyRefused) => void;
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
    secrets: given,
    checkpointDir,
    signing,
    evidence: evidenceSettings = readEnv({}).evidence,
    keeping: { safeWriteDays, keyUseDays } = defaults,
    streamsPerKey = defaults.streamsPerKey,
    installation,
    publisher = readEnv({}).publisher,
    publicReading = readEnv({}).publicReading,
    oidc,
    signInRefused = () => undefined,
    warn = () => undefined,
    trace,
  }: Options = {},
) {
  const { pool } = database;
  const secrets = given ?? createSecretBox(noSecretsKey);
  if (given) writeEventsUnder(given);
  const credentials = createCredentials((ids) => findCredentials(pool, ids));
  const signedIn = createCredentials((digests) => findSessions(pool, digests));
  const forgetCredentials = (): void => {
    credentials.forget();
    signedIn.forget();
  };
  const forgetChanged = (scope?: Scope): void => {
    if (scope !== 'work') forgetCredentials();
  };
  const committed = (scope?: Scope): void => {
    forgetChanged(scope);
    signal.notify(scope);
  };
  const changed = (ms: number): Promise<void> => signal.wait(ms);
  const store = createStore(database, committed, trace);
  signal.subscribe(forgetChanged);

  const adoption = installation && createAdoption({ pool, installation, dir: checkpointDir });
  const mayCall = async (): Promise<boolean> => adoption === undefined || (await adoption.check()) === true;
  const workflow = createWorkflow({ store, mayCall });
  const pages = openPageStore(evidenceSettings, folderUserOf(pool, installation?.instance));
  const captures = createCaptureService({
    store,
    outbound: outbound.captures,
    pages,
    maxBytes: evidenceSettings.maxBytes,
    changed,
    mayCall,
  });

  const removeStrays = createStrayRemoval({ store, pages, warn });

  const claims = createClaims({
    store,
    pool,
    workflow,
    readStatus: (id) => statuses.service.read(id),
    findTwins: (entered) => matching.service.findTwins(entered),
  });
  const feed = createFeed({ store, pool, signal, streamsPerKey });
  const statuses = createStatuses({
    pool,
    tail: feed.tail,
    readAsOf: (id, asOf) => claims.claimsAsOf.readStatus(id, asOf),
  });
  const flow = createFlow({ pool });
  const tasks = createTasks({ store, pool, workflow });
  const screens = createDeskScreens({ store, pool, workflow, claims: claims.reader });
  const bulk = createBulk({ store, workflow });
  const verdicts = createVerdicts({ store, pool, workflow, changed });
  const editions = createEditions({ store, workflow });
  const corrections = createCorrections({ store, pool });
  const checkpoints = createCheckpoints({
    store,
    pool,
    dir: checkpointDir,
    origin: logName(publisher.url),
    keys: signing,
    attesting: signing && attestThrough(signing, trace),
    mayCall,
    warn,
  });
  const publishing = createPublishing({ store, publisher, warn });
  const matching = createMatching({ store, pool, ownReviews: publishing.service });
  const imports = createImports({ store, publisher });
  const evidence = createEvidence({ pool, workflow, captures });
  const contacts = createContacts({ pool, workflow });
  const graph = createGraph({ store, pool });
  const policies = createPolicies({ store, workflow });
  const articles = createArticles({ store, pool });
  const sources = createSources({ store, pool });
  const instruments = createInstruments({ store, pool });
  const ratings = createRatings({ store });
  const members = createMembers({ store, pool, secrets, publicReading });
  const keys = createKeys({
    store,
    pool,
    digests: secrets,
    findMember: (id) => members.service.find(id),
    useDays: keyUseDays,
    warn,
  });
  const signIn = createSignIn({
    store,
    members: members.service,
    uses: keys.uses,
    refused: signInRefused,
    strangers: oidc?.strangers ?? 'refuse',
  });
  const sessions = createSessions({
    store,
    digests: secrets,
    findSelf: members.own.find,
    provider: oidc?.browsers && createIdentityProvider(oidc.browsers, warn),
    signIn,
    home: publisher.url,
    warn,
  });
  const erasing = createErasureService({ store, pool, pages, mayCall });
  const privileged = createPrivileged({
    store,
    pool,
    secrets,
    apply: carryOutChanges({
      members: members.service.confirmed,
      keys: keys.service.confirmed,
      erase: erasing.applyConfirmed,
    }),
    findKeptAnswers: (change) => erasing.findKeptAnswers(change),
    lockSubject: async (tx, change) => {
      await erasing.lockSubject(tx, change);
      await members.service.lockSubject(tx, change);
    },
  });
  const erasures = createErasures({ pool, erasures: erasing, changes: privileged.service });
  const webhooks = createWebhooks({ store, pool, outbound: outbound.webhooks, secrets, mayCall });
  const safeWrites = createSafeWrites({ store, days: safeWriteDays, warn });

  /** In the order in which the API is described. */
  const features: readonly Feature[] = [
    claims,
    statuses,
    flow,
    tasks,
    screens,
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
    sessions,
    privileged,
    erasures,
    webhooks,
    { deleteOld: () => safeWrites.forget() },
    // Where an older state came back, its files may be those of the newer one.
    { deleteOld: async () => (await mayCall()) && removeStrays() },
  ];

  return {
    store,
    features,
    workflow,
    safeWrites,
    tail: feed.tail,
    feed: feed.service,
    publishing,
    claims: claims.service,
    claimBatches: claims.batches,
    statuses: statuses.service,
    flow: flow.service,
    tasks: tasks.service,
    verdicts: verdicts.service,
    editions: editions.service,
    checkpoints: checkpoints.service,
    adoption,
    exports: createExportService({ pool, db: store.db }),
    verification: createVerifyService({ pool, secrets, findFault: (sha256) => captures.findFault(sha256) }),
    evidence: evidence.service,
    captures,
    contacts: contacts.service,
    pageFolder: pages.shelves?.users,
    checkPageDisk: pages.checkDisk,
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
    erasures: erasures.service,
    keyUses: keys.uses,
    sessions: sessions.service,
    authenticateSession: createSessionAuthentication({
      sessions: signedIn,
      digests: secrets,
      uses: keys.uses,
      noteUse: sessions.service.noteUse,
    }),
    authenticateKey: createKeyAuthentication({ credentials, digests: secrets, uses: keys.uses }),
    signIn,
    watchRights: createRightsWatch({ pool, forget: forgetCredentials }),
    webhooks: webhooks.service,
    deliveries: webhooks.deliveries,
  };
}

/** Every operation of the API. */
export const operationsOf = ({ features }: Pick<Services, 'features'>): Operation[] =>
  features.flatMap(({ operations = [] }) => operations);
