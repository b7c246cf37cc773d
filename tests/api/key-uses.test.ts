import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { createKeyUses, type KeyUses } from '../../src/resources/keys/key-use.service.js';
import type { CreatedKey, Key } from '../../src/resources/keys/key.schema.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, type Page } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let app: RequestListener;
let uses: KeyUses;
beforeAll(async () => {
  isnad = await createIsnad();
  uses = isnad.services.keyUses;
  // As behind one proxy, so that requests can come from anywhere.
  app = createApp({
    operations: operationsOf(isnad.services),
    authenticate: isnad.services.authenticateKey,
    proxies: 1,
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
    checkAnswers: true,
  });
});
afterAll(() => isnad.close());

interface Use {
  key: { id: string } | null;
  hourStartsAt: string;
  network: string;
  used: number;
  refused: number;
  lastAt: string;
}

const make = async (body: object = {}): Promise<CreatedKey> => {
  const response = await isnad.as('admin').post('/v1/members/checker/keys', { name: 'a tool', ...body });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body as CreatedKey;
};
const call = (key: string, address: string) =>
  apiOf(app).as(key).get('/v1/me', { 'X-Forwarded-For': address });
const usesOf = async (query: string): Promise<Use[]> =>
  (bodyOf(await isnad.as('admin').get(`/v1/key-uses?${query}`)) as Page<Use>).items;
/** By network, over the hours: one may end meanwhile. */
async function usedFrom(id: string): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { network, used, refused } of await usesOf(`key=${id}`)) {
    expect(refused).toBe(0);
    sums[network] = (sums[network] ?? 0) + used;
  }
  return sums;
}
const keyOf = async (id: string): Promise<Key> =>
  bodyOf(await isnad.as('admin').get(`/v1/keys/${id}`)) as Key;

describe('a key with an end', () => {
  it('works until then and not after, and says so in the list', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id, key, ...made } = await make({ expiresAt });
    expect(made).toMatchObject({ expiresAt, lastUsedAt: null, kind: 'secret' });
    expect((await call(key, '192.0.2.1')).status).toBe(200);
    const path = '/v1/members/checker/keys?limit=200';
    const listed = (bodyOf(await isnad.as('admin').get(path)) as Page<Key>).items.find(
      (one) => one.id === id,
    );
    expect(listed?.expiresAt).toBe(expiresAt);
    const past = new Date(Date.now() - 1000);
    await isnad.store.transact((tx) => tx.key.update({ where: { id }, data: { expiresAt: past } }));
    const refused = await call(key, '192.0.2.1');
    const wrong = await call(`${key.slice(0, -43)}${'A'.repeat(43)}`, '192.0.2.1');
    expect([refused.status, problemOf(refused).detail]).toEqual([401, problemOf(wrong).detail]);
  });

  it('has it in its event', async () => {
    const expiresAt = '2099-01-01T00:00:00.000Z';
    const { id } = await make({ expiresAt });
    const [event] = await isnad.store.db.event.findMany({ where: { subjectId: id } });
    expect(event?.data).toMatchObject({ expiresAt });
  });

  it.each(['2020-01-01T00:00:00Z', 'tomorrow', 7, '2099-13-01T00:00:00Z'])(
    'of %s is refused',
    async (expiresAt) => {
      const response = await isnad.as('admin').post('/v1/members/checker/keys', { name: 'x', expiresAt });
      expect([response.status, faultsOf(response)]).toEqual([400, ['/expiresAt']]);
    },
  );
});

describe('the use of a key', () => {
  it('is counted by hour and network, and the key says when it was last used', async () => {
    const { id, key } = await make();
    const before = (await isnad.as('admin').get(`/v1/keys/${id}`)).headers['etag'];
    for (const address of ['192.0.2.1', '192.0.2.200', '2001:db8:1:2::3']) await call(key, address);
    expect((await keyOf(id)).lastUsedAt).toBeNull();
    await uses.write();
    expect(await usedFrom(id)).toEqual({ '192.0.2.0/24': 2, '2001:db8:1::/48': 1 });
    const { lastUsedAt } = await keyOf(id);
    expect(Math.abs(Date.now() - Date.parse(lastUsedAt ?? ''))).toBeLessThan(60_000);
    expect((await isnad.as('admin').get(`/v1/keys/${id}`)).headers['etag']).not.toBe(before);
    await call(key, '192.0.2.9');
    await uses.write();
    expect(await usedFrom(id)).toMatchObject({ '192.0.2.0/24': 3 });
  });

  it('a refused use of a key is counted too: wrong, revoked, and of no key at all', async () => {
    const { id, key } = await make();
    await call(`${key.slice(0, -43)}${'A'.repeat(43)}`, '198.51.100.1');
    await isnad.as('admin').delete(`/v1/keys/${id}`);
    await call(key, '198.51.100.2');
    await call('isnad_nonsense', '203.0.113.5');
    await call(key.replaceAll(/[0-9a-f]{32}/g, randomUUID().replaceAll('-', '')), '203.0.113.6');
    await uses.write();
    const [known] = await usesOf(`key=${id}&refused=true`);
    expect(known).toMatchObject({ network: '198.51.100.0/24', used: 0, refused: 2 });
    const unknown = (await usesOf('refused=true&limit=200')).filter(
      ({ network }) => network === '203.0.113.0/24',
    );
    expect(unknown).toMatchObject([{ key: null, refused: 2 }]);
    expect((await keyOf(id)).lastUsedAt).toBeNull();
  });

  it('holds no address', async () => {
    const { key } = await make();
    await call(key, '192.0.2.123');
    await uses.write();
    const rows = await isnad.database.pool.query('SELECT key_uses::text AS row FROM key_uses');
    expect(JSON.stringify(rows.rows)).not.toContain('192.0.2.123');
  });

  it('is kept for the next time where it cannot be written', async () => {
    const { id } = await make();
    const complaints: string[] = [];
    let down = true;
    const db = new Proxy(isnad.store.db, {
      get: (target, name) => {
        if (down && name === '$executeRaw') return () => Promise.reject(new Error('down'));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const store = { ...isnad.store, db };
    const patient = createKeyUses({
      store,
      days: 1,
      warn: (_error, message) => complaints.push(message),
    });
    patient.noteUse(id, '192.0.2.1');
    await patient.write();
    patient.noteUse(id, '192.0.2.2');
    down = false;
    await patient.write();
    expect(complaints).toHaveLength(1);
    expect(await usesOf(`key=${id}`)).toMatchObject([{ used: 2 }]);
  });

  it('is for admins, page by page, and for so many days', async () => {
    expect((await isnad.stranger.get('/v1/key-uses')).status).toBe(401);
    expect((await isnad.as('editor').get('/v1/key-uses')).status).toBe(403);
    expect(faultsOf(await isnad.as('admin').get('/v1/key-uses?key=x&refused=maybe'))).toEqual([
      'key',
      'refused',
    ]);
    expect((await isnad.as('admin').get('/v1/key-uses?after=AAAA')).status).toBe(400);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page<Use> = bodyOf(
        await isnad.as('admin').get(`/v1/key-uses?limit=2${next && `&after=${next}`}`),
      ) as Page<Use>;
      seen.push(...page.items.map(({ key, network }) => `${String(key?.id)} ${network}`));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await isnad.store.db.keyUse.count());
    await isnad.database.pool.query(`UPDATE key_uses SET hour = hour - interval '91 days'`);
    await uses.forget();
    expect(await isnad.store.db.keyUse.count()).toBe(0);
  });
});
