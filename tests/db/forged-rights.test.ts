/** Rights are those that two admins agreed on: whoever swaps what they agreed on, or a sign-in, for a moment is refused or found. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operator, type Caller } from '../../src/domain/access/rules.js';
import { toSeal } from '../../src/domain/event/sealed-data.js';
import type { Tx } from '../../src/platform/db/client.js';
import type { EventType } from '../../src/domain/event/types.js';
import { newId } from '../../src/platform/db/new-id.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { anyVersion } from '../support/api.js';
import { setClock, setClockRight } from '../support/clock.js';
import { bodyOf } from '../support/desk.js';
import { tieMembers } from '../support/second-persons.js';
import { expectBadEventOf, forgeAs } from '../support/forge-history.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.services.members.change('checker2', { role: 'admin' }, operator, () => undefined);
});
afterEach(() => isnad.close());

const idOf = async (ref: string): Promise<string> =>
  (bodyOf(await isnad.as('admin').get(`/v1/members/${ref}`)) as { id: string }).id;

async function ask(member: string, patch: object): Promise<string> {
  const asked = await isnad.as('admin').patch(`/v1/members/${member}`, patch, anyVersion);
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  return (asked.body as { id: string }).id;
}

const confirm = (change: string) =>
  isnad.as('checker2').post(`/v1/privileged-changes/${change}/transitions`, { event: 'confirm' }, anyVersion);

const expectBadEvent = (type: string, why: string) => expectBadEventOf(isnad, type, why);
const forge = (person: Person, work: Parameters<typeof forgeAs>[2]) => forgeAs(isnad, person, work);

const appendChanged = (tx: Tx, actor: Caller, member: string, data: Record<string, unknown>) =>
  appendEvents(tx, actor, [{ type: 'member.changed', subject: { type: 'member', id: member }, data }]);

describe('a change that waits is made of what it was asked for', () => {
  it.each([
    `member_id = (SELECT id FROM members WHERE ref = 'reader')`,
    'member_id = NULL',
    'key_id = gen_random_uuid()',
    `before = '{"role": "reader"}'`,
    `secret_digest = '\\x00'`,
    `lapses_at = lapses_at + interval '1 year'`,
    'asked_at = now()',
  ])('%s is refused while it waits', async (set) => {
    const id = await ask('checker', { role: 'editor' });
    const swapped = isnad.database.pool.query(`UPDATE privileged_changes SET ${set} WHERE id = $1`, [id]);
    await expect(swapped).rejects.toMatchObject({ constraint: 'privileged_changes_wait_first' });
    bodyOf(await confirm(id));
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });

  it('does not wait again once it was decided on', async () => {
    const id = await ask('checker', { role: 'editor' });
    bodyOf(await isnad.as('checker2').post(`/v1/privileged-changes/${id}/transitions`, { event: 'reject' }));
    const again = isnad.database.pool.query(
      `UPDATE privileged_changes SET status = 'waiting', decided_by_id = NULL, decided_at = NULL WHERE id = $1`,
      [id],
    );
    await expect(again).rejects.toMatchObject({ constraint: 'privileged_changes_wait_first' });
  });

  it('is not taken out, to be put in again as another', async () => {
    const id = await ask('checker', { role: 'editor' });
    const removed = isnad.database.pool.query('DELETE FROM privileged_changes WHERE id = $1', [id]);
    await expect(removed).rejects.toMatchObject({ constraint: 'privileged_changes_are_permanent' });
  });

  describe('with an identity', () => {
    const issuer = 'https://id.example';
    const hers = { issuer, subject: 'her' };
    /** What only the owner of the tables can do: a sign-in of somebody else in the place of the one that was asked for. */
    const swapIdentity = (id: string) =>
      isnad.owner.query('UPDATE privileged_changes SET wanted = $2 WHERE id = $1', [
        ...[id, JSON.stringify({ identities: [{ issuer, digest: 'ab'.repeat(32) }] })],
      ]);

    it('is found where it was that of somebody else, whom the owner of the tables put in', async () => {
      const id = await ask('checker', { identities: [hers] });
      await swapIdentity(id);
      bodyOf(await confirm(id));
      await expectBadEvent('member.changed', 'something else');
    });

    it('is confirmed as it was read, and as nothing else', async () => {
      const id = await ask('checker', { identities: [hers] });
      const { headers } = await isnad.as('checker2').get(`/v1/privileged-changes/${id}`);
      const confirmRead = () =>
        isnad
          .as('checker2')
          .post(
            `/v1/privileged-changes/${id}/transitions`,
            { event: 'confirm' },
            { 'If-Match': headers['etag'] ?? '' },
          );
      await swapIdentity(id);
      expect((await confirmRead()).status).toBe(412);
    });

    it('is good where it is the one that was asked for, of a new member as well', async () => {
      bodyOf(await confirm(await ask('checker', { identities: [hers, { ...hers, subject: 'again' }] })));
      const somebody = { ref: 'somebody', kind: 'person', name: 'Somebody', role: 'reader' };
      const asked = await isnad
        .as('admin')
        .post('/v1/members', { ...somebody, identities: [{ ...hers, subject: 'new' }] });
      bodyOf(await confirm((asked.body as { id: string }).id));
      await isnad.relay();
      expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
    });
  });

  it('is found where it was another whom the owner of the tables put in', async () => {
    const somebody = { ref: 'somebody', kind: 'person', name: 'Somebody', role: 'checker' } as const;
    const { id: other } = await isnad.services.members.ensure(
      { ...somebody, languages: [], topics: [] },
      operator,
    );
    const id = await ask('checker', { role: 'editor' });
    await isnad.owner.query('UPDATE privileged_changes SET member_id = $2 WHERE id = $1', [id, other]);
    bodyOf(await confirm(id));
    await expectBadEvent('member.changed', 'something else');
  });
});

