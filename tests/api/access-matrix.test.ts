/**
 * Who gets what, for every operation and every kind of caller; each cell is really called. The table says what is
 * expected: an operation that is not in it fails, so nobody can forget to decide.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator, type Role } from '../../src/domain/access/rules.js';
import { apiOf, type Api } from '../support/api.js';
import type { TestIsnad } from '../support/test-runtime.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';

/** Keys that open nothing: none, a made-up one, revoked, expired, and of a member who is no longer active. */
const shutOut = ['nobody', 'unknown', 'revoked', 'expired', 'inactive'] as const;
/** By role, each somebody to whom nothing of it belongs; and the one to whom it does. */
const letIn = ['reader', 'checker', 'editor', 'admin', 'owner'] as const;

/** Statuses for `letIn`; whoever is shut out gets 401 everywhere. `-` where it belongs to nobody. */
const table: Record<string, string> = {
  createClaim: '403 201 201 403 -',
  createClaims: '403 200 200 403 -',
  listClaims: '200 200 200 200 -',
  listArticleClaims: '200 200 200 200 -',
  getClaim: '200 200 200 200 -',
  updateClaim: '403 200 200 403 -',
  listAttributions: '200 200 200 200 -',
  listClaimProvisions: '200 200 200 200 -',
  listRelations: '200 200 200 200 -',
  listProvisions: '200 200 200 200 -',
  updateAttributions: '403 200 200 403 -',
  createClaimProvision: '403 201 201 403 -',
  createRelation: '403 201 201 403 -',
  getRelation: '200 200 200 200 -',
  getClaimProvision: '200 200 200 200 -',
  deleteRelation: '403 200 200 403 -',
  listClaimTransitions: '200 200 200 200 -',
  transitionClaim: '403 403 200 403 -',
  getClaimStatus: '200 200 200 200 -',
  listClaimStatuses: '200 200 200 200 -',
  getFlow: '403 200 200 200 -',
  listClaimHistory: '200 200 200 200 -',
  listTasks: '403 200 200 200 -',
  listClaimTasks: '403 200 200 200 -',
  takeNextTask: '403 200 200 403 -',
  getTask: '403 200 200 200 200',
  listTaskTransitions: '403 200 200 200 200',
  transitionTask: '403 403 403 403 200',
  getDraft: '403 403 200 403 200',
  updateDraft: '403 403 403 403 200',
  actInBulk: '403 403 200 403 -',
  submitVerdict: '403 403 403 403 202',
  previewVerdict: '403 403 403 403 200',
  getVerdict: '200 200 200 200 -',
  listClaimVerdicts: '200 200 200 200 -',
  listVerdictTransitions: '403 200 200 200 -',
  transitionVerdict: '403 403 200 403 403',
  getVerdictEdition: '404 200 200 200 200',
  listEditions: '200 200 200 200 200',
  getEdition: '200 200 200 200 200',
  compareEditions: '200 200 200 200 200',
  getUnpublishedChanges: '403 200 200 200 200',
  createNotice: '403 403 201 403 403',
  listNoticeTransitions: '403 200 200 200 200',
  transitionNotice: '403 403 200 403 403',
  updateVerdict: '403 403 200 403 200',
  listCorrections: '200 200 200 200 -',
  listVerdictRecipients: '403 403 200 403 -',
  listEvents: '200 200 200 200 -',
  streamEvents: '200 200 200 200 -',
  acknowledgeFeed: '200 200 200 200 -',
  createEvidence: '403 201 201 403 -',
  listClaimEvidence: '200 200 200 200 -',
  listEvidenceCaptures: '404 200 200 200 -',
  createCapture: '403 202 202 403 -',
  getCapture: '404 200 200 200 -',
  getCaptureText: '403 200 200 200 -',
  getCaptureContent: '403 200 200 200 -',
  getCaptureWarc: '403 200 200 200 -',
  getContact: '404 200 200 200 -',
  getEvidence: '404 200 200 200 -',
  listContactTransitions: '403 200 200 200 -',
  transitionContact: '403 200 200 403 -',
  createContact: '403 201 201 403 -',
  listClaimContacts: '200 200 200 200 -',
  getClaimGraph: '200 200 200 200 -',
  listClaimDeniers: '200 200 200 200 -',
  listClaimOrigins: '200 200 200 200 -',
  getClaimReview: '200 200 200 200 -',
  listClaimReviews: '200 200 200 200 -',
  getRssFeed: '200 200 200 200 -',
  getAtomFeed: '200 200 200 200 -',
  getJsonFeed: '200 200 200 200 -',
  matchClaims: '200 200 200 200 -',
  listSimilarClaims: '200 200 200 200 -',
  importClaimReviews: '403 200 200 403 -',
  listCheckpoints: '200 200 200 200 -',
  getCheckpoint: '200 200 200 200 -',
  listCheckpointKeys: '200 200 200 200 -',
  getEventProof: '200 200 200 200 -',
  getPolicies: '403 200 200 200 -',
  updateClockPolicy: '403 403 200 200 -',
  updateDeskPolicy: '403 403 200 200 -',
  createArticle: '403 201 201 403 -',
  listArticles: '200 200 200 200 -',
  getArticle: '200 200 200 200 -',
  listArticleVersions: '200 200 200 200 -',
  updateArticle: '403 200 200 403 -',
  createArticleVersion: '403 201 201 403 -',
  getArticleVersion: '200 200 200 200 -',
  createSource: '403 201 201 403 -',
  listSources: '200 200 200 200 -',
  getSource: '200 200 200 200 -',
  updateSource: '403 200 200 403 -',
  listSourceTransitions: '200 200 200 200 -',
  transitionSource: '403 403 200 403 -',
  createInstrument: '403 403 403 201 -',
  listInstruments: '200 200 200 200 -',
  getInstrument: '200 200 200 200 -',
  updateInstrument: '403 403 403 200 -',
  createProvision: '403 403 403 201 -',
  getProvision: '200 200 200 200 -',
  updateProvision: '403 403 403 200 -',
  listRatings: '200 200 200 200 -',
  createRatingScale: '403 403 403 201 -',
  getBoard: '403 200 200 200 -',
  listDeskPeople: '403 200 200 200 -',
  listApprovalsInDoubt: '403 403 200 200 -',
  listInbox: '403 200 200 200 -',
  acknowledgeInbox: '403 200 200 200 -',
  getMe: '200 200 200 200 -',
  getSession: '200 200 200 200 -',
  deleteSession: '200 200 200 200 -',
  updateMe: '403 200 200 403 -',
  createMember: '403 403 403 201 -',
  listMembers: '403 403 403 200 -',
  getMember: '403 403 403 200 -',
  updateMember: '403 403 403 200 -',
  createKey: '403 403 403 201 -',
  listMemberKeys: '403 403 403 200 -',
  getKey: '403 403 403 200 -',
  rotateKey: '403 403 403 201 -',
  revokeKey: '403 403 403 200 -',
  listKeyUses: '403 403 403 200 -',
  listPrivilegedChanges: '403 403 403 200 -',
  getPrivilegedChange: '403 403 403 200 -',
  listPrivilegedChangeTransitions: '403 403 403 200 -',
  transitionPrivilegedChange: '403 403 403 200 -',
  createErasure: '403 403 403 202 -',
  listErasures: '403 403 200 200 -',
  getErasure: '403 403 200 200 -',
  listErasureTransitions: '403 403 200 200 -',
  transitionErasure: '403 403 200 403 -',
  createWebhook: '201 201 201 201 -',
  listWebhooks: '200 200 200 200 -',
  getWebhook: '404 404 404 200 200',
  updateWebhook: '404 404 404 403 200',
  deleteWebhook: '404 404 404 204 204',
  listWebhookTransitions: '404 404 404 200 200',
  transitionWebhook: '404 404 404 200 200',
  rotateWebhookSecret: '404 404 404 403 201',
  listWebhookDeliveries: '404 404 404 200 200',
  createWebhookReplay: '404 404 404 403 202',
  testWebhook: '404 404 404 403 200',
};

