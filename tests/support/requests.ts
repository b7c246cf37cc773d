/**
 * One request for every operation of the API that somebody may send and that then goes through, each on something
 * of its own. Tests that walk over all operations are made from it; an operation that is missing fails them.
 */
import { readEnv } from '../../src/platform/config/env.js';
import { listOperations } from '../../src/api-document.js';
import type { Operation } from '../../src/platform/http/route.js';
import { anyVersion, type Headers } from './api.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readProposed,
  tagOf,
  takeTask,
  verdictBody,
} from './desk.js';
import { createNotary } from './checkpoints.js';
import { checkpointsOf, createIsnad, type TestIsnad } from './test-runtime.js';
import { createInternet } from './internet.js';
import { recordSource } from './merged-sources.js';

import {
  fresh,
  ofClaim,
  ofContact,
  made,
  reading,
  writing,
  ofTask,
  publishedClaim,
  waitingNotice,
  ofVerdict,
  instrument,
  provision,
  text,
  member,
  createMember,
  createKey,
  ofPrivilegedChange,
  ofErasure,
  captureSomething,
  ofCapture,
  hook,
  createWebhook,
  ofWebhook,
  ratings,
  setPageThere,
  type Prepared,
} from './request-makers.js';

/** What the API is made of needs no database: no operation is called before there is one. */
export const operations: readonly Operation[] = await listOperations();