describe('rights that rest on a change that was made for something else', () => {
  const promote = async (role: 'editor' | 'admin', member: string, change: string): Promise<void> =>
    forge('checker2', async (tx, actor) => {
      await tx.member.update({ where: { id: member }, data: { role, version: { increment: 1 } } });
      await appendChanged(tx, actor, member, {
        ...{ role, active: true, changed: ['role'], privilegedChange: change },
      });
    });

  it('a role for another member than was agreed on', async () => {
    const id = await ask('checker', { role: 'editor' });
    bodyOf(await confirm(id));
    await promote('editor', await idOf('reader'), id);
    await expectBadEvent('member.changed', 'something else');
  });

  it('a role, by a change that gave a key', async () => {
    const asked = await isnad.as('admin').post('/v1/members/reader/keys', { name: 'laptop' });
    const { id } = asked.body as { id: string };
    bodyOf(await confirm(id));
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
    await promote('editor', await idOf('reader'), id);
    await expectBadEvent('member.changed', 'something else');
  });

  it('another role than was agreed on, by whoever confirms it, before they do', async () => {
    const id = await ask('reader', { role: 'editor' });
    await promote('admin', await idOf('reader'), id);
    await isnad.as('admin').post(`/v1/privileged-changes/${id}/transitions`, { event: 'withdraw' });
    await expectBadEvent('member.changed', 'nobody confirmed');
  });

  it('the role that was agreed on, after it was confirmed and taken away again', async () => {
    const id = await ask('reader', { role: 'editor' });
    bodyOf(await confirm(id));
    const reader = await idOf('reader');
    await isnad.services.members.change('reader', { role: 'reader' }, operator, () => undefined);
    await promote('editor', reader, id);
    await expectBadEvent('member.changed', 'was made before');
  });

  it('a key of another secret than was shown', async () => {
    const asked = await isnad.as('admin').post('/v1/members/reader/keys', { name: 'laptop' });
    const { id } = asked.body as { id: string };
    await isnad.owner.query(`UPDATE privileged_changes SET secret_digest = $2 WHERE id = $1`, [
      ...[id, Buffer.alloc(32, 1)],
    ]);
    bodyOf(await confirm(id));
    await expectBadEvent('key.created', 'something else');
  });
});

