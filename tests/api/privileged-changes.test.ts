/** Who may do what is changed by two admins, or by one where there is no other; every change says on whose authority. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { jobsFor } from '../../src/jobs.js';
import type { CreatedKey } from '../../src/resources/keys/key.schema.js';
import type { Member } from '../../src/resources/members/member.schema.js';
import type { PrivilegedChange } from '../../src/resources/privileged-changes/privileged-change.schema.js';
import { anyVersion, apiOf, type Api } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { bodyOf, madeOf } from '../support/desk.js';
import { findInDatabase } from '../support/find-in-database.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let admin: Api;
let admin2: Api;
let admin3: Api;
beforeAll(async () => {
  isnad = await createIsnad();
  admin = isnad.as('admin');
  admin2 = (await join('admin')).api;
  admin3 = (await join('admin')).api;
});
afterAll(() => isnad.close());

let count = 0;
async function join(role: 'reader' | 'checker' | 'editor' | 'admin', on = isnad) {
  const ref = `somebody-${String(++count)}`;
  const { members, keys } = on.services;
  const member = await members.ensure(
    { ref, kind: 'person', name: ref, role, languages: [], topics: [] },
    operator,
  );
  const { key, id } = await keys.createKey({ memberRef: ref, name: 'x' }, operator);
  return { ref, memberId: member.id, keyId: id, key, api: apiOf(on.app).as(key) };
}

type Waiting = PrivilegedChange & { secret?: string };
type Response = Awaited<ReturnType<Api['get']>>;
const waitingOf = (response: Response): Waiting => {
  expect(response.status, JSON.stringify(response.body)).toBe(202);
  const change = response.body as Waiting;
  expect(response.headers['location']).toBe(`/v1/privileged-changes/${change.id}`);
  expect(change.status).toBe('waiting');
  return change;
};
const decide = (
  as: Api,
  { id }: { id: string },
  event: 'confirm' | 'reject' | 'withdraw',
  headers = anyVersion,
) => as.post(`/v1/privileged-changes/${id}/transitions`, { event }, headers);
const read = async ({ id }: { id: string }): Promise<PrivilegedChange> =>
  bodyOf(await admin.get(`/v1/privileged-changes/${id}`)) as PrivilegedChange;
const memberOf = async (ref: string): Promise<Member> =>
  bodyOf(await admin.get(`/v1/members/${ref}`)) as Member;
const patch = (ref: string, body: object, as = admin) =>
  as.patch(`/v1/members/${ref}`, body, { 'If-Match': '*' });
const eventsOf = (subjectId: string, on = isnad) =>
  on.store.db.event.findMany({ where: { subjectId }, orderBy: { seq: 'asc' }, include: { actor: true } });
const me = (key: string) => apiOf(isnad.app).as(key).get('/v1/me');
const somebody = (more: object) => ({
  ref: `new-${String(++count)}`,
  kind: 'person',
  name: 'Somebody',
  ...more,
});
const issuer = 'https://id.example';
const identity = () => ({ issuer, subject: randomUUID() });
/** As an answer has it: subjects are in none of them. */
const withoutSubjects = <Given extends object>(given: Given): Given =>
  'identities' in given
    ? { ...given, identities: [{ issuer, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string }] }
    : given;

/** Asked for by `admin`, confirmed by `admin2`; what was made says so. */
async function confirmed(change: Waiting, subjectId: () => Promise<string>, type: string): Promise<void> {
  const done = bodyOf(await decide(admin2, change, 'confirm')) as PrivilegedChange;
  expect(done).toMatchObject({ id: change.id, status: 'confirmed', askedBy: { ref: 'admin' } });
  expect(done.decidedBy?.ref).toBe((bodyOf(await admin2.get('/v1/me')) as { ref: string }).ref);
  const event = (await eventsOf(await subjectId())).filter((one) => one.type === type).at(-1);
  expect(event?.data).toMatchObject({
    privilegedChange: change.id,
    askedBy: done.askedBy?.id,
    confirmedBy: done.decidedBy?.id,
  });
  expect((await eventsOf(change.id)).map((one) => one.type)).toEqual([
    'privileged_change.asked',
    'privileged_change.confirmed',
  ]);
}

