/** Whoever puts words, consent or time into rows for as long as another decides on them is found afterwards, by both commands. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { operator, system } from '../../src/domain/access/rules.js';
import { hashOf } from '../../src/domain/event/chain.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { anyVersion } from '../support/api.js';
import { setClock, setClockRight } from '../support/clock.js';
import {
  bodyOf,
  decide,
  enterClaim,
  memberIdOf,
  proposeVerdict,
  readProposed,
  takeTask,
} from '../support/desk.js';
import { forgeAs } from '../support/forge-history.js';
import { askToErase, confirmErasure, letNoticeOut, retractClaim } from '../support/second-persons.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

async function expectBad(table: string, row: string): Promise<void> {
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({ valid: false, place: { table, row } });
}

const idOf = (ref: Person) => memberIdOf(isnad, ref);

it('an editor in whose name a checker broke the glass, by a row alone', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  const { edition = '' } = await readProposed(isnad, verdict);
  await isnad.database.pool.query(
    `INSERT INTO glass_breaks (verdict_id, by_id, second_id, digest, reason, asked_at) VALUES ($1, $2, $3, $4, 'Now.', now())`,
    [verdict.id, await idOf('editor2'), await idOf('checker2'), Buffer.from(edition, 'hex')],
  );
  bodyOf(await decide(isnad, 'checker2', verdict, 'confirm'));
  await expectBad('verdicts', verdict.id);
});

it.each([
  ['the editor who broke the glass', `by_id = (SELECT id FROM members WHERE ref = 'editor2')`],
  ['the clashes that may stand', `acknowledge = '[{"claim":"C1","note":"None of ours."}]'`],
])('a decision out of turn that waits with another word on %s', async (_what, change) => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', { reason: 'Now.', second: 'checker2' }));
  await isnad.database.pool.query(`UPDATE glass_breaks SET ${change} WHERE verdict_id = $1`, [verdict.id]);
  bodyOf(await decide(isnad, 'checker2', verdict, 'confirm'));
  await expectBad('verdicts', verdict.id);
});

it('a decision out of turn that lapsed, and was made to wait again', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', { reason: 'Now.', second: 'checker2' }));
  await setClock(isnad, '25 hours');
  await isnad.database.pool.query('UPDATE glass_breaks SET asked_at = desk_now()');
  bodyOf(await decide(isnad, 'checker2', verdict, 'confirm'));
  await setClockRight(isnad);
  await expectBad('verdicts', verdict.id);
});

it('an erasure that lapsed, and was made to wait again', async () => {
  const erasure = await askToErase(isnad);
  await setClock(isnad, '73 hours');
  // The application cannot: whoever could anyway is found by what happened.
  await isnad.owner.query("UPDATE privileged_changes SET lapses_at = desk_now() + interval '1 hour'");
  bodyOf(await confirmErasure(isnad, erasure, 'editor'));
  await setClockRight(isnad);
  await expectBad('privileged_changes', erasure.id);
});

it('an admin in whose name another asked, by a row alone', async () => {
  await isnad.services.members.change('checker2', { role: 'admin' }, operator, () => undefined);
  const asked = await isnad.as('admin').patch('/v1/members/reader', { role: 'editor' }, anyVersion);
  const decideOn = (id: string, event: string) =>
    isnad.as('admin').post(`/v1/privileged-changes/${id}/transitions`, { event }, anyVersion);
  const { id } = asked.body as { id: string };
  bodyOf(await decideOn(id, 'withdraw'));
  const { rows } = await isnad.database.pool.query<{ id: string }>(
    `INSERT INTO privileged_changes (id, kind, member_id, wanted, before, asked_by_id, asked_at, lapses_at)
     SELECT gen_random_uuid(), kind, member_id, wanted, before, $2, asked_at, lapses_at FROM privileged_changes WHERE id = $1
     RETURNING id`,
    [id, await idOf('checker2')],
  );
  const planted = rows[0]?.id ?? '';
  bodyOf(await decideOn(planted, 'confirm'));
  await expectBad('privileged_changes', planted);
});

const makeSecondAdmin = () =>
  isnad.services.members.change('checker2', { role: 'admin' }, operator, () => undefined);

const confirmedBy = (decidedById: string) => ({
  ...({ status: 'confirmed', decidedAt: new Date(), secretDigest: null } as const),
  decidedById,
});

it('an admin who confirmed in the name of another what they had asked for', async () => {
  await makeSecondAdmin();
  const asked = await isnad.as('admin').patch('/v1/members/reader', { role: 'editor' }, anyVersion);
  const { id } = asked.body as { id: string };
  const [member, decidedById] = [await idOf('reader'), await idOf('checker2')];
  await forgeAs(isnad, 'admin', async (tx, actor) => {
    await tx.member.update({ where: { id: member }, data: { role: 'editor', version: { increment: 1 } } });
    await tx.privilegedChange.update({ where: { id }, data: confirmedBy(decidedById) });
    const said = { role: 'editor', active: true, changed: ['role'], privilegedChange: id };
    await appendEvents(tx, actor, [
      { type: 'member.changed', subject: { type: 'member', id: member }, data: said },
      { type: 'privileged_change.confirmed', subject: { type: 'privileged_change', id } },
    ]);
  });
  await expectBad('privileged_changes', id);
});

it('a change that a row alone says was confirmed', async () => {
  await makeSecondAdmin();
  const asked = await isnad.as('admin').patch('/v1/members/reader', { role: 'editor' }, anyVersion);
  const { id } = asked.body as { id: string };
  const decidedById = await idOf('checker2');
  await forgeAs(isnad, 'admin', async (tx, actor) => {
    await tx.privilegedChange.update({ where: { id }, data: confirmedBy(decidedById) });
    await appendEvents(tx, actor, [
      { type: 'privileged_change.lapsed', subject: { type: 'privileged_change', id } },
    ]);
  });
  await expectBad('privileged_changes', id);
});

it.each([
  ['nobody', system],
  ['a command', operator],
] as const)('an erasure that another confirmed than %s, as its event has it', async (_what, actor) => {
  const { id } = await askToErase(isnad);
  await isnad.store.transact(async (tx) => {
    await tx.$queryRaw`SELECT erase(${id}::uuid, ${await idOf('editor2')}::uuid)`;
    const subject = { type: 'privileged_change', id } as const;
    await appendEvents(tx, actor, [{ type: 'privileged_change.confirmed', subject }]);
  });
  await expectBad('privileged_changes', id);
});

const findClaim = (ref: string) => isnad.store.db.claim.findFirstOrThrow({ where: { ref } });

it('a notice that an editor let out in the name of another', async () => {
  const claim = await enterClaim(isnad);
  const digest = await retractClaim(isnad, claim);
  const { id } = await findClaim(claim);
  const decidedById = await idOf('editor2');
  await forgeAs(isnad, 'editor', async (tx, actor) => {
    await tx.notice.updateMany({
      where: { claimId: id },
      data: { status: 'approved', decidedById, decidedAt: new Date() },
    });
    const rows = [{ table: 'notices', where: { claim_id: id } }];
    const subject = { type: 'claim', id } as const;
    const data = { edition: digest };
    await appendEvents(tx, actor, [{ type: 'claim.notice_approved', subject, claimId: id, data, rows }]);
  });
  await expectBad('notices', digest);
});

it('a notice that an editor wrote in the name of another, to let it out themselves', async () => {
  const claim = await enterClaim(isnad);
  const dropped = await retractClaim(isnad, claim);
  bodyOf(
    await isnad.as('editor').post(`/v1/claims/${claim}/editions/${dropped}/transitions`, { event: 'drop' }),
  );
  const { id } = await findClaim(claim);
  const proposedById = await idOf('editor2');
  let digest = '';
  await forgeAs(isnad, 'editor', async (tx, actor) => {
    const { document, ...notice } = await tx.notice.findFirstOrThrow({ where: { claimId: id } });
    const another = `${document} `;
    digest = hashOf(another);
    await tx.notice.create({
      data: {
        ...{ ...notice, decidedById: null, decidedAt: null, status: 'proposed', proposedById },
        ...{ document: another, digest: Buffer.from(digest, 'hex') },
      },
    });
    const rows = [{ table: 'notices', where: { claim_id: id } }];
    const subject = { type: 'claim', id } as const;
    const data = { edition: digest };
    await appendEvents(tx, actor, [{ type: 'claim.notice_proposed', subject, claimId: id, data, rows }]);
  });
  bodyOf(await letNoticeOut(isnad, { claim, digest }, 'editor'));
  await expectBad('notices', digest);
});

it('a notice that was let out by another editor is good', async () => {
  const claim = await enterClaim(isnad);
  const digest = await retractClaim(isnad, claim);
  bodyOf(await letNoticeOut(isnad, { claim, digest }, 'editor2'));
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
});