describe('rights are what rows give, whatever the event says that gives them', () => {
  it.each<[EventType, object]>([
    ['member.changed', { role: 'reader', active: true, changed: ['topics'] }],
    ['source.changed', {}],
    ['content.erased', { seals: [] }],
  ])('a role that a reader gives themselves by %s', async (type, data) => {
    const id = await idOf('reader');
    await forge('reader', async (tx, actor) => {
      await tx.member.update({ where: { id }, data: { role: 'editor', version: { increment: 1 } } });
      await appendEvents(tx, actor, [{ type, subject: { type: 'member', id }, data: { ...data } }]);
    });
    await expectBadEvent(type, 'no active admin');
  });

  it('another role than was agreed on, which the event names', async () => {
    const id = await ask('reader', { role: 'editor' });
    const member = await idOf('reader');
    await forge('checker2', async (tx, actor) => {
      await tx.member.update({ where: { id: member }, data: { role: 'admin', version: { increment: 1 } } });
      await appendChanged(tx, actor, member, { role: 'editor', active: true, privilegedChange: id });
      await tx.privilegedChange.update({
        where: { id },
        data: { status: 'confirmed', decidedById: actor.memberId, decidedAt: new Date() },
      });
      await appendEvents(tx, actor, [
        { type: 'privileged_change.confirmed', subject: { type: 'privileged_change', id } },
      ]);
    });
    await expectBadEvent('member.changed', 'something else');
  });

  const keyOf = async (ref: string) =>
    isnad.store.db.key.findFirstOrThrow({ where: { member: { ref } }, select: { id: true } });

  it('a key that a reader makes for an editor, as if it were replaced', async () => {
    const id = newId();
    const memberId = await idOf('editor');
    await forge('reader', async (tx, actor) => {
      await tx.key.create({ data: { id, memberId, name: 'key' } });
      await appendEvents(tx, actor, [{ type: 'key.rotated', subject: { type: 'key', id } }]);
    });
    await expectBadEvent('key.rotated', 'no active admin');
  });

  it('the end of the key of somebody else', async () => {
    const { id } = await keyOf('editor');
    await forge('reader', async (tx, actor) => {
      await tx.key.update({ where: { id }, data: { revokedAt: new Date() } });
      await appendEvents(tx, actor, [{ type: 'key.revoked', subject: { type: 'key', id } }]);
    });
    await expectBadEvent('key.revoked', 'no active admin');
  });

  it.each<[string, object, string]>([
    ['lives again', { revokedAt: null }, 'was not revoked that was'],
    ['lives longer', { expiresAt: null }, 'works longer'],
    ['is given to another', { member: 'editor' }, 'of another member'],
  ])('a key that %s', async (_what, { member, ...data }: { member?: string }, why) => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const key = { memberRef: 'reader', name: 'key', expiresAt };
    const { id } = await isnad.services.keys.createKey(key, operator);
    await isnad.services.keys.revokeKey(id, operator);
    const memberId = member === undefined ? undefined : await idOf(member);
    await forge('admin', async (tx, actor) => {
      await tx.key.update({ where: { id }, data: { ...data, ...(memberId !== undefined && { memberId }) } });
      await appendEvents(tx, actor, [{ type: 'key.rotated', subject: { type: 'key', id } }]);
    });
    await expectBadEvent('key.rotated', why);
  });

  it('are good where everybody settles what is theirs, and an admin ends the keys of others', async () => {
    bodyOf(await isnad.as('editor').patch('/v1/me', { awayEndsAt: '2999-01-01T00:00:00Z' }));
    const own = await isnad.as('admin').post('/v1/members/admin/keys', { name: 'another' });
    const { id } = own.body as { id: string };
    expect(own.status).toBe(201);
    const rotated = await isnad.as('admin').post(`/v1/keys/${id}/successor`, { overlapHours: 1 }, anyVersion);
    expect(rotated.status, JSON.stringify(rotated.body)).toBe(201);
    const { id: reader } = await keyOf('reader');
    expect((await isnad.as('admin').delete(`/v1/keys/${reader}`, anyVersion)).status).toBeLessThan(300);
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});

describe('a sign-in takes two admins where there are two', () => {
  const identities = [{ issuer: 'https://id.example', subject: 'mine' }];

  it('is found where the other admin was none for the moment in which it was given', async () => {
    const set = (active: boolean) =>
      isnad.database.pool.query(`UPDATE members SET active = $1 WHERE ref = 'checker2'`, [active]);
    await setClock(isnad, '1 minute');
    await set(false);
    bodyOf(await isnad.as('admin').patch('/v1/members/editor', { identities }, anyVersion));
    await set(true);
    await setClockRight(isnad);
    await expectBadEvent('member.changed', 'another to confirm it');
  });

  it('is good where it was confirmed, given again as it is, or taken by the command', async () => {
    bodyOf(await confirm(await ask('editor', { identities })));
    bodyOf(await isnad.as('admin').patch('/v1/members/editor', { identities }, anyVersion));
    await isnad.services.members.change('editor', { identities: [] }, operator, () => undefined);
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });

  it('is found where a new member of no rights is given one by one admin', async () => {
    await forge('admin', async (tx, actor) => {
      const member = await tx.member.create({
        data: { ref: 'mine', kind: 'person', name: 'Mine', role: 'reader' },
      });
      const digest = Buffer.alloc(32, 7);
      await tx.memberIdentity.create({
        data: { issuer: 'https://id.example', digest, memberId: member.id, mac: digest },
      });
      const data = { ref: toSeal('member', member.id, 'mine'), kind: 'person', role: 'reader' };
      await appendEvents(tx, actor, [
        { type: 'member.created', subject: { type: 'member', id: member.id }, data },
      ]);
    });
    await expectBadEvent('member.created', 'another to confirm it');
  });
});

describe('a tie is for ever', () => {
  const said = (changed: string) => ({ role: 'editor', active: true, changed: [changed] });
  const tie = (one: Person, other: Person) => tieMembers(isnad, one, other, confirm);

  it.each([
    ['is a person of their own again', 'person_id = NULL WHERE person_id IS NOT NULL'],
    [
      'goes on to another without whom they are tied to',
      `person_id = (SELECT id FROM members WHERE ref = 'reader') WHERE person_id IS NOT NULL`,
    ],
    [
      'is left behind by whom they are tied to',
      `person_id = (SELECT id FROM members WHERE ref = 'reader') WHERE id IN (SELECT person_id FROM members)`,
    ],
  ])('no row says that who was tied %s', async (_what, set) => {
    await tie('editor', 'editor2');
    await expect(isnad.database.pool.query(`UPDATE members SET ${set}`)).rejects.toMatchObject({
      constraint: 'members_tied_for_ever',
    });
  });

  it('is found where the history tells of one who is a person of their own again', async () => {
    await tie('editor', 'editor2');
    const { rows } = await isnad.database.pool.query<{ id: string }>(
      'SELECT id FROM members WHERE person_id IS NOT NULL',
    );
    const tied = String(rows[0]?.id);
    await isnad.owner.query('ALTER TABLE members DISABLE TRIGGER members_tied_for_ever');
    await forge('admin', async (tx, actor) => {
      await tx.member.update({ where: { id: tied }, data: { personId: null } });
      await appendChanged(tx, actor, tied, said('topics'));
    });
    await isnad.owner.query('ALTER TABLE members ENABLE TRIGGER members_tied_for_ever');
    await expectBadEvent('member.changed', 'tied');
  });

  it('is good where all of a group are tied to another', async () => {
    await tie('editor', 'editor2');
    await tie('editor2', 'checker');
    await tie('reader', 'editor');
    const { rows } = await isnad.database.pool.query<{ persons: number }>(
      `SELECT count(DISTINCT person_of(id))::int AS persons FROM members WHERE ref IN ('editor', 'editor2', 'checker', 'reader')`,
    );
    expect(rows).toEqual([{ persons: 1 }]);
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});