describe('what takes a second admin happens once it is confirmed, and not before', () => {
  it.each([
    ['a new editor', { role: 'editor' }],
    ['a new admin', { role: 'admin' }],
    ['a new reader who signs in', { role: 'reader', identities: [identity()] }],
  ])('%s', async (_what, more) => {
    const given = somebody(more);
    const change = waitingOf(await admin.post('/v1/members', given));
    expect(change).toMatchObject({ kind: 'create_member', member: null, wanted: withoutSubjects(given) });
    expect((await admin.get(`/v1/members/${given.ref}`)).status).toBe(404);
    await confirmed(change, async () => (await memberOf(given.ref)).id, 'member.created');
    expect(await memberOf(given.ref)).toMatchObject(withoutSubjects(more));
  });

  it('an identity, whose subject is shown while it waits, and kept nowhere', async () => {
    const { ref } = await join('checker');
    const asked = { issuer: 'https://id.example', subject: `subject-${randomUUID()}` };
    const change = waitingOf(await patch(ref, { identities: [asked] }));
    const [stored] = change.wanted['identities'] as { digest: string }[];
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(stored).toEqual({ issuer: asked.issuer, digest });
    expect((await read(change)).wanted).toEqual({ identities: [{ ...stored, ...asked }] });
    const sealed = async () =>
      (await isnad.store.db.privilegedChange.findUniqueOrThrow({ where: { id: change.id } })).subjects;
    expect(await sealed()).not.toBeNull();
    expect(await findInDatabase(isnad.database.pool, asked.subject)).toEqual([]);
    bodyOf(await decide(admin2, change, 'confirm'));
    expect((await read(change)).wanted).toEqual({ identities: [stored] });
    expect(await sealed()).toBeNull();
    const [event] = await eventsOf(change.id);
    expect(event?.data).toMatchObject({ identities: digest });
    expect(JSON.stringify(event?.data)).not.toContain(stored?.digest);
  });

  describe('by the digest of an identity', () => {
    const digestIn = ({ wanted }: Waiting): string =>
      (wanted['identities'] as { digest: string }[])[0]?.digest ?? '';
    const refused = (response: Response): unknown[] => {
      const { code, errors = [] } = problemOf(response);
      return [response.status, code, errors.map(({ pointer }) => pointer)];
    };

    it('asks for nobody whom only an earlier request named: whose it is would be shown to nobody', async () => {
      const { ref } = await join('checker');
      const asked = waitingOf(await patch(ref, { identities: [identity()] }));
      bodyOf(await decide(admin, asked, 'withdraw'));
      const identities = [identity(), { issuer, digest: digestIn(asked) }];
      const unknown = [400, 'unknown_identity', ['/identities/1/digest']];
      expect(refused(await patch(ref, { identities }))).toEqual(unknown);
      expect(refused(await admin.post('/v1/members', somebody({ role: 'reader', identities })))).toEqual(
        unknown,
      );
    });

    it('keeps and moves one that is known, at its issuer alone, and shows whose it is or was', async () => {
      const [first, next] = [await join('checker'), await join('checker')];
      const asked = waitingOf(await patch(first.ref, { identities: [identity()] }));
      bodyOf(await decide(admin2, asked, 'confirm'));
      const known = { issuer, digest: digestIn(asked) };
      const elsewhere = { ...known, issuer: 'https://other.example' };
      expect(refused(await patch(next.ref, { identities: [elsewhere] }))[1]).toBe('unknown_identity');
      const member = { id: first.memberId, ref: first.ref };
      const kept = waitingOf(await patch(first.ref, { identities: [known, identity()] }));
      const shown = (await read(kept)).wanted['identities'] as object[];
      expect(shown[0]).toEqual({ ...known, member, endedAt: null });
      expect(shown[1]).not.toHaveProperty('member');
      bodyOf(
        await patch(first.ref, { identities: [] }).then((one) => decide(admin2, waitingOf(one), 'confirm')),
      );
      const moved = waitingOf(await patch(next.ref, { identities: [known] }));
      expect((await read(moved)).wanted).toEqual({
        identities: [{ ...known, member, endedAt: expect.any(String) as string }],
      });
      bodyOf(await decide(admin2, moved, 'confirm'));
      expect((await memberOf(next.ref)).identities).toEqual([known]);
    });

    it('names none twice, which nobody could confirm', async () => {
      const { ref } = await join('checker');
      const one = identity();
      const asked = waitingOf(await patch(ref, { identities: [one] }));
      bodyOf(await decide(admin2, asked, 'confirm'));
      const twice = [400, 'identity_named_twice', ['/identities/1']];
      for (const other of [one, { issuer, digest: digestIn(asked) }]) {
        expect(refused(await patch(ref, { identities: [one, other] }))).toEqual(twice);
        const given = somebody({ role: 'reader', identities: [one, other] });
        expect(refused(await admin.post('/v1/members', given))).toEqual(twice);
      }
    });
  });

  it.each([
    ['another role', 'checker', { role: 'editor' }],
    ['a role that is taken away', 'checker', { role: 'reader' }],
    ['an identity', 'checker', { identities: [identity()] }],
    ['the end of an admin', 'admin', { active: false }],
    ['an admin who is made a reader', 'admin', { role: 'reader' }],
  ] as const)('%s', async (_what, role, body) => {
    const { ref, memberId } = await join(role);
    const before = await memberOf(ref);
    const change = waitingOf(await patch(ref, body));
    expect(change).toMatchObject({ kind: 'change_member', member: { ref }, wanted: withoutSubjects(body) });
    expect(await memberOf(ref)).toEqual(before);
    await confirmed(change, () => Promise.resolve(memberId), 'member.changed');
    expect(await memberOf(ref)).toMatchObject(withoutSubjects(body));
  });

  it.each(['editor', 'admin'] as const)('the return of an %s who had left', async (role) => {
    const { ref, memberId } = await join(role);
    await isnad.services.members.change(ref, { active: false }, operator, () => undefined);
    const change = waitingOf(await patch(ref, { active: true }));
    expect(await memberOf(ref)).toMatchObject({ active: false });
    await confirmed(change, () => Promise.resolve(memberId), 'member.changed');
    expect(await memberOf(ref)).toMatchObject({ role, active: true });
  });

  it('a key for somebody else, which is shown at once and works later', async () => {
    const { ref } = await join('checker');
    const change = waitingOf(await admin.post(`/v1/members/${ref}/keys`, { name: 'laptop' }));
    const { secret = '' } = change;
    expect(change).toMatchObject({ kind: 'create_key', member: { ref }, wanted: { name: 'laptop' } });
    expect((await me(secret)).status).toBe(401);
    await confirmed(change, () => Promise.resolve(change.key?.id ?? ''), 'key.created');
    expect(bodyOf(await me(secret))).toMatchObject({ ref });
    const row = await isnad.store.db.privilegedChange.findUniqueOrThrow({ where: { id: change.id } });
    expect(row.secretDigest).toBeNull();
  });

  it('a key for somebody else in the place of another', async () => {
    const { ref, keyId } = await join('checker');
    const change = waitingOf(await admin.post(`/v1/keys/${keyId}/successor`, { overlapHours: 0 }));
    expect(change).toMatchObject({ kind: 'rotate_key', member: { ref } });
    expect((await me(change.secret ?? '')).status).toBe(401);
    await confirmed(change, () => Promise.resolve(keyId), 'key.rotated');
    expect(bodyOf(await me(change.secret ?? ''))).toMatchObject({ ref });
  });

  it('the end of a key of another admin', async () => {
    const other = await join('admin');
    const change = waitingOf(await admin.delete(`/v1/keys/${other.keyId}`));
    expect((await me(other.key)).status).toBe(200);
    await confirmed(change, () => Promise.resolve(other.keyId), 'key.revoked');
    expect((await me(other.key)).status).toBe(401);
  });
});

