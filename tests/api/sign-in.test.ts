import type { RequestListener } from 'node:http';
import type { JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSignIn, isToken } from '../../src/resources/members/sign-in.service.js';
import { createTokenVerifier } from '../../src/platform/auth/token-verifier.js';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { operator } from '../../src/domain/access/rules.js';
import { bodyOf, enterClaim, proposeVerdict, readProposed } from '../support/desk.js';
import { forgedTokens } from '../support/forged-tokens.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { createSigningKey, startIssuer, type Issuer } from '../support/issuer.js';

let isnad: TestIsnad;
let issuer: Issuer;
let complaints: string[];
let refusals: string[];
let logged: object[];
/** How far the clock of those who judge tokens is ahead of that of those who issue them, in milliseconds. */
let ahead: number;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());
beforeEach(async () => {
  issuer = await startIssuer();
  complaints = [];
  refusals = [];
  logged = [];
  ahead = 0;
});
afterEach(() => issuer.close());

interface Options {
  strangers?: 'refuse' | 'reader';
  cooldownMs?: number;
  cacheMs?: number;
  jwksUrl?: string;
  clients?: string[];
}

function appWith({
  strangers = 'refuse',
  jwksUrl,
  clients = [issuer.audience],
  ...tuning
}: Options = {}): RequestListener {
  const { store, members, keyUses, authenticateKey } = isnad.services;
  const signIn = createSignIn({
    store,
    members,
    uses: keyUses,
    strangers,
    refused: ({ reason, ...who }) => {
      refusals.push(reason);
      logged.push(who);
    },
  }).byToken(
    createTokenVerifier(
      { issuer: issuer.url, audience: issuer.audience, clients, jwksUrl },
      {
        warn: (error, message) => complaints.push(`${message}: ${String(error)}`),
        now: () => Date.now() + ahead,
        ...tuning,
      },
    ),
  );
  return createApp({
    operations: operationsOf(isnad.services),
    authenticate: (text, address) => (isToken(text) ? signIn(text, address) : authenticateKey(text, address)),
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
    checkAnswers: true,
  });
}
const me = async (app: RequestListener, token: string | Promise<string>) =>
  apiOf(app)
    .as(await token)
    .get('/v1/me');

/** Ties a subject of this issuer to a member. */
async function tie(member: string, subjects: string[]): Promise<void> {
  const path = `/v1/members/${member}`;
  const identities = subjects.map((subject) => ({ issuer: issuer.url, subject }));
  bodyOf(await isnad.as('admin').patch(path, { identities }, { 'If-Match': '*' }));
}

