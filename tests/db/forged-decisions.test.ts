/** Whoever gives themselves a right in the database for as long as they decide is found afterwards, by both commands. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { operator, type Caller } from '../../src/domain/access/rules.js';
import { toSeal } from '../../src/domain/event/sealed-data.js';
import type { Tx } from '../../src/platform/db/client.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { anyVersion } from '../support/api.js';
import { setClock, setClockRight } from '../support/clock.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readProposed,
  readTask,
  takeTask,
} from '../support/desk.js';
import {
  askToErase,
  confirmErasure,
  letNoticeOut,
  retractClaim,
  tieMembers,
} from '../support/second-persons.js';
import { expectBadEventOf, forgeAs } from '../support/forge-history.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

/** As the application, and back again once it is done. */
async function withRights(person: Person, change: string, work: () => Promise<unknown>): Promise<void> {
  const { pool } = isnad.database;
  const { rows } = await pool.query<{ id: string; role: string; active: boolean; person: string | null }>(
    'SELECT id, role, active, person_id AS person FROM members WHERE ref = $1',
    [person],
  );
  const [stood] = rows;
  // As the owner of the tables, to whom alone a tie is no tie.
  await isnad.owner.query('ALTER TABLE members DISABLE TRIGGER members_tied_for_ever');
  await pool.query(`UPDATE members SET ${change} WHERE ref = $1`, [person]);
  await isnad.owner.query('ALTER TABLE members ENABLE TRIGGER members_tied_for_ever');
  await work();
  await pool.query('UPDATE members SET role = $2, active = $3, person_id = $4 WHERE id = $1', [
    ...[stood?.id, stood?.role, stood?.active, stood?.person],
  ]);
}

async function expectBad(table: string, row: string): Promise<void> {
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({ valid: false, place: { table, row } });
}

it('a checker who made themselves an editor to approve a verdict', async () => {
  const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
  await withRights('checker2', "role = 'editor'", async () => {
    bodyOf(await decide(isnad, 'checker2', verdict, 'approve'));
  });
  await expectBad('verdicts', verdict.id);
});

it('an editor who was sent away, and came back to approve', async () => {
  const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
  await isnad.services.members.change('editor2', { active: false }, operator, () => undefined);
  await withRights('editor2', 'active = true', async () => {
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  });
  await expectBad('verdicts', verdict.id);
});

it('a reader who made themselves a checker to be the second of a decision out of turn', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  await withRights('reader', "role = 'checker'", async () => {
    bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', { reason: 'Now.', second: 'reader' }));
    bodyOf(await decide(isnad, 'reader', verdict, 'confirm'));
  });
  await expectBad('verdicts', verdict.id);
});

it('a checker who made themselves an editor to let a notice out', async () => {
  const claim = await enterClaim(isnad);
  const digest = await retractClaim(isnad, claim);
  await withRights('checker2', "role = 'editor'", async () => {
    bodyOf(await letNoticeOut(isnad, { claim, digest }, 'checker2'));
  });
  await expectBad('notices', digest);
});

it('an editor who forgot for a moment to be the person that wrote the notice', async () => {
  const claim = await enterClaim(isnad);
  const digest = await retractClaim(isnad, claim);
  await tieMembers(isnad, 'editor', 'checker2');
  await isnad.services.members.change('checker2', { role: 'editor' }, operator, () => undefined);
  await withRights('checker2', 'person_id = NULL', async () => {
    bodyOf(await letNoticeOut(isnad, { claim, digest }, 'checker2'));
  });
  await expectBad('notices', digest);
});

it('a checker who made themselves an editor to confirm an erasure', async () => {
  const erasure = await askToErase(isnad);
  await withRights('checker2', "role = 'editor'", async () => {
    bodyOf(await confirmErasure(isnad, erasure, 'checker2'));
  });
  await expectBad('privileged_changes', erasure.id);
});