it('what takes no second admin is done at once', async () => {
  madeOf(await admin.post('/v1/members', somebody({ role: 'checker' })));
  const other = await join('checker');
  bodyOf(await patch(other.ref, { name: 'Lina', role: 'checker', identities: [] }));
  expect((await admin.delete(`/v1/keys/${other.keyId}`)).status).toBe(200);
  bodyOf(await patch(other.ref, { active: false }));
  bodyOf(await patch(other.ref, { active: true }));
  const own = madeOf(await admin.post('/v1/members/admin/keys', { name: 'mine' })) as CreatedKey;
  expect((await admin.delete(`/v1/keys/${own.id}`)).status).toBe(200);
  for (const event of await eventsOf(own.id)) expect(event.data).not.toHaveProperty('alone');
});

it('an admin without another acts alone, and each event says so', async () => {
  const alone = await createIsnad();
  const only = alone.as('admin');
  const made = madeOf(await only.post('/v1/members', somebody({ role: 'editor' }))) as Member;
  bodyOf(await only.patch(`/v1/members/${made.ref}`, { role: 'checker' }));
  const key = madeOf(await only.post(`/v1/members/${made.ref}/keys`, { name: 'x' })) as CreatedKey;
  const next = madeOf(await only.post(`/v1/keys/${key.id}/successor`)) as CreatedKey;
  for (const id of [made.id, key.id, next.id])
    for (const { data } of await eventsOf(id, alone)) expect(data).toMatchObject({ alone: true });
  // A second member of the same person is nobody else.
  const twin = await join('admin', alone);
  await alone.database.pool.query(
    "UPDATE members SET person_id = (SELECT id FROM members WHERE ref = 'admin') WHERE ref = $1",
    [twin.ref],
  );
  bodyOf(await only.patch(`/v1/members/${made.ref}`, { role: 'editor' }));
  await alone.close();
});