describe('a token of the identity provider', () => {
  it('lets the member in who is tied to its subject, with their role, and what they do has a key', async () => {
    const app = appWith();
    await tie('checker', ['user-1']);
    expect((await me(app, issuer.token())).body).toMatchObject({ ref: 'checker', role: 'checker' });
    const api = apiOf(app).as(await issuer.token());
    const article = { title: 'x', language: 'en', text: 'Signed in.' };
    const { id } = (await api.post('/v1/articles', article)).body as { id: string };
    const [event] = await isnad.store.db.event.findMany({ where: { subjectId: id }, include: { key: true } });
    expect(event?.key).toMatchObject({ secretDigest: null, name: `sign-in at ${new URL(issuer.url).host}` });
    const key = bodyOf(await isnad.as('admin').get(`/v1/keys/${String(event?.keyId)}`));
    expect(key).toMatchObject({ kind: 'sign_in', member: { ref: 'checker' }, expiresAt: null });
    // One key, however often and from wherever they sign in.
    await Promise.all([me(app, issuer.token()), me(appWith(), issuer.token())]);
    const made = await isnad.store.db.event.count({
      where: { subjectId: String(event?.keyId), type: 'key.created' },
    });
    expect(made).toBe(1);
  });

  it('has a place of its own in the feed, and writes of its own to send again', async () => {
    const app = appWith();
    await tie('checker2', ['user-1']);
    const api = apiOf(app).as(await issuer.token());
    const { next } = (await api.get('/v1/feed?limit=1')).body as { next: string };
    expect((await api.put('/v1/feed/cursor', { cursor: next })).body).toEqual({ cursor: next });
    const claim = await enterClaim(isnad);
    const evidence = { url: 'https://example.org/', stance: 'for' };
    const add = async () =>
      apiOf(app)
        .as(await issuer.token())
        .post(`/v1/claims/${claim}/evidence`, evidence);
    expect((await add()).status).toBe(201);
  });

  it('the token of somebody nobody is tied to is refused, and says what an admin needs to know', async () => {
    const response = await me(appWith(), issuer.token({ sub: 'stranger' }));
    expect([response.status, response.body]).toMatchObject([
      403,
      { code: 'unknown_subject', issuer: issuer.url, subject: 'stranger' },
    ]);
    // For the log it is the digest that an admin sees of an identity, and nothing that says whose it is.
    const digest = isnad.services.members.nameIdentity({ issuer: issuer.url, subject: 'stranger' });
    expect(logged.at(-1)).toEqual(digest);
    expect(JSON.stringify(logged)).not.toContain('stranger');
  });

  it('the token of somebody nobody is tied to makes a reader, once, where that is wanted', async () => {
    const app = appWith({ strangers: 'reader' });
    const token = await issuer.token({ sub: 'newcomer', name: 'سلمى' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => me(app, token)));
    const refs = answers.map(({ body }) => (body as { ref: string }).ref);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(refs).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ role: 'reader', name: 'سلمى' });
  });

  it('lets nobody in who is no longer active, untied, or whose key was revoked', async () => {
    const app = appWith();
    const ref = 'signs-in';
    const member = { ref, kind: 'person', name: 'x', role: 'reader' };
    expect((await isnad.as('admin').post('/v1/members', member)).status).toBe(201);
    await tie(ref, ['user-9']);
    const token = await issuer.token({ sub: 'user-9' });
    expect((await me(app, token)).status).toBe(200);
    bodyOf(await isnad.as('admin').patch(`/v1/members/${ref}`, { active: false }));
    expect((await me(app, token)).status).toBe(401);
    bodyOf(await isnad.as('admin').patch(`/v1/members/${ref}`, { active: true }));
    const { items } = bodyOf(await isnad.as('admin').get(`/v1/members/${ref}/keys`)) as {
      items: { id: string }[];
    };
    expect((await isnad.as('admin').delete(`/v1/keys/${String(items[0]?.id)}`)).status).toBe(200);
    expect((await me(app, token)).status).toBe(401);
    expect(refusals).toHaveLength(2);
    expect(JSON.stringify([refusals, logged])).not.toMatch(/user-9|signs-in/);
    await tie(ref, []);
    expect((await me(app, token)).status).toBe(403);
    await tie(ref, ['user-9']);
    expect((await me(app, token)).status).toBe(200);
  });
});

it('a token that is moved to another member does not approve the words that came with it', async () => {
  const app = appWith();
  for (const ref of ['writer', 'decider', 'third'])
    await isnad.services.members.ensure(
      { ref, kind: 'person', name: ref, role: 'editor', languages: [], topics: [] },
      operator,
    );
  const subject = { sub: 'somebody' };
  await tie('writer', ['somebody']);
  const claim = await enterClaim(isnad);
  const changed = await apiOf(app)
    .as(await issuer.token(subject))
    .patch(`/v1/claims/${claim}`, { glosses: { en: 'In words of theirs' } }, { 'If-Match': '*' });
  expect(changed.status).toBe(200);
  const verdict = await proposeVerdict(isnad, claim);
  await tie('writer', []);
  await tie('decider', ['somebody']);
  expect((await me(app, issuer.token(subject))).body).toMatchObject({ ref: 'decider' });
  const approval = { event: 'approve', ...(await readProposed(isnad, verdict)) };
  const approved = await apiOf(app)
    .as(await issuer.token(subject))
    .post(`/v1/verdicts/${verdict.id}/transitions`, approval);
  expect([approved.status, problemOf(approved).code]).toEqual([403, 'own_verdict']);
  await tie('third', ['nobody']);
  const third = await apiOf(app)
    .as(await issuer.token({ sub: 'nobody' }))
    .post(`/v1/verdicts/${verdict.id}/transitions`, approval);
  expect([third.status, third.body]).toMatchObject([200, { status: 'published' }]);
});

