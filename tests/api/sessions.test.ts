/** Signing in with a browser: what the cookie opens, what ends it, and from where it may be used. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { operator } from '../../src/domain/access/rules.js';
import { createRates } from '../../src/platform/auth/rate.service.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf, type Headers } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { findInDatabase } from '../support/find-in-database.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const ownPage: Headers = { 'Sec-Fetch-Site': 'same-origin' };
const signIn = (key: string, headers: Headers = {}) => isnad.stranger.post('/session', { key }, headers);
const setCookieOf = ({ headers }: { headers: unknown }): string =>
  (headers as Record<string, string[]>)['set-cookie']?.[0] ?? '';
const cookieOf = (answer: { headers: unknown }): Headers => ({
  Cookie: setCookieOf(answer).split(';')[0] ?? '',
});
/** Somebody of their own, signed in. */
let count = 0;
async function enter(role: 'reader' | 'editor' = 'editor') {
  const { members, keys } = isnad.services;
  const ref = `session-${String(++count)}`;
  await members.ensure({ ref, kind: 'person', name: ref, role, languages: [], topics: [] }, operator);
  const { key, id } = await keys.createKey({ memberRef: ref, name: 'desk' }, operator);
  const answer = await signIn(key);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return { ref, keyId: id, key, cookie: cookieOf(answer) };
}
const read = (cookie: Headers) => isnad.stranger.get('/session', cookie);

describe('whoever signs in with a key', () => {
  it('is known by a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn(isnad.keys.editor);
    expect(answer.status).toBe(201);
    expect(setCookieOf(answer)).toMatch(
      /^__Host-isnad=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict; Max-Age=604800$/,
    );
    expect(answer.body).toMatchObject({ member: { ref: 'editor', role: 'editor' } });
    const known = await read(cookieOf(answer));
    expect([known.status, known.body]).toEqual([200, answer.body]);
    expect(known.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Authorization, Cookie' });
  });

  it('may do what the key may, polled operations included, and no more', async () => {
    const { cookie } = await enter('reader');
    for (const path of ['/v1/claims/C34', '/v1/claims/C34/status', '/v1/feed'])
      expect([path, (await isnad.stranger.get(path, cookie)).status]).toEqual([path, 200]);
    expect((await isnad.stranger.get('/v1/tasks', cookie)).status).toBe(403);
    const other = { ...cookie, Cookie: `theme=dark; ${String(cookie['Cookie'])}; more=1` };
    expect((await read(other)).status).toBe(200);
  });

  it('leaves nothing behind that would open anything', async () => {
    const { cookie } = await enter();
    const token = String(cookie['Cookie']).split('=')[1] ?? '';
    expect(token).toHaveLength(43);
    expect(await findInDatabase(isnad.database.pool, token)).toEqual([]);
  });

  it('is the same in the history as with the key', async () => {
    const { cookie, ref, keyId } = await enter();
    const made = await isnad.stranger.post(
      '/v1/sources',
      { kind: 'person', name: 'X', names: [{ language: 'en', text: 'X' }] },
      { ...cookie, ...ownPage },
    );
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const event = await isnad.store.db.event.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    expect(event).toMatchObject({ type: 'source.created', keyId });
    expect((await isnad.store.db.member.findUniqueOrThrow({ where: { ref } })).id).toBe(event.actorId);
  });

  it('who signs in again has one session, and the one before opens nothing', async () => {
    const { cookie, key } = await enter();
    const again = await signIn(key, cookie);
    expect((await read(cookie)).status).toBe(401);
    expect((await read(cookieOf(again))).status).toBe(200);
  });
});