describe('a change that waits', () => {
  const ask = async () => {
    const { ref } = await join('reader');
    return { ref, change: waitingOf(await patch(ref, { role: 'editor' })) };
  };

  it('is not confirmed by whoever asked, nor by another member of the same person', async () => {
    const { ref, change } = await ask();
    const twin = await join('admin');
    await isnad.database.pool.query(
      "UPDATE members SET person_id = (SELECT id FROM members WHERE ref = 'admin') WHERE ref = $1",
      [twin.ref],
    );
    for (const api of [admin, twin.api])
      for (const event of ['confirm', 'reject'] as const) {
        const refused = await decide(api, change, event);
        expect([refused.status, problemOf(refused).code]).toEqual([403, 'same_person']);
      }
    expect((await memberOf(ref)).role).toBe('reader');
    const { items } = bodyOf(await twin.api.get(`/v1/privileged-changes/${change.id}/transitions`)) as {
      items: { event: string; allowed: boolean; why: string | null }[];
    };
    expect(items.map(({ event, allowed }) => [event, allowed])).toEqual([
      ['confirm', false],
      ['reject', false],
      ['withdraw', true],
    ]);
    expect(items[0]?.why).toMatch(/another admin/);
    bodyOf(await patch(twin.ref, { name: 'Twin' }));
    await isnad.services.members.change(twin.ref, { active: false }, operator, () => undefined);
  });

  it('is rejected by another admin, withdrawn by whoever asked, and is over then', async () => {
    for (const [event, by, status] of [
      ['reject', admin2, 'rejected'],
      ['withdraw', admin, 'withdrawn'],
    ] as const) {
      const { ref, change } = await ask();
      if (event === 'withdraw') {
        const refused = await decide(admin2, change, 'withdraw');
        expect([refused.status, problemOf(refused).code]).toEqual([403, 'not_who_asked']);
      }
      expect(bodyOf(await decide(by, change, event))).toMatchObject({ status });
      const late = await decide(admin3, change, 'confirm');
      expect([late.status, problemOf(late).code]).toEqual([409, 'illegal_move']);
      expect((await memberOf(ref)).role).toBe('reader');
      expect((await eventsOf(change.id)).at(-1)).toMatchObject({ type: `privileged_change.${status}` });
    }
  });

  it('is confirmed by who says what they read, and rejected or withdrawn by anybody who may', async () => {
    const { change } = await ask();
    const path = `/v1/privileged-changes/${change.id}/transitions`;
    const blind = await admin2.post(path, { event: 'confirm' });
    expect([blind.status, problemOf(blind).code]).toEqual([428, 'precondition_required']);
    expect((await read(change)).status).toBe('waiting');
    bodyOf(await admin2.post(path, { event: 'reject' }));
    const next = await ask();
    const { headers } = await admin2.get(`/v1/privileged-changes/${next.change.id}`);
    bodyOf(await decide(admin2, next.change, 'confirm', { 'If-Match': headers['etag'] ?? '' }));
  });

  it('lapses after 72 hours, and is refused from then on though no job has come', async () => {
    const { ref, change } = await ask();
    expect(Date.parse(change.lapsesAt) - Date.parse(change.askedAt)).toBe(72 * 3_600_000);
    await isnad.work();
    expect((await read(change)).status).toBe('waiting');
    await isnad.owner.query(
      "UPDATE privileged_changes SET lapses_at = desk_now() - interval '1 second' WHERE id = $1",
      [change.id],
    );
    const late = await decide(admin2, change, 'confirm');
    expect([late.status, problemOf(late).code]).toEqual([409, 'privileged_change_lapsed']);
    await isnad.work();
    expect(await read(change)).toMatchObject({ status: 'lapsed', decidedBy: null });
    expect((await eventsOf(change.id)).at(-1)?.type).toBe('privileged_change.lapsed');
    expect((await memberOf(ref)).role).toBe('reader');
  });

  it('owes the job that ends it, at its time', () => {
    const event = { type: 'privileged_change.asked', subjectId: randomUUID(), claimId: null };
    expect(jobsFor({ ...event, checkInMs: 1000.5 })).toEqual([
      { name: 'lapse-privileged-change', payload: { changeId: event.subjectId }, delayMs: 1201 },
    ]);
  });

  it('is made once, however many confirm it at the same moment', async () => {
    const race = async (change: Waiting) => {
      const answers = await Promise.all(
        [admin2, admin3, admin2].map((api) => decide(api, change, 'confirm')),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect((await eventsOf(change.id)).map(({ type }) => type)).toEqual([
        'privileged_change.asked',
        'privileged_change.confirmed',
      ]);
    };
    const { ref, change } = await ask();
    await race(change);
    const { id, version } = await memberOf(ref);
    expect(version).toBe(2);
    expect((await eventsOf(id)).filter(({ type }) => type === 'member.changed')).toHaveLength(1);
    // Nothing else but the order of the confirmations stands against this one.
    await race(waitingOf(await admin.delete(`/v1/keys/${(await join('admin')).keyId}`)));
  });

  it('is not confirmed once what it would replace is another, or whoever asked is no admin any more', async () => {
    const overtaken = await ask();
    await isnad.services.members.change(overtaken.ref, { role: 'checker' }, operator, () => undefined);
    const refused = await decide(admin2, overtaken.change, 'confirm');
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'changed_meanwhile']);
    expect((await read(overtaken.change)).status).toBe('waiting');
    const leaving = await join('admin');
    const { ref } = await join('reader');
    const change = waitingOf(await patch(ref, { role: 'editor' }, leaving.api));
    await isnad.services.members.change(leaving.ref, { active: false }, operator, () => undefined);
    const orphaned = await decide(admin2, change, 'confirm');
    expect([orphaned.status, problemOf(orphaned).code]).toEqual([409, 'asker_inactive']);
  });

  it('is refused where words of it were erased meanwhile', async () => {
    const { ref, memberId } = await join('reader');
    const change = waitingOf(await patch(ref, { role: 'editor' }));
    await isnad.services.members.change(ref, { active: false }, operator, () => undefined);
    await isnad.owner.query('SELECT blank_member($1)', [memberId]);
    const refused = await decide(admin2, change, 'confirm');
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'changed_meanwhile']);
    bodyOf(await decide(admin2, change, 'reject'));
  });

  it('is read by admins alone, in a list that is narrowed by status, without what nobody is shown', async () => {
    const { change } = await ask();
    const page = bodyOf(await admin2.get('/v1/privileged-changes?limit=200&status=waiting')) as {
      items: PrivilegedChange[];
    };
    expect(page.items.find(({ id }) => id === change.id)).toEqual(await read(change));
    expect(new Set(page.items.map(({ status }) => status))).toEqual(new Set(['waiting']));
    expect((await isnad.as('editor').get('/v1/privileged-changes')).status).toBe(403);
    expect((await isnad.stranger.get(`/v1/privileged-changes/${change.id}`)).status).toBe(401);
    expect((await admin.get(`/v1/privileged-changes/${randomUUID()}`)).status).toBe(404);
  });

  it('shows the key once: sent again it is done, and says no more', async () => {
    const { ref } = await join('checker');
    const again = { 'Idempotency-Key': `"${randomUUID()}"` };
    const send = () => admin.post(`/v1/members/${ref}/keys`, { name: 'x' }, again);
    const change = waitingOf(await send());
    const replayed = await send();
    expect([replayed.status, problemOf(replayed).code]).toEqual([409, 'shown_before']);
    const { rows } = await isnad.database.pool.query<{ text: string }>(
      'SELECT concat(result, answer) AS text FROM safe_writes',
    );
    expect(rows.some(({ text }) => text.includes(change.id))).toBe(true);
    for (const { text } of rows) expect(text).not.toContain(change.secret?.slice(-43));
  });
});