describe('identities', () => {
  it('belong to one member only, are shown to admins, and are checked', async () => {
    await tie('editor', ['only-one']);
    const body = { identities: [{ issuer: issuer.url, subject: 'only-one' }] };
    const taken = await isnad.as('admin').patch('/v1/members/editor2', body, { 'If-Match': '*' });
    expect([taken.status, problemOf(taken).code, faultsOf(taken)]).toEqual([
      409,
      'identity_taken',
      ['/identities'],
    ]);
    const made = await isnad
      .as('admin')
      .post('/v1/members', { ref: 'm2', kind: 'person', name: 'x', role: 'reader', ...body });
    expect([made.status, problemOf(made).code]).toEqual([409, 'identity_taken']);
    const shown = bodyOf(await isnad.as('admin').get('/v1/members/editor')) as { identities: object[] };
    expect(shown.identities).toEqual([
      { issuer: issuer.url, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    // What is shown can be given back, and is the same.
    const same = bodyOf(
      await isnad
        .as('admin')
        .patch('/v1/members/editor', { identities: shown.identities }, { 'If-Match': '*' }),
    );
    expect(same).toMatchObject({ identities: shown.identities });
    expect((await me(appWith(), issuer.token({ sub: 'only-one' }))).status).toBe(200);
    const wrong = {
      identities: [
        { issuer: 'somewhere', subject: '' },
        { issuer: issuer.url, subject: 'a b', x: 1 },
      ],
    };
    expect(faultsOf(await isnad.as('admin').patch('/v1/members/editor', wrong, { 'If-Match': '*' }))).toEqual(
      ['/identities/0/issuer', '/identities/0/subject', '/identities/1/subject', '/identities/1/x'],
    );
  });
});

describe('an attack', () => {
  const seconds = (offset: number): number => Math.floor((Date.now() + ahead) / 1000) + offset;

  it.each(Object.entries(forgedTokens))(
    'by a token %s gets the answer that any wrong key gets',
    async (_what, forge) => {
      const app = appWith();
      await tie('checker', ['user-1']);
      await tie('admin', ['admin-1']);
      expect((await me(app, issuer.token())).status).toBe(200);
      const wrongKey = await me(app, 'isnad_wrong');
      const response = await me(app, forge(issuer, seconds));
      expect(response.status).toBe(401);
      expect({ ...(response.body as object), requestId: '' }).toEqual({
        ...(wrongKey.body as object),
        requestId: '',
      });
      expect(complaints).toEqual([]);
      // The operator reads why; a token is in no line.
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).not.toMatch(/eyJ|secret/);
    },
  );

  it('is none by a token of another client that the operator has named, nor by an access token', async () => {
    await tie('checker', ['user-1']);
    const app = appWith({ clients: ['cms', issuer.audience] });
    for (const [given, header] of [
      [{ azp: 'cms' }, { typ: 'JWT' }],
      [{ azp: 'cms', aud: [issuer.audience, 'payroll'] }, {}],
      [{}, { typ: 'at+jwt' }],
    ] as const)
      expect((await me(app, issuer.token({ ...given } as JWTPayload, { header }))).status).toBe(200);
    expect(refusals).toEqual([]);
  });

  it('by a clock that is a little off is none: ten seconds are let pass', async () => {
    await tie('checker', ['user-1']);
    const app = appWith();
    for (const claims of [{ exp: seconds(-5), iat: seconds(-60) }, { iat: seconds(5) }, { nbf: seconds(5) }])
      expect((await me(app, issuer.token(claims))).status).toBe(200);
  });

  it('does nothing where no identity provider is set up', async () => {
    expect((await me(isnad.app, issuer.token())).status).toBe(401);
    expect(issuer.asked()).toBe(0);
  });
});

describe('the keys of the issuer', () => {
  beforeEach(() => tie('checker', ['user-1']));

  it('are asked for once, and again when a token names one that is new: rotation needs no restart', async () => {
    const app = appWith({ cooldownMs: 0 });
    for (let count = 0; count < 5; count++) expect((await me(app, issuer.token())).status).toBe(200);
    expect(issuer.asked()).toBe(1);
    const [old] = issuer.keys;
    const fresh = await createSigningKey('second', 'RS256');
    issuer.keys = [fresh];
    expect((await me(app, issuer.token())).status).toBe(200);
    expect(issuer.asked()).toBe(2);
    expect((await me(app, issuer.token({}, { key: old as never }))).status).toBe(401);
  });

  it('are not asked for again and again by tokens that make names up', async () => {
    const app = appWith();
    expect((await me(app, issuer.token())).status).toBe(200);
    for (let count = 0; count < 10; count++) {
      const key = await createSigningKey(`made-up-${String(count)}`);
      expect((await me(app, issuer.token({}, { key }))).status).toBe(401);
    }
    expect(issuer.asked()).toBe(1);
  });

  it('cannot be asked for while it is down: 503 for tokens only, and well again without a restart', async () => {
    const app = appWith();
    const token = await issuer.token();
    issuer.stop();
    const down = await me(app, token);
    expect([down.status, problemOf(down).code]).toEqual([503, 'identity_provider_unavailable']);
    expect(down.headers['retry-after']).toBe('5');
    expect(complaints).toHaveLength(1);
    expect((await me(app, isnad.keys.checker)).status).toBe(200);
    issuer.start();
    // It is left alone for a moment after a failure.
    expect((await me(app, token)).status).toBe(503);
    expect(complaints).toHaveLength(1);
    ahead += 3_000;
    expect((await me(app, token)).status).toBe(200);
  });

  it('known keys of the issuer are believed while it is down, as long as they are fresh', async () => {
    const app = appWith();
    expect((await me(app, issuer.token())).status).toBe(200);
    issuer.stop();
    expect((await me(app, issuer.token())).status).toBe(200);
    issuer.start();
  });

  it.each(['redirects', 'another origin', 'another name', 'nonsense', 'a list without keys', 'an error'])(
    'are believed of no %s',
    async (what) => {
      const answers: Record<string, [number, string, Record<string, string>?]> = {
        redirects: [302, '{}', { Location: 'http://127.0.0.1:9/' }],
        'another origin': [200, JSON.stringify({ issuer: issuer.url, jwks_uri: 'http://127.0.0.1:9/keys' })],
        'another name': [
          200,
          JSON.stringify({ issuer: 'https://x.example', jwks_uri: `${issuer.url}/keys` }),
        ],
        nonsense: [200, '<html>'],
        'a list without keys': [
          200,
          JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/x`, keys: 'none' }),
        ],
        'an error': [500, '{}'],
      };
      const [status, body, headers] = answers[what] ?? [500, ''];
      issuer.instead = (_request, response) => response.writeHead(status, headers).end(body);
      const response = await me(appWith(), issuer.token());
      expect([response.status, problemOf(response).code]).toEqual([503, 'identity_provider_unavailable']);
      expect(JSON.stringify(response.body)).not.toContain('127.0.0.1:9');
    },
  );

  it('may be at a place of the operator’s choice', async () => {
    issuer.instead = (request, response) => {
      response.statusCode = request.url === '/elsewhere' ? 200 : 404;
      response.end(JSON.stringify({ keys: issuer.keys.map(({ jwk }) => jwk) }));
    };
    const app = appWith({ jwksUrl: `${issuer.url}/elsewhere` });
    expect((await me(app, issuer.token())).status).toBe(200);
  });
});