describe('a session ends', () => {
  const endings: [string, (who: Awaited<ReturnType<typeof enter>>) => Promise<unknown>][] = [
    ['when they sign out', ({ cookie }) => isnad.stranger.delete('/session', { ...cookie, ...ownPage })],
    ['with its key', ({ keyId }) => isnad.services.keys.revokeKey(keyId, operator)],
    [
      'when its key expires',
      ({ keyId }) =>
        isnad.store.transact((tx) =>
          tx.key.update({ where: { id: keyId }, data: { expiresAt: new Date(Date.now() - 1_000) } }),
        ),
    ],
    [
      'when the member is set inactive',
      ({ ref }) => isnad.services.members.change(ref, { active: false }, operator, () => undefined),
    ],
    ['after twelve hours without a request', ({ keyId }) => age(keyId, 'used_at', '12 hours')],
    ['after seven days', ({ keyId }) => age(keyId, 'ends_at', '7 days')],
  ];
  const age = (keyId: string, column: 'used_at' | 'ends_at', by: string) =>
    isnad.store.transact((tx) =>
      tx.$executeRawUnsafe(
        `UPDATE sessions SET ${column} = ${column} - interval '${by}' - interval '1 second' WHERE key_id = '${keyId}'`,
      ),
    );

  it.each(endings)('%s', async (_when, end) => {
    const who = await enter();
    const stays = await enter();
    expect((await read(who.cookie)).status).toBe(200);
    await end(who);
    const answer = await read(who.cookie);
    expect([answer.status, problemOf(answer).code]).toEqual([401, 'unauthenticated']);
    expect((await read(stays.cookie)).status).toBe(200);
  });

  it('and its row goes with what is deleted when old', async () => {
    const [ended, stays] = [await enter(), await enter()];
    await isnad.services.keys.revokeKey(ended.keyId, operator);
    for (const { deleteOld } of isnad.services.features) await deleteOld?.();
    const rows = (keyId: string) => isnad.store.db.session.count({ where: { keyId } });
    expect([await rows(ended.keyId), await rows(stays.keyId)]).toEqual([0, 1]);
  });

  it('signing out tells the browser to forget the cookie, and leaves the key as it is', async () => {
    const { cookie, key } = await enter();
    const answer = await isnad.stranger.delete('/session', { ...cookie, ...ownPage });
    expect([answer.status, answer.body]).toEqual([200, { next: null }]);
    expect(setCookieOf(answer)).toMatch(/^__Host-isnad=; .*Max-Age=0$/);
    expect((await apiOf(isnad.app).as(key).get('/session')).body).toMatchObject({ endsAt: null });
  });

  it('not while it is used: each use counts', async () => {
    const { cookie, keyId } = await enter();
    await age(keyId, 'used_at', '11 hours');
    expect((await read(cookie)).status).toBe(200);
    await isnad.services.sessions.writeUses();
    await age(keyId, 'used_at', '11 hours');
    expect((await read(cookie)).status).toBe(200);
  });
});

describe('a write by cookie', () => {
  const write = async (headers: Headers): Promise<[number, string | undefined]> => {
    const answer = await isnad.stranger.patch('/v1/me', { awayEndsAt: null }, headers);
    return [answer.status, (answer.body as { code?: string }).code];
  };

  it.each<[string, Headers, boolean]>([
    ['a page of ours', ownPage, true],
    [
      'a page of ours, in a browser that says its origin alone',
      { Host: 'desk.test', Origin: 'https://desk.test' },
      true,
    ],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, false],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }, false],
    ['nowhere, as links and bookmarks come', { 'Sec-Fetch-Site': 'none' }, false],
    [
      'another site that names our origin',
      { 'Sec-Fetch-Site': 'cross-site', Host: 'a.test', Origin: 'https://a.test' },
      false,
    ],
    ['another origin', { Host: 'desk.test', Origin: 'https://desk.test:8443' }, false],
    ['a page without an origin', { Origin: 'null' }, false],
    ['who says nothing of it', {}, false],
  ])('from %s', async (_where, headers, passes) => {
    const { cookie } = await enter();
    const expected = passes ? [200, undefined] : [403, 'sent_from_elsewhere'];
    expect(await write({ ...cookie, ...headers })).toEqual(expected);
  });

  it('is none where a key is sent, too: the key counts', async () => {
    const { cookie, key } = await enter();
    expect(await write({ ...cookie, Authorization: `Bearer ${key}` })).toEqual([200, undefined]);
    expect((await write({ ...cookie, ...ownPage, Authorization: 'Bearer none' }))[0]).toBe(401);
  });

  it('may be sent again with an Idempotency-Key, in another session of the same key too', async () => {
    const { cookie, key } = await enter();
    const asked = { kind: 'person', name: 'Y', names: [{ language: 'en', text: 'Y' }] };
    const named = { ...ownPage, 'Idempotency-Key': '"once"' };
    const first = await isnad.stranger.post('/v1/sources', asked, { ...cookie, ...named });
    const again = await isnad.stranger.post('/v1/sources', asked, {
      ...cookieOf(await signIn(key)),
      ...named,
    });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true' });
  });
});