export const requests: Record<string, (isnad: TestIsnad) => Promise<Prepared>> = {
  createClaim: async (isnad) => {
    const article = await isnad
      .as('checker')
      .post('/v1/articles', { title: 'x', language: 'en', text: text() });
    const { ref } = article.body as { ref: string };
    const body = { article: ref, kind: 'assertion', quote: { exact: 'The text' } };
    return { by: 'checker', path: '/v1/claims', body };
  },
  createClaims: async (isnad) => {
    const made = await isnad.as('checker').post('/v1/articles', { title: 'x', language: 'en', text: text() });
    const { ref: article } = made.body as { ref: string };
    const items = [{ article, kind: 'assertion', quote: { exact: 'The text' } }];
    return { by: 'checker', path: '/v1/claims/batch', body: { items } };
  },
  listClaims: reading('/v1/claims?limit=1'),
  listArticleClaims: reading('/v1/articles/putin-pyongyang-2024/claims?limit=1'),
  getClaim: reading('/v1/claims/C34'),
  updateClaim: ofClaim('', { topics: ['treaty'] }, anyVersion),
  listAttributions: reading('/v1/claims/C34/attributions'),
  listClaimProvisions: reading('/v1/claims/C01/provisions'),
  listRelations: reading('/v1/claims/C34/relations'),
  listProvisions: reading(`/v1/instruments/${instrument}/provisions`),
  updateAttributions: ofClaim(
    '/attributions',
    { attributions: [{ label: 'a resident', mode: 'direct' }] },
    anyVersion,
  ),
  createClaimProvision: ofClaim('/provisions', { instrument: 's-res-1718-2006' }),
  getClaimProvision: made('/provisions', { instrument: 's-res-1718-2006' }),
  getRelation: made('/relations', { type: 'repeats', to: 'C34' }),
  createRelation: ofClaim('/relations', { type: 'repeats', to: 'C34' }),
  deleteRelation: async (isnad) => {
    const claim = await enterClaim(isnad);
    const body = { type: 'repeats', to: 'C34' };
    const related = await isnad.as('checker').post(`/v1/claims/${claim}/relations`, body);
    return { by: 'checker', path: String(related.headers['location']) };
  },
  listClaimTransitions: reading('/v1/claims/C34/transitions'),
  transitionClaim: async (isnad) => ({
    by: 'editor',
    path: `/v1/claims/${await enterClaim(isnad)}/transitions`,
    body: { event: 'accept' },
  }),
  getClaimStatus: reading('/v1/claims/C34/status'),
  listClaimStatuses: writing('reader', '/v1/claims/statuses', () => ({ ids: ['C34', 'nowhere'] })),
  getFlow: reading('/v1/stats/flow', 'checker'),
  listClaimHistory: reading('/v1/claims/C34/history'),
  listTasks: reading('/v1/tasks', 'checker'),
  listClaimTasks: reading('/v1/claims/C34/tasks', 'checker'),
  takeNextTask: async (isnad) => {
    await acceptClaim(isnad, await enterClaim(isnad));
    await isnad.work();
    return { by: 'checker', path: '/v1/tasks/next' };
  },
  getTask: ofTask(''),
  listTaskTransitions: ofTask('/transitions'),
  transitionTask: async (isnad) => {
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    return {
      by: 'checker',
      path: `/v1/tasks/${(await takeTask(isnad, claim)).id}/transitions`,
      body: { event: 'start' },
    };
  },
  getDraft: ofTask('/draft'),
  updateDraft: async (isnad) => {
    const { path, ...rest } = await ofTask('/draft', { rationale: { en: 'So far.' } })(isnad);
    return { ...rest, path, headers: { 'If-Match': tagOf(await isnad.as('checker').get(path)) } };
  },
  actInBulk: async (isnad) => ({
    by: 'editor',
    path: '/v1/bulk',
    body: {
      event: 'accept',
      items: [{ claim: await enterClaim(isnad) }, { claim: 'nowhere' }, { claim: await enterClaim(isnad) }],
    },
  }),
  submitVerdict: ofTask('/verdict', verdictBody()),
  previewVerdict: ofTask('/verdict/preview', verdictBody()),
  getVerdict: async (isnad) => ({
    by: 'reader',
    path: `/v1/verdicts/${(await publishVerdict(isnad, await enterClaim(isnad))).id}`,
  }),
  listClaimVerdicts: reading('/v1/claims/C34/verdicts'),
  listVerdictTransitions: ofVerdict('editor2', '/transitions'),
  transitionVerdict: async (isnad) => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    const body = { event: 'approve', ...(await readProposed(isnad, verdict)) };
    return { by: 'editor2', path: `/v1/verdicts/${verdict.id}/transitions`, body };
  },
  getVerdictEdition: ofVerdict('editor2', '/edition'),
  listEditions: async (isnad) => ({
    by: 'reader',
    path: `/v1/claims/${await publishedClaim(isnad)}/editions`,
  }),
  getEdition: async (isnad) => ({
    by: 'reader',
    path: `/v1/claims/${await publishedClaim(isnad)}/editions/1`,
  }),
  getUnpublishedChanges: async (isnad) => ({
    by: 'editor',
    path: `/v1/claims/${await publishedClaim(isnad)}/unpublished-changes`,
  }),
  createNotice: async (isnad) => {
    const claim = await publishedClaim(isnad);
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    return {
      by: 'editor',
      path: `/v1/claims/${claim}/editions`,
      body: { note: 'A caption was taken for a quote.' },
    };
  },
  listNoticeTransitions: async (isnad) => ({
    by: 'editor2',
    path: `${await waitingNotice(isnad)}/transitions`,
  }),
  transitionNotice: async (isnad) => ({
    by: 'editor2',
    path: `${await waitingNotice(isnad)}/transitions`,
    body: { event: 'approve' },
  }),
  compareEditions: async (isnad) => ({
    by: 'reader',
    path: `/v1/claims/${await publishedClaim(isnad)}/editions/1/comparison/1`,
  }),
  updateVerdict: ofVerdict('checker', '', { rationale: { en: 'Because.' } }, anyVersion),
  listCorrections: reading('/v1/corrections'),
  listVerdictRecipients: async (isnad) => ({
    by: 'editor',
    path: `/v1/verdicts/${(await publishVerdict(isnad, await enterClaim(isnad))).id}/recipients`,
  }),
  listEvents: reading('/v1/feed?after=start&limit=1'),
  streamEvents: () => Promise.resolve({ by: 'reader', path: '/v1/stream', endless: true }),
  acknowledgeFeed: async (isnad) => {
    const { next } = bodyOf(await isnad.as('reader').get('/v1/feed?limit=1')) as { next: string };
    return { by: 'reader', path: '/v1/feed/cursor', body: { cursor: next } };
  },
  getEvidence: made('/evidence', { url: 'https://example.org/', stance: 'for' }),
  createEvidence: ofClaim('/evidence', { url: 'https://example.org/', stance: 'for' }),
  listClaimEvidence: reading('/v1/claims/C34/evidence'),
  listEvidenceCaptures: async (isnad) => ({
    by: 'reader',
    path: `/v1/evidence/${(await captureSomething(isnad)).evidence.id}/captures`,
  }),
  createCapture: async (isnad) => ({
    by: 'checker',
    path: `/v1/evidence/${(await captureSomething(isnad)).evidence.id}/captures`,
  }),
  getCapture: ofCapture('checker', ''),
  getCaptureText: ofCapture('checker', '/text'),
  getCaptureContent: ofCapture('checker', '/content'),
  getCaptureWarc: ofCapture('checker', '/warc'),
  getContact: made('/contacts', { label: 'The press office', outcome: 'asked', date: '2024-06-18' }),
  listContactTransitions: ofContact('/transitions'),
  transitionContact: ofContact('/transitions', { event: 'withdraw' }),
  createContact: ofClaim('/contacts', { label: 'The press office', outcome: 'asked', date: '2024-06-18' }),
  listClaimContacts: reading('/v1/claims/C34/contacts'),
  getClaimGraph: reading('/v1/claims/C34/graph'),
  listClaimDeniers: reading('/v1/claims/C34/deniers'),
  listClaimOrigins: reading('/v1/claims/C34/origins'),
  getClaimReview: async (isnad) => {
    const { claim } = await publishVerdict(isnad, await enterClaim(isnad));
    return { by: 'reader', path: `/v1/claims/${claim.ref}/claimreview` };
  },
  listClaimReviews: reading('/v1/claimreviews'),
  getRssFeed: reading('/v1/published.rss'),
  getAtomFeed: reading('/v1/published.atom'),
  getJsonFeed: reading('/v1/published.json'),
  matchClaims: writing('reader', '/v1/match', () => ({ text: 'كوريا', language: 'ar' })),
  listSimilarClaims: reading('/v1/claims/C34/similar'),
  importClaimReviews: writing('checker', '/v1/imports', () => ({ document: [] })),
  listCheckpoints: reading('/v1/checkpoints'),
  getCheckpoint: reading('/v1/checkpoints/1'),
  listCheckpointKeys: reading('/v1/checkpoints/keys'),
  getEventProof: async ({ store }) => {
    const first = await store.db.feedEntry.findFirstOrThrow({
      where: { position: 1 },
      include: { event: true },
    });
    return { by: 'reader', path: `/v1/events/${first.event.id}/proof` };
  },
  getPolicies: reading('/v1/policies', 'checker'),
  updateClockPolicy: writing('editor', '/v1/policies/clocks/pick_up/low', () => ({ minutes: 120 })),
  updateDeskPolicy: writing('editor', '/v1/policies/desk', () => ({ wipLimit: 1000 })),
  createArticle: writing('checker', '/v1/articles', () => ({ title: 'x', language: 'en', text: text() })),
  listArticles: reading('/v1/articles'),
  getArticle: reading('/v1/articles/putin-pyongyang-2024'),
  updateArticle: writing('checker', '/v1/articles/putin-pyongyang-2024', () => ({
    url: `https://example.org/${fresh('story')}`,
  })),
  listArticleVersions: reading('/v1/articles/putin-pyongyang-2024/versions'),
  createArticleVersion: async (isnad) => {
    const made = await isnad.as('checker').post('/v1/articles', { title: 'x', language: 'en', text: text() });
    const { ref } = made.body as { ref: string };
    return { by: 'checker', path: `/v1/articles/${ref}/versions`, body: { text: text() } };
  },
  getArticleVersion: reading('/v1/articles/putin-pyongyang-2024/versions/1'),
  createSource: writing('checker', '/v1/sources', () => ({
    ref: fresh('source'),
    kind: 'person',
    name: 'Somebody',
  })),
  listSources: reading('/v1/sources'),
  getSource: reading('/v1/sources/putin'),
  updateSource: writing('checker', '/v1/sources/putin', () => ({ note: fresh('note') })),
  listSourceTransitions: reading('/v1/sources/putin/transitions'),
  transitionSource: async (isnad) => {
    const { ref } = await recordSource(isnad, fresh('source'));
    return { by: 'editor', path: `/v1/sources/${ref}/transitions`, body: { event: 'merge', into: 'putin' } };
  },
  createInstrument: writing('admin', '/v1/instruments', () => ({
    ref: fresh('instrument'),
    titles: { en: 'A treaty' },
    issuer: 'Somebody',
  })),
  listInstruments: reading('/v1/instruments'),
  getInstrument: reading(`/v1/instruments/${instrument}`),
  updateInstrument: writing('admin', `/v1/instruments/${instrument}`, () => ({ note: fresh('note') })),
  createProvision: writing('admin', `/v1/instruments/${instrument}/provisions`, () => ({
    paragraph: fresh('p'),
    effects: { en: 'Something' },
    direction: 'none',
  })),
  getProvision: reading(`/v1/provisions/${provision}`),
  updateProvision: writing('admin', `/v1/provisions/${provision}`, () => ({ source: fresh('source') })),
  listRatings: reading('/v1/ratings'),
  createRatingScale: writing('admin', '/v1/ratings', () => ({ ratings })),
  getMe: reading('/v1/me'),
  createSession: (isnad) =>
    Promise.resolve({ by: 'reader', path: '/session', body: { key: isnad.keys.reader } }),
  getSignInWays: reading('/session/ways'),
  startSignIn: reading('/session/start'),
  finishSignIn: reading('/session/callback'),
  getSession: reading('/session'),
  deleteSession: reading('/session'),
  getBoard: reading('/v1/desk/board?limit=2', 'checker'),
  listDeskPeople: reading('/v1/desk/people', 'checker'),
  listApprovalsInDoubt: reading('/v1/desk/doubts', 'editor'),
  listInbox: reading('/v1/desk/inbox', 'checker'),
  acknowledgeInbox: writing('checker', '/v1/desk/inbox/read', () => ({ upTo: '1' })),
  updateMe: writing('checker', '/v1/me', () => ({ awayEndsAt: null })),
  createMember: writing('admin', '/v1/members', member),
  listMembers: reading('/v1/members', 'admin'),
  getMember: reading('/v1/members/checker', 'admin'),
  updateMember: async (isnad) => ({
    by: 'admin',
    path: `/v1/members/${await createMember(isnad)}`,
    body: { name: 'Somebody else' },
  }),
  createKey: async (isnad) => ({
    by: 'admin',
    path: `/v1/members/${await createMember(isnad)}/keys`,
    body: { name: 'a tool' },
  }),
  listMemberKeys: reading('/v1/members/checker/keys', 'admin'),
  getKey: async (isnad) => ({ by: 'admin', path: `/v1/keys/${await createKey(isnad)}` }),
  revokeKey: async (isnad) => ({ by: 'admin', path: `/v1/keys/${await createKey(isnad)}` }),
  rotateKey: async (isnad) => ({
    by: 'admin',
    path: `/v1/keys/${await createKey(isnad)}/successor`,
    body: {},
  }),
  listKeyUses: reading('/v1/key-uses', 'admin'),
  listPrivilegedChanges: reading('/v1/privileged-changes', 'admin'),
  getPrivilegedChange: ofPrivilegedChange(''),
  listPrivilegedChangeTransitions: ofPrivilegedChange('/transitions'),
  transitionPrivilegedChange: ofPrivilegedChange('/transitions', { event: 'withdraw' }),
  createErasure: async (isnad) => ({
    by: 'admin',
    path: '/v1/erasures',
    body: { target: { kind: 'claim', id: await enterClaim(isnad) }, reason: 'person_asked' },
  }),
  listErasures: reading('/v1/erasures', 'editor'),
  getErasure: ofErasure(''),
  listErasureTransitions: ofErasure('/transitions'),
  transitionErasure: ofErasure('/transitions', { event: 'confirm' }),
  createWebhook: writing('reader', '/v1/webhooks', hook),
  listWebhooks: reading('/v1/webhooks'),
  getWebhook: ofWebhook(),
  updateWebhook: ofWebhook('', { description: 'The news desk' }),
  listWebhookTransitions: ofWebhook('/transitions'),
  transitionWebhook: ofWebhook('/transitions', { event: 'disable' }),
  deleteWebhook: ofWebhook(),
  rotateWebhookSecret: ofWebhook('/secret', {}),
  listWebhookDeliveries: ofWebhook('/deliveries'),
  createWebhookReplay: async (isnad) => {
    const { id, progress } = await createWebhook(isnad);
    return { by: 'checker', path: `/v1/webhooks/${id}/replays`, body: { from: progress.cursor } };
  },
  testWebhook: ofWebhook('/test'),
};

