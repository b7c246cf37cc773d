import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatKey, parseKey } from '../../src/domain/access/key.js';
import type { CreatedKey, Key } from '../../src/resources/keys/key.schema.js';
import { apiOf } from '../support/api.js';
import { faultsOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const make = async (member = 'checker'): Promise<CreatedKey> => {
  const response = await isnad.as('admin').post(`/v1/members/${member}/keys`, { name: 'newsroom tool' });
  expect(response.status).toBe(201);
  return response.body as CreatedKey;
};
const me = (key: string) => apiOf(isnad.app).as(key).get('/v1/me');
const listOf = async (member: string): Promise<Key[]> =>
  ((await isnad.as('admin').get(`/v1/members/${member}/keys?limit=200`)).body as { items: Key[] }).items;

describe('making a key', () => {
  it('shows the key once, to be cached by nobody, and it works', async () => {
    const response = await isnad.as('admin').post('/v1/members/checker/keys', { name: 'laptop' });
    const { key, id, member, revokedAt } = response.body as CreatedKey;
    expect(response.headers['cache-control']).toBe('no-store');
    expect({ member: member.ref, revokedAt }).toEqual({ member: 'checker', revokedAt: null });
    expect(parseKey(key)?.id).toBe(id);
    expect((await me(key)).body).toMatchObject({ ref: 'checker', role: 'checker' });
    const read = await isnad.as('admin').get(String(response.headers['location']));
    const { key: shownOnce, ...known } = response.body as CreatedKey;
    expect(shownOnce).toBe(key);
    expect(read.body).toEqual(known);
    const tag = { 'If-None-Match': String(read.headers['etag']) };
    expect((await isnad.as('admin').get(`/v1/keys/${id}`, tag)).status).toBe(304);
  });

  it('leaves its secret neither in lists nor in events nor in the table', async () => {
    const { key, id } = await make();
    const secret = String(parseKey(key)?.secret);
    const events = await isnad.store.db.event.findMany({ where: { subjectId: id } });
    const row = await isnad.store.db.key.findUniqueOrThrow({ where: { id } });
    const digest = Buffer.from(row.secretDigest ?? []);
    expect(digest).toHaveLength(32);
    const told = JSON.stringify([
      await listOf('checker'),
      events.map(({ data, type }) => ({ data, type })),
      row,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['key.created']);
    expect(told).not.toContain(secret);
    const listed = JSON.stringify(await listOf('checker'));
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(listed).not.toContain(digest.toString(form));
  });

  it('is for admins, for members that exist, with a name', async () => {
    const path = '/v1/members/checker/keys';
    expect((await isnad.stranger.post(path, { name: 'x' })).status).toBe(401);
    expect((await isnad.as('editor').post(path, { name: 'x' })).status).toBe(403);
    expect((await isnad.as('editor').get(path)).status).toBe(403);
    expect((await isnad.stranger.get(path)).status).toBe(401);
    expect((await isnad.as('admin').post('/v1/members/nobody/keys', { name: 'x' })).status).toBe(404);
    expect((await isnad.as('admin').get('/v1/members/nobody/keys')).status).toBe(404);
    expect(faultsOf(await isnad.as('admin').post(path, { secret: 'x' }))).toEqual(['/name', '/secret']);
  });
});

describe('a key', () => {
  it('is refused with another secret, another id, or another form', async () => {
    const { key, id } = await make();
    const other = await make();
    const { secret } = parseKey(other.key) ?? { secret: '' };
    const wrong = [
      formatKey({ id, secret }),
      formatKey({ id: randomUUID(), secret: String(parseKey(key)?.secret) }),
      key.slice(0, -1),
      `${key}A`,
      key.toUpperCase(),
      id,
      'isnad_',
    ];
    const answers = await Promise.all(wrong.map((each) => me(each)));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 401));
    const details = new Set(answers.map(({ body }) => (body as { detail: string }).detail));
    expect(details.size).toBe(1);
  });

  it('works no more once it is revoked, and revoking it again changes nothing', async () => {
    const { key, id } = await make();
    const kept = await make();
    const revoked = await isnad.as('admin').delete(`/v1/keys/${id}`);
    expect([revoked.status, revoked.body]).toEqual([
      200,
      expect.objectContaining({ id, revokedAt: expect.any(String) as string }),
    ]);
    expect((await me(key)).status).toBe(401);
    expect((await me(kept.key)).status).toBe(200);
    const once = (await listOf('checker')).find((each) => each.id === id)?.revokedAt;
    expect((await isnad.as('admin').delete(`/v1/keys/${id}`)).status).toBe(200);
    expect((await listOf('checker')).find((each) => each.id === id)?.revokedAt).toBe(once);
    expect(await isnad.store.db.event.count({ where: { subjectId: id, type: 'key.revoked' } })).toBe(1);
  });

  it('is revoked by admins only, where there is one', async () => {
    const { id } = await make();
    expect((await isnad.stranger.delete(`/v1/keys/${id}`)).status).toBe(401);
    expect((await isnad.as('checker').delete(`/v1/keys/${id}`)).status).toBe(403);
    expect((await isnad.as('checker').get(`/v1/keys/${id}`)).status).toBe(403);
    expect((await isnad.as('admin').delete(`/v1/keys/${randomUUID()}`)).status).toBe(404);
    expect((await isnad.as('admin').get(`/v1/keys/${randomUUID()}`)).status).toBe(404);
    expect((await isnad.as('admin').delete('/v1/keys/checker')).status).toBe(400);
  });

  it('is listed with the others of its member, page by page', async () => {
    for (let count = 0; count < 3; count++) await make('reader');
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await isnad.as('admin').get(`/v1/members/reader/keys?limit=2${next && `&after=${next}`}`);
      const body = page.body as { items: Key[]; next: string | null };
      seen.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });
});