it('an editor who forgot for a moment to be the person that asked for the erasure', async () => {
  const erasure = await askToErase(isnad);
  await tieMembers(isnad, 'admin', 'editor2');
  await withRights('editor2', 'person_id = NULL', async () => {
    bodyOf(await confirmErasure(isnad, erasure, 'editor2'));
  });
  await expectBad('privileged_changes', erasure.id);
});

const makeSecondAdmin = () =>
  isnad.services.members.change('checker2', { role: 'admin' }, operator, () => undefined);

const idOf = async (person: Person): Promise<string> =>
  (bodyOf(await isnad.as('admin').get(`/v1/members/${person}`)) as { id: string }).id;

const expectBadEvent = (type: string, why: string) => expectBadEventOf(isnad, type, why);
const forge = (person: Person, work: Parameters<typeof forgeAs>[2]) => forgeAs(isnad, person, work);

const promote = (member: string, data: object) => async (tx: Tx, actor: Caller) => {
  await tx.member.update({ where: { id: member }, data: { role: 'editor', version: { increment: 1 } } });
  const subject = { type: 'member', id: member } as const;
  const said = { role: 'editor', active: true, changed: ['role'], ...data };
  await appendEvents(tx, actor, [{ type: 'member.changed', subject, data: said }]);
};

it.each<[string, Person, object, string]>([
  ['a checker makes a reader an editor', 'checker', {}, 'no active admin'],
  ['an admin does so alone, where there is another', 'admin', { alone: true }, 'another to confirm it'],
  [
    'an admin names a change that nobody confirmed',
    'admin',
    { privilegedChange: randomUUID() },
    'nobody confirmed',
  ],
])('rights that were never given: %s', async (_what, by, data, why) => {
  await makeSecondAdmin();
  await forge(by, promote(await idOf('reader'), data));
  await expectBadEvent('member.changed', why);
});

it('rights that were given once are not given again by the same change', async () => {
  await makeSecondAdmin();
  const asked = await isnad.as('admin').patch('/v1/members/reader', { role: 'editor' }, anyVersion);
  const { id } = asked.body as { id: string };
  bodyOf(
    await isnad
      .as('checker2')
      .post(`/v1/privileged-changes/${id}/transitions`, { event: 'confirm' }, anyVersion),
  );
  expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  const reader = await idOf('reader');
  await isnad.services.members.change('reader', { role: 'reader' }, operator, () => undefined);
  await forge('admin', promote(reader, { privilegedChange: id }));
  await expectBadEvent('member.changed', 'was made before');
});

it('what one admin may do alone beside another is good: the same identities again, and the end of a reader', async () => {
  await makeSecondAdmin();
  const change = async (patch: object) =>
    bodyOf(await isnad.as('admin').patch('/v1/members/reader', patch, anyVersion));
  await change({ identities: [], languages: ['ar'] });
  await change({ active: false });
  bodyOf(await isnad.as('editor').patch('/v1/me', { awayEndsAt: '2999-01-01T00:00:00Z' }));
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
});

it('a key that an editor made for an admin', async () => {
  const admin = await idOf('admin');
  await forge('editor', async (tx, actor) => {
    const key = await tx.key.create({ data: { memberId: admin, name: 'key' } });
    const data = { name: toSeal('member', admin, 'key'), member: admin };
    await appendEvents(tx, actor, [{ type: 'key.created', subject: { type: 'key', id: key.id }, data }]);
  });
  await expectBadEvent('key.created', 'no active admin');
});

it.each<[string, object]>([
  ['claim.accepted', { event: 'accept' }],
  ['claim.rejected', { event: 'reject', reason: 'None of ours.' }],
  ['claim.retracted', { event: 'retract', reason: 'error' }],
  ['claim.correction_started', { event: 'correct', reason: 'error', note: 'A number.' }],
])('a checker who made themselves an editor for a move of a claim: %s', async (type, command) => {
  const claim = await enterClaim(isnad);
  if (!['claim.accepted', 'claim.rejected'].includes(type)) await publishVerdict(isnad, claim);
  await withRights('checker2', "role = 'editor'", async () => {
    bodyOf(await move(isnad, 'checker2', claim, command));
  });
  await expectBadEvent(type, 'no active editor');
});

