/** With the database alone, as the application, nobody makes a key or a session, nor turns their own, or their identity, into that of another. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatKey, parseKey } from '../../src/domain/access/key.js';
import { operator } from '../../src/domain/access/rules.js';
import { sessionCookie } from '../../src/domain/access/session.js';
import { createSignIn } from '../../src/resources/members/sign-in.service.js';
import { apiOf } from '../support/api.js';
import { memberIdOf } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let editor: { memberId: string; keyId: string };
beforeAll(async () => {
  isnad = await createIsnad();
  editor = {
    memberId: await memberIdOf(isnad, 'editor'),
    keyId: String(parseKey(isnad.keys.editor)?.id),
  };
});
afterAll(() => isnad.close());

const asApplication = (query: string, values: unknown[]) => isnad.database.pool.query(query, values);
const newSecret = (): string => randomBytes(32).toString('base64url');
const plainDigest = (secret: string): Buffer => hash('sha256', secret, 'buffer');

const useKey = (key: string) => apiOf(isnad.app).as(key).get('/v1/me');
const useSession = (token: string) =>
  isnad.stranger.get('/session', { Cookie: `${sessionCookie}=${token}`, 'Sec-Fetch-Site': 'same-origin' });

/** A key of the reader's own, and a session that was begun with it; neither was used yet. */
async function begin(): Promise<{ key: string; keyId: string; token: string }> {
  const { key, id } = await isnad.services.keys.createKey({ memberRef: 'reader', name: 'own' }, operator);
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-Proto': 'https' };
  const answer = await isnad.stranger.post('/session', { key }, headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  const token = /=([\w-]{43});/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
  return { key, keyId: id, token };
}

it('takes a session for what it is, and a key', async () => {
  const { key, token } = await begin();
  expect((await useKey(key)).body).toMatchObject({ ref: 'reader' });
  expect((await useSession(token)).body).toMatchObject({ member: { ref: 'reader' } });
});

it('knows no session that was written into the table', async () => {
  const token = newSecret();
  const insert = `INSERT INTO sessions (digest, key_id, ends_at) VALUES ($1, $2, now() + interval '1 hour')`;
  await asApplication(insert, [plainDigest(token), editor.keyId]);
  expect((await useSession(token)).status).toBe(401);
});

it('knows no session any more that was given to another key', async () => {
  const { token, keyId } = await begin();
  await asApplication('UPDATE sessions SET key_id = $1 WHERE key_id = $2', [editor.keyId, keyId]);
  expect((await useSession(token)).status).toBe(401);
});

it('knows no key that was written into the table', async () => {
  const [id, secret] = [randomUUID(), newSecret()];
  const insert = `INSERT INTO keys (id, member_id, name, secret_digest) VALUES ($1, $2, 'forged', $3)`;
  await asApplication(insert, [id, editor.memberId, plainDigest(secret)]);
  expect((await useKey(formatKey({ id, secret }))).status).toBe(401);
});

it('knows no key any more that was given to another member, nor what was begun with it', async () => {
  const { key, keyId, token } = await begin();
  await asApplication('UPDATE keys SET member_id = $1 WHERE id = $2', [editor.memberId, keyId]);
  expect((await useKey(key)).status).toBe(401);
  expect((await useSession(token)).status).toBe(401);
});

it('knows no key whose secret was put in the place of that of another', async () => {
  const { key, keyId } = await begin();
  const other = await isnad.services.keys.createKey({ memberRef: 'editor', name: 'other' }, operator);
  await asApplication(
    'UPDATE keys SET secret_digest = (SELECT secret_digest FROM keys WHERE id = $1) WHERE id = $2',
    [keyId, other.id],
  );
  const secret = String(parseKey(key)?.secret);
  expect((await useKey(formatKey({ id: other.id, secret }))).status).toBe(401);
});

it('signs nobody in as the member that their identity was moved to, or with the key of another', async () => {
  const { database, store, services } = isnad;
  const who = { issuer: 'https://id.example', subject: 'mine' };
  await services.members.change('reader', { identities: [who] }, operator, () => undefined);
  const refused: string[] = [];
  const signIn = createSignIn({
    ...{ store, members: services.members, uses: services.keyUses, strangers: 'refuse' },
    refused: ({ reason }) => refused.push(reason),
  });
  expect(await signIn.bySubject(who)).toMatchObject({ ref: 'reader' });
  const move = (set: string, ...values: unknown[]) =>
    database.pool.query(`UPDATE member_identities SET ${set} WHERE issuer = 'https://id.example'`, values);
  await move('key_id = $1', editor.keyId);
  expect(await signIn.bySubject(who)).toBeUndefined();
  await move('member_id = $1', editor.memberId);
  await expect(signIn.bySubject(who)).rejects.toMatchObject({ code: 'unknown_subject' });
  expect(refused.at(-1)).toContain('by none of our processes');
});
