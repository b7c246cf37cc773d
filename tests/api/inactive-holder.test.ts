import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { acceptClaim, bodyOf, enterClaim, readTask, startReview } from '../support/desk.js';
import { anyVersion } from '../support/api.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

it('a member who is set inactive gives their tasks back: those begun and those handed to them, drafts kept', async () => {
  const begun = await startReview(isnad, await enterClaim(isnad));
  const draft = { rationale: { en: 'As far as I got.' } };
  bodyOf(await isnad.as('checker').put(`/v1/tasks/${begun.id}/draft`, draft, anyVersion));
  const handed = await enterClaim(isnad);
  await acceptClaim(isnad, handed);
  const task = await readTask(isnad, handed);
  bodyOf(
    await isnad
      .as('editor')
      .post(`/v1/tasks/${task.id}/transitions`, { event: 'assign', assignee: 'checker', override: true }),
  );
  await isnad.services.members.change('checker', { active: false }, operator, () => undefined);
  await isnad.work();

  for (const { id } of [begun, task]) {
    const now = bodyOf(await isnad.as('editor').get(`/v1/tasks/${id}`));
    expect(now).toMatchObject({ status: 'open', assignee: null });
  }
  expect(bodyOf(await isnad.as('editor').get(`/v1/tasks/${begun.id}/draft`))).toMatchObject({ draft });
  const { rows } = await isnad.database.pool.query<{ subject: string }>(
    "SELECT subject_id AS subject FROM events WHERE type = 'task.released' AND actor_id IS NULL",
  );
  expect(rows.map(({ subject }) => subject).sort()).toEqual([begun.id, task.id].sort());
});