describe('signing in', () => {
  it('tells nobody which keys there are', async () => {
    const gone = await enter();
    await isnad.services.keys.revokeKey(gone.keyId, operator);
    const wrongSecret = `${gone.key.slice(0, -43)}${'A'.repeat(43)}`;
    const unknown = `isnad_${'0'.repeat(32)}_${'A'.repeat(43)}`;
    const answers = await Promise.all(
      [gone.key, wrongSecret, unknown, 'no key', 'a.b.c'].map((key) => signIn(key)),
    );
    for (const answer of answers) expect([answer.status, setCookieOf(answer)]).toEqual([401, '']);
    const told = answers.map((answer) => JSON.stringify({ ...problemOf(answer), requestId: '' }));
    expect(new Set(told).size).toBe(1);
  });

  it.each<[string, Headers, boolean]>([
    [
      'the machine itself, by its name',
      { Host: 'localhost:4545', Origin: 'http://localhost:4545', ...ownPage },
      true,
    ],
    [
      'the machine itself, by its address',
      { Host: '[::1]:4545', Origin: 'http://[::1]:4545', ...ownPage },
      true,
    ],
    ['elsewhere by https', { Host: 'desk.test', Origin: 'https://desk.test', ...ownPage }, true],
    ['elsewhere in plain', { Host: '192.168.1.5:4545', Origin: 'http://192.168.1.5:4545' }, false],
    [
      'elsewhere in plain, as the request claims only',
      { Host: '192.168.1.5', 'X-Forwarded-Proto': 'https' },
      false,
    ],
    [
      'a host that is called like the machine',
      { Host: 'localhost.evil.test', Origin: 'http://localhost.evil.test' },
      false,
    ],
  ])('from %s', async (_where, headers, passes) => {
    const answer = await signIn(isnad.keys.reader, headers);
    expect(answer.status, JSON.stringify(answer.body)).toBe(passes ? 201 : 403);
    if (!passes) expect(problemOf(answer)).toMatchObject({ code: 'tls_needed' });
  });

  it('is refused to pages of other sites', async () => {
    const answer = await signIn(isnad.keys.reader, { 'Sec-Fetch-Site': 'cross-site' });
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'sent_from_elsewhere']);
  });

  it('works behind a proxy of ours that says it came by TLS; what it sent on is limited by address', async () => {
    const each = { reader: 3, checker: 3, editor: 3, admin: 3 };
    const rates = createRates({
      limits: { reads: each, writes: each, failures: 2, publicReads: 0 },
      store: { exchange: () => Promise.resolve([]) },
      warn: () => undefined,
    });
    const { authenticateKey, authenticateSession } = isnad.services;
    const { stranger } = apiOf(
      createApp({
        operations: operationsOf(isnad.services),
        authenticate: authenticateKey,
        authenticateSession,
        rates,
        proxies: 1,
        checks: [],
        log: createLog({ level: 'silent', name: 'tests' }),
      }),
    );
    const from = (address: string) => ({
      Host: 'desk.test',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': address,
    });
    const statuses: number[] = [];
    for (const address of ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2'])
      statuses.push((await stranger.post('/session', { key: 'none' }, from(address))).status);
    expect(statuses).toEqual([401, 401, 429, 401]);
    const { key } = await enter();
    const entered = await stranger.post('/session', { key }, from('203.0.113.1'));
    expect([entered.status, entered.headers['ratelimit']]).toEqual([
      201,
      expect.stringContaining('"writes";r=2'),
    ]);
    const cookie = cookieOf(entered);
    for (const left of [2, 1, 0])
      expect((await stranger.get('/session', cookie)).headers['ratelimit']).toContain(
        `"reads";r=${String(left)}`,
      );
    expect((await stranger.get('/session', cookie)).status).toBe(429);
    expect((await apiOf(isnad.app).as(key).get('/v1/me')).status).toBe(200);
  });
});
