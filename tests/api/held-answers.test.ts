/** Answers that are held or given again, to somebody who is not who they were. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { problemOf } from '../support/bodies.js';
import { enterClaim, proposeVerdict, readProposed, startReview, verdictBody } from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const setRole = (ref: Person, role: 'reader' | 'checker' | 'editor' | 'admin') =>
  isnad.services.members.change(ref, { role }, operator, () => undefined);

it('a verdict that is waited for by somebody who may not check any more is durable, and not shown to them', async () => {
  const task = await startReview(isnad, await enterClaim(isnad));
  const key = { 'Idempotency-Key': `"${randomUUID()}"` };
  const submit = () =>
    isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, verdictBody(), { Prefer: 'wait=30', ...key });
  const held = submit().then((response) => response);
  await expect.poll(() => isnad.store.db.verdict.count({ where: { status: 'submitted' } })).toBe(1);
  await setRole('checker', 'reader');
  const refused = await held;
  expect([refused.status, problemOf(refused).code]).toEqual([403, 'forbidden']);
  await setRole('checker', 'checker');
  await isnad.work();
  // What was refused to the reader is no answer to what the checker did.
  expect((await submit()).status).toBe(201);
});

it('an approval by somebody who is no editor any more, which this process has yet to learn, is refused', async () => {
  const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
  const body = { event: 'approve', ...(await readProposed(isnad, verdict)) };
  const approve = () => isnad.as('editor2').post(`/v1/verdicts/${verdict.id}/transitions`, body);
  const setRoleUntold = (role: string) =>
    isnad.database.pool.query(`UPDATE members SET role = $1::role WHERE ref = 'editor2'`, [role]);
  // Whose role is known from now on, for nearly a second.
  expect((await isnad.as('editor2').get('/v1/me')).status).toBe(200);
  await setRoleUntold('checker');
  const refused = await approve();
  // By the docket; where the first second was over by then, already by who may come here.
  expect(refused.status).toBe(403);
  expect(problemOf(refused).code).toMatch(/^(editors_only|forbidden)$/);
  await setRoleUntold('editor');
  expect((await approve()).status).toBe(200);
});

it('what was answered to an admin is not given again to the reader they have become', async () => {
  const url = 'http://127.0.0.1:4000/';
  const made = await isnad.as('checker2').post('/v1/webhooks', { url, types: ['scale.published'] });
  expect(made.status).toBe(201);
  const key = { 'Idempotency-Key': `"${randomUUID()}"` };
  const change = () =>
    isnad
      .as('admin')
      .post(`/v1/webhooks/${(made.body as { id: string }).id}/transitions`, { event: 'disable' }, key);
  expect((await change()).status).toBe(200);
  expect((await change()).headers['idempotent-replayed']).toBe('true');
  await setRole('editor2', 'admin');
  await setRole('admin', 'reader');
  const again = await change();
  expect([again.status, problemOf(again).code]).toEqual([409, 'answered_to_another_role']);
  expect(again.text).not.toContain(url);
  await setRole('admin', 'admin');
  expect((await change()).status).toBe(200);
});
