/** Webhooks follow their member and its keys: what ends with these, what goes on, and by whose eyes it is seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { findLastSuccessor } from '../../src/delivery/webhooks/owner.repository.js';
import type { CreatedKey } from '../../src/resources/keys/key.schema.js';
import { apiOf, type Api } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { bodyOf, madeOf, memberIdOf } from '../support/desk.js';
import { changeWaits } from '../support/gate.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, happen, readWebhook, relay, type CreatedWebhook } from '../support/webhooks.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

let count = 0;
interface Owner {
  ref: string;
  /** With a key of theirs, made now. */
  key: () => Promise<CreatedKey & { api: Api }>;
}
async function join(role: 'reader' | 'editor' = 'reader'): Promise<Owner> {
  const ref = `owner-${String(++count)}`;
  const member = { ref, kind: 'person' as const, name: ref, role, languages: [], topics: [] };
  await isnad.services.members.ensure(member, operator);
  return {
    ref,
    key: async () => {
      const made = await isnad.services.keys.createKey({ memberRef: ref, name: 'tool' }, operator);
      return { ...made, api: apiOf(isnad.app).as(made.key) };
    },
  };
}

const types = ['source.created', 'policy.changed'];
/** Made with this key, and called at a receiver of its own. */
async function hookOf(api: Api): Promise<{ made: CreatedWebhook; receiver: Receiver }> {
  await relay(isnad);
  const receiver = await startReceiver();
  const made = madeOf(await api.post('/v1/webhooks', { url: receiver.url, types })) as CreatedWebhook;
  receiver.trust(made.secret);
  return { made, receiver };
}
const revoke = async ({ id }: { id: string }) => {
  expect((await isnad.as('admin').delete(`/v1/keys/${id}`)).status).toBe(200);
};
const eventsOf = async ({ id }: { id: string }) =>
  (await isnad.store.db.event.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })).map(
    ({ type, data }) => ({ type, data }),
  );
const subjects = ({ all }: Receiver) => all.map(({ event }) => event.subject);
const enable = (api: Api, { id }: { id: string }) =>
  api.post(`/v1/webhooks/${id}/transitions`, { event: 'enable' });

describe('a webhook whose key is revoked', () => {
  it('is disabled with an event, and another key of its member enables it from where it stopped', async () => {
    const owner = await join();
    const [first, second] = [await owner.key(), await owner.key()];
    const { made, receiver } = await hookOf(first.api);
    const other = await hookOf(second.api);
    const before = await happen(isnad, 'Before');
    await deliverAll(isnad);
    await revoke(first);
    const missed = await happen(isnad, 'Missed');
    await deliverAll(isnad);
    expect(subjects(receiver)).toEqual([`source/${before}`]);
    expect(subjects(other.receiver)).toContain(`source/${missed}`);
    expect(await readWebhook(isnad, made)).toMatchObject({
      status: 'disabled',
      disabled: { reason: 'key_revoked' },
      key: { id: first.id },
    });
    const last = (await eventsOf(made)).at(-1);
    expect(last).toMatchObject({
      type: 'webhook.disabled',
      data: { reason: 'key_revoked', url: receiver.url, owner: await memberIdOf(isnad, owner.ref) },
    });
    const refused = await enable(isnad.as('admin'), made);
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'webhook_without_key']);
    const movesFor = async (api: Api) =>
      (bodyOf(await api.get(`/v1/webhooks/${made.id}/transitions`)) as { items: object[] }).items;
    expect(await movesFor(isnad.as('admin'))).toEqual([
      { event: 'enable', to: 'enabled', allowed: false, why: problemOf(refused).detail },
    ]);
    expect(await movesFor(second.api)).toMatchObject([{ event: 'enable', allowed: true }]);
    expect(bodyOf(await enable(second.api, made))).toMatchObject({
      status: 'enabled',
      key: { id: second.id },
    });
    await deliverAll(isnad);
    expect(subjects(receiver)).toEqual([`source/${before}`, `source/${missed}`]);
    // The key that was revoked has no part in it any more.
    await revoke(second);
    expect((await readWebhook(isnad, made)).status).toBe('disabled');
    for (const one of [receiver, other.receiver]) await one.close();
  });

  it('a webhook whose key expires is disabled before it is called again', async () => {
    const key = await (await join()).key();
    const { made, receiver } = await hookOf(key.api);
    await isnad.database.pool.query('UPDATE keys SET expires_at = now() WHERE id = $1', [key.id]);
    await happen(isnad, 'Too late');
    await deliverAll(isnad);
    expect(subjects(receiver)).toEqual([]);
    expect((await readWebhook(isnad, made)).disabled).toMatchObject({ reason: 'key_expired' });
    await receiver.close();
  });
});

