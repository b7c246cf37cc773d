/** What happens at the desk where nobody does anything, and what else is told of it beside its moves. */
import { anyVersion } from '../api.js';
import { acceptClaim, bodyOf, enterClaim, madeOf, move, moveTask, readTask, startReview } from '../desk.js';
import type { SecretDesk, Secrets } from './secrets.js';

export async function letTimePass(desk: SecretDesk, { next }: Secrets): Promise<void> {
  const { pool } = desk.database;
  const { clocks, workflow } = desk.services;

  const late = await readTask(desk, await enterClaim(desk));
  await pool.query(
    `UPDATE review_tasks SET clock_from = desk_now() - interval '4 days', remind_at = desk_now() - interval '3 days',
       due_at = desk_now() - interval '2 days', escalate_at = desk_now() - interval '1 day' WHERE id = $1`,
    [late.id],
  );
  await clocks.check(late.id);

  const lapsed = await enterClaim(desk);
  await acceptClaim(desk, lapsed);
  const held = await readTask(desk, lapsed);
  bodyOf(await moveTask(desk, 'checker', held, { event: 'take' }));
  await pool.query(`UPDATE review_tasks SET lease_until = desk_now() - interval '1 second' WHERE id = $1`, [
    held.id,
  ]);
  await clocks.check(held.id);

  const stopped = await startReview(desk, await enterClaim(desk));
  bodyOf(await moveTask(desk, 'checker', stopped, { event: 'pause', reason: next('reason of a pause') }));
  bodyOf(await moveTask(desk, 'checker', stopped, { event: 'unpause', note: next('note of a resumption') }));
  const released = { event: 'release', note: next('note of a release') };
  bodyOf(await move(desk, 'editor', stopped.claim.ref, released));

  // Nobody listens there, so that the capture fails, also when it is asked for again.
  const added = { url: `http://127.0.0.1:9/${next('address of evidence')}`, stance: 'context' };
  const at = `/v1/claims/${stopped.claim.ref}/evidence`;
  const { id } = madeOf(await desk.as('checker').post(at, added)) as { id: string };
  await desk.work();
  await pool.query('UPDATE evidence SET capture_due_at = NULL WHERE id = $1', [id]);
  await desk.as('checker').post(`/v1/evidence/${id}/captures`);

  const [one, other] = [await enterClaim(desk), await enterClaim(desk)];
  const relations = `/v1/claims/${one}/relations`;
  const made = madeOf(await desk.as('checker').post(relations, { type: 'denies', to: other })) as {
    id: string;
  };
  bodyOf(await desk.as('checker').delete(`${relations}/${made.id}`));

  const { rows } = await pool.query<{ id: string }>('SELECT verdict_id AS id FROM glass_breaks');
  for (const hours of [2, 30]) {
    await pool.query(`UPDATE glass_breaks SET asked_at = desk_now() - make_interval(hours => $1)`, [hours]);
    for (const broken of rows) await workflow.checkGlassBreak(broken.id);
  }
  bodyOf(
    await desk.as('admin').patch(`/v1/members/${desk.refs.checker2}`, { topics: ['treaty'] }, anyVersion),
  );
  bodyOf(await desk.as('editor').patch('/v1/policies/desk', { wipLimit: 999 }));
}