it.each<[string, object]>([
  ['task.assigned', { event: 'assign', assignee: 'checker' }],
  ['task.prioritized', { event: 'prioritize', priority: 'urgent' }],
])('a checker who made themselves an editor for a move of a task: %s', async (type, command) => {
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  const task = await readTask(isnad, claim);
  await withRights('checker2', "role = 'editor'", async () => {
    bodyOf(await moveTask(isnad, 'checker2', task, command));
  });
  await expectBadEvent(type, 'no active editor');
});

it('a checker who made themselves an editor for a merge of sources', async () => {
  const sources: string[] = [];
  for (const name of ['One name', 'Another name']) {
    const source = { kind: 'person', name };
    sources.push((madeOf(await isnad.as('checker').post('/v1/sources', source)) as { ref: string }).ref);
  }
  const merged = { event: 'merge', into: sources[1] };
  await withRights('checker2', "role = 'editor'", async () => {
    bodyOf(await isnad.as('checker2').post(`/v1/sources/${String(sources[0])}/transitions`, merged));
  });
  await expectBadEvent('source.merged', 'no active editor');
});

it('an editor who is sent away in the moment in which they move a claim did nothing wrong', async () => {
  const claim = await enterClaim(isnad);
  const caller = await isnad.store.db.member.findUniqueOrThrow({ where: { ref: 'editor2' } });
  await isnad.services.members.change('editor2', { active: false }, operator, () => undefined);
  const key = await isnad.store.db.key.findFirstOrThrow({ where: { memberId: caller.id } });
  const actor = {
    memberId: caller.id,
    personId: caller.id,
    ref: 'editor2',
    name: caller.name,
    role: 'editor',
    keyId: key.id,
  } as const;
  await isnad.services.workflow.moveClaim(claim, { event: 'reject', reason: 'None of ours.' }, actor);
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
});

it.each(['role', 'active'] as const)(
  'a second person who lost their %s, and is still let in for a moment, publishes nothing',
  async (lost) => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    await takeTask(isnad, claim, 'editor2');
    bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', { reason: 'Now.', second: 'checker2' }));
    const { id, name } = await isnad.store.db.member.findUniqueOrThrow({ where: { ref: 'checker2' } });
    const { id: keyId } = await isnad.store.db.key.findFirstOrThrow({ where: { memberId: id } });
    const caller = { memberId: id, personId: id, ref: 'checker2', name, role: 'checker', keyId } as const;
    const change = lost === 'role' ? ({ role: 'reader' } as const) : { active: false };
    await isnad.services.members.change('checker2', change, operator, () => undefined);
    const { edition = '' } = await readProposed(isnad, verdict);
    await expect(
      isnad.services.workflow.moveVerdict(verdict.id, { event: 'confirm', edition }, caller),
    ).rejects.toMatchObject({ code: 'decider_inactive' });
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  },
);

it('a checker who made themselves an admin to ask for an erasure', async () => {
  const target = { kind: 'claim', id: await enterClaim(isnad) };
  await withRights('checker2', "role = 'admin'", async () => {
    const asked = await isnad.as('checker2').post('/v1/erasures', { target, reason: 'person_asked' });
    expect(asked.status).toBe(202);
  });
  await expectBadEvent('privileged_change.asked', 'no active admin');
});

it('an admin who was sent away, and came back for the confirmation of what they had asked for', async () => {
  await makeSecondAdmin();
  const target = { kind: 'claim', id: await enterClaim(isnad) };
  const asked = await isnad.as('checker2').post('/v1/erasures', { target, reason: 'person_asked' });
  const erasure = asked.body as { id: string };
  await isnad.services.members.change('checker2', { role: 'checker' }, operator, () => undefined);
  // Past the moment for which rights are remembered.
  await setClock(isnad, '1 minute');
  await withRights('checker2', "role = 'admin'", async () => {
    bodyOf(await confirmErasure(isnad, erasure, 'editor2'));
  });
  await setClockRight(isnad);
  await expectBad('privileged_changes', erasure.id);
});