describe('a key that is replaced', () => {
  it('hands its webhooks on to its successor, and works on for a while', async () => {
    const key = await (await join()).key();
    const { made, receiver } = await hookOf(key.api);
    const rotated = await isnad.as('admin').post(`/v1/keys/${key.id}/successor`, { overlapHours: 1 });
    const successor = madeOf(rotated) as CreatedKey;
    expect(successor).toMatchObject({ name: 'tool', member: { ref: key.member.ref }, expiresAt: null });
    expect((await key.api.get('/v1/me')).status).toBe(200);
    const old = bodyOf(await isnad.as('admin').get(`/v1/keys/${key.id}`)) as CreatedKey;
    expect(old.successor).toEqual({ id: successor.id });
    expect(Date.parse(old.expiresAt ?? '') - Date.now()).toBeGreaterThan(3_500_000);
    expect((await eventsOf(made)).at(-1)).toMatchObject({
      type: 'webhook.handed_on',
      data: { url: receiver.url, owner: key.member.id, key: successor.id },
    });
    expect((await eventsOf(key)).at(-1)).toMatchObject({
      type: 'key.rotated',
      data: { successor: successor.id },
    });
    await revoke(key);
    const source = await happen(isnad, 'By the successor');
    await deliverAll(isnad);
    expect(subjects(receiver)).toEqual([`source/${source}`]);
    const twice = await isnad.as('admin').post(`/v1/keys/${key.id}/successor`);
    expect([twice.status, problemOf(twice).code]).toEqual([409, 'key_ended']);
    await receiver.close();
  });

  it('gives what is made with it meanwhile to its successor', async () => {
    const key = await (await join()).key();
    const rotated = await isnad.as('admin').post(`/v1/keys/${key.id}/successor`, { overlapHours: 1 });
    const successor = madeOf(rotated) as CreatedKey;
    const { made, receiver } = await hookOf(key.api);
    expect(made.key).toEqual({ id: successor.id });
    await revoke(key);
    const source = await happen(isnad, 'Made with the key before');
    await deliverAll(isnad);
    expect(subjects(receiver)).toEqual([`source/${source}`]);
    await receiver.close();
  });

  it('is not replaced while a webhook is made with it, and hands that on too', async () => {
    const owner = await join();
    const { id } = await owner.key();
    let rotated: Promise<unknown> | undefined;
    await isnad.store.transact(async (tx) => {
      expect(await findLastSuccessor(tx, id)).toBe(id);
      const asked = isnad.as('admin').post(`/v1/keys/${id}/successor`, { overlapHours: 1 });
      rotated = Promise.resolve(asked);
      await changeWaits(isnad, '%UPDATE keys%');
    });
    expect(await rotated).toMatchObject({ status: 201 });
  });

  it('keeps its webhooks to itself once its successor is revoked', async () => {
    const key = await (await join()).key();
    const rotated = await isnad.as('admin').post(`/v1/keys/${key.id}/successor`, { overlapHours: 1 });
    await revoke(madeOf(rotated) as CreatedKey);
    const { made, receiver } = await hookOf(key.api);
    expect(made.key).toEqual({ id: key.id });
    const source = await happen(isnad, 'After the successor');
    await deliverAll(isnad);
    expect(subjects(receiver)).toEqual([`source/${source}`]);
    await receiver.close();
  });

  it('with no time to go on is refused at once', async () => {
    const key = await (await join()).key();
    madeOf(await isnad.as('admin').post(`/v1/keys/${key.id}/successor`, { overlapHours: 0 }));
    expect((await key.api.get('/v1/me')).status).toBe(401);
  });
});

describe('a member', () => {
  it('a member who is set inactive is called no more, which their webhooks say', async () => {
    const owner = await join();
    const { made, receiver } = await hookOf((await owner.key()).api);
    bodyOf(await isnad.as('admin').patch(`/v1/members/${owner.ref}`, { active: false }));
    await happen(isnad, 'Nobody is told');
    await deliverAll(isnad);
    expect(receiver.all).toEqual([]);
    expect((await eventsOf(made)).at(-1)).toMatchObject({
      type: 'webhook.disabled',
      data: { reason: 'owner_inactive', url: receiver.url, owner: await memberIdOf(isnad, owner.ref) },
    });
    bodyOf(await isnad.as('admin').patch(`/v1/members/${owner.ref}`, { active: true }));
    expect((await enable((await owner.key()).api, made)).status).toBe(200);
    await deliverAll(isnad);
    expect(receiver.all).toHaveLength(1);
    await receiver.close();
  });

  it.each([
    ['made a reader', (ref: string) => `UPDATE members SET role = 'reader' WHERE ref = '${ref}'`],
    ['set inactive', (ref: string) => `UPDATE members SET active = false WHERE ref = '${ref}'`],
    [
      'left without a key',
      (ref: string) =>
        `UPDATE keys SET revoked_at = now() WHERE member_id = (SELECT id FROM members WHERE ref = '${ref}')`,
    ],
  ])(
    'who is %s in the middle of a run gets nothing that they may not see, a second later',
    async (what, sql) => {
      const owner = await join('editor');
      const { receiver } = await hookOf((await owner.key()).api);
      for (let wipLimit = 30; wipLimit < 40; wipLimit++)
        bodyOf(await isnad.as('editor').patch('/v1/policies/desk', { wipLimit }));
      let changedAt = Infinity;
      const late: boolean[] = [];
      receiver.behave(async ({ event }) => {
        if (performance.now() - changedAt > 1_000) late.push(event.withheld === true);
        // The first answer takes longer than rights are believed: whatever comes after is judged anew.
        if (changedAt === Infinity) {
          changedAt = performance.now();
          await isnad.database.pool.query(sql(owner.ref));
          await new Promise((resolve) => setTimeout(resolve, 1_100));
        }
        return 204;
      });
      await deliverAll(isnad);
      expect(receiver.all[0]?.event.withheld).toBeUndefined();
      if (what === 'made a reader') {
        expect(late.length).toBeGreaterThan(5);
        expect(late).not.toContain(false);
      } else expect(receiver.all).toHaveLength(1);
      await receiver.close();
    },
  );
});