let isnad: TestIsnad;
let callers: Record<(typeof shutOut)[number] | Exclude<(typeof letIn)[number], 'owner'>, Api>;
beforeAll(async () => {
  isnad = await createBusyIsnad();
  const { members, keys: keyService } = isnad.services;
  const api = apiOf(isnad.app);
  const keyOf = async (role: Role) => {
    const ref = `matrix-${randomUUID()}`;
    const member = { ref, kind: 'person' as const, name: ref, role, languages: [], topics: [] };
    await members.ensure(member, operator);
    return { ref, ...(await keyService.createKey({ memberRef: ref, name: 'matrix' }, operator)) };
  };
  // Whoever is shut out would be let in everywhere by their role, if only their key were good.
  const [revoked, expired, inactive] = [await keyOf('editor'), await keyOf('editor'), await keyOf('admin')];
  await keyService.revokeKey(revoked.id, operator);
  await isnad.store.db.key.update({
    where: { id: expired.id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  await isnad.services.members.change(inactive.ref, { active: false }, operator, () => undefined);
  callers = {
    nobody: isnad.stranger,
    unknown: api.as(`${revoked.key.slice(0, -43)}${'A'.repeat(43)}`),
    revoked: api.as(revoked.key),
    expired: api.as(expired.key),
    inactive: api.as(inactive.key),
    reader: isnad.as('reader'),
    checker: api.as((await keyOf('checker')).key),
    editor: api.as((await keyOf('editor')).key),
    admin: isnad.as('admin'),
  };
});
afterAll(() => isnad.close());

const guarded = operations.filter(({ permission }) => permission !== 'public');

it('says for every operation who gets what, and for no other', () => {
  const named = guarded.map(({ id }) => id).sort();
  const present = Object.keys(table).filter((id) => named.includes(id));
  expect(present.sort()).toEqual(named);
});

describe.each(guarded.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  const make = requests[id];
  if (!make) throw new Error(`tests/support/requests.ts has no request for ${id}`);
  let made: ReturnType<typeof make> | undefined;
  /** One request serves until it has had its effect: a refusal has none. */
  const prepare = () => (made ??= make(isnad));

  it('is shut to whoever has no good key, and tells them nothing else', async () => {
    const prepared = await prepare();
    for (const who of shutOut) {
      const response = await send(isnad, operation, prepared, { as: callers[who] });
      expect([who, response.status], who).toEqual([who, 401]);
      expect(response.headers['www-authenticate']).toMatch(/^Bearer/);
      if (!prepared.endless) expect(response.body).toMatchObject({ code: 'unauthenticated' });
    }
  });

  it(`answers ${letIn.join(', ')} as the table says: ${table[id] ?? 'nothing'}`, async () => {
    const answered: string[] = [];
    for (const [index, who] of letIn.entries()) {
      if (table[id]?.split(' ')[index] === '-') {
        answered.push('-');
        continue;
      }
      const prepared = await prepare();
      const as = who === 'owner' ? isnad.as('checker') : callers[who];
      const { status } = await send(isnad, operation, prepared, { as });
      if (status < 400 && operation.method !== 'get') made = undefined;
      answered.push(String(status));
    }
    expect(answered.join(' ')).toBe(table[id]);
  });
});
