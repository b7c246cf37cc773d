/** Whoever gives themselves a right in the database for as long as they decide is found afterwards, by both commands. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { system } from '../../src/domain/access/rules.js';
import { bodyOf, decide, enterClaim, proposeVerdict, takeTask } from '../support/desk.js';
import {
  askToErase,
  confirmErasure,
  letNoticeOut,
  retractClaim,
  tieMembers,
} from '../support/second-persons.js';
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
  await pool.query(`UPDATE members SET ${change} WHERE ref = $1`, [person]);
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
  await isnad.services.members.change('editor2', { active: false }, system, () => undefined);
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
  await isnad.services.members.change('checker2', { role: 'editor' }, system, () => undefined);
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