/** An installation in which one person may hold as many tasks as these requests need; `beyond`: whom it may call. */
export async function createBusyIsnad(beyond: readonly string[] = []): Promise<TestIsnad> {
  const internet = await createInternet(beyond);
  setPageThere(internet.serve('/page', { body: '<p>Here.' }));
  // A provider that nobody reaches: browsers are told so.
  const { oidc } = readEnv({
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'isnad',
    PUBLIC_URL: 'http://127.0.0.1:4545',
  }).access;
  const isnad = await createIsnad({ seeded: true, outbound: internet.outbound, oidc });
  bodyOf(await isnad.as('editor').patch('/v1/policies/desk', { wipLimit: 1000 }));
  await (await createNotary(isnad, checkpointsOf(isnad.dir))).sign();
  return {
    ...isnad,
    close: async () => {
      await isnad.close();
      await internet.close();
    },
  };
}

/** Sends what was prepared, as anybody. */
export function send(
  isnad: TestIsnad,
  operation: Operation,
  prepared: Prepared,
  { as = isnad.as(prepared.by), headers = {} }: { as?: TestIsnad['stranger']; headers?: Headers } = {},
) {
  const all = { ...prepared.headers, ...headers };
  const { path, body } = prepared;
  if (prepared.endless) return as.head(path, all);
  return operation.method === 'get' || operation.method === 'delete'
    ? as[operation.method](path, all)
    : as[operation.method](path, body, all);
}
