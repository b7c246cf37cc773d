/** What only the holder of a task does is done by whoever holds it as it happened, whatever its row says for a moment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  memberIdOf,
  moveTask,
  proposeVerdict,
  readTask,
  startReview,
  submitVerdict,
  takeTask,
  type Task,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

async function expectBad(why: string): Promise<void> {
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({
    valid: false,
    why: expect.stringContaining(why) as string,
  });
}

/** As the application may. */
const setRow = (table: 'review_tasks' | 'verdicts', id: string, set: string) =>
  isnad.database.pool.query(`UPDATE ${table} SET ${set} WHERE id = $1`, [id]);

/** For as long as they do it, somebody else is in the row. */
async function insteadOf(
  column: 'assignee_id' | 'author_id',
  { id }: { id: string },
  person: Person,
  work: () => Promise<unknown>,
): Promise<void> {
  const table = column === 'assignee_id' ? 'review_tasks' : 'verdicts';
  const { rows } = await isnad.database.pool.query<{ was: string }>(
    `SELECT ${column} AS was FROM ${table} WHERE id = $1`,
    [id],
  );
  await setRow(table, id, `${column} = '${await memberIdOf(isnad, person)}'`);
  await work();
  if (rows[0]) await setRow(table, id, `${column} = '${rows[0].was}'`);
}

const leaveToNobody = ({ id }: Task) =>
  setRow('review_tasks', id, `status = 'open', assignee_id = NULL, lease_until = NULL`);

describe('an approval that another editor holds', () => {
  it('and that somebody has left to nobody, to decide on it in turn', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    await leaveToNobody(await takeTask(isnad, claim, 'editor2'));
    bodyOf(await decide(isnad, 'editor', verdict, 'approve'));
    await expectBad('is said to have been null before');
  });

  it.each(['approve', 'return'] as const)(
    'and that somebody decides on in their place: %s',
    async (event) => {
      const claim = await enterClaim(isnad);
      const verdict = await proposeVerdict(isnad, claim);
      const task = await takeTask(isnad, claim, 'editor2');
      const note = { note: 'Say why.' };
      await insteadOf('assignee_id', task, 'editor', async () =>
        bodyOf(await decide(isnad, 'editor', verdict, event, note)),
      );
      await expectBad('while another editor held the approval');
    },
  );
});

describe('the task of somebody else', () => {
  it('that is begun', async () => {
    const claim = await enterClaim(isnad);
    bodyOf(await isnad.as('editor').post(`/v1/claims/${claim}/transitions`, { event: 'accept' }));
    const task = await takeTask(isnad, claim, 'checker');
    await insteadOf('assignee_id', task, 'checker2', async () =>
      bodyOf(await moveTask(isnad, 'checker2', task, { event: 'start' })),
    );
    await expectBad('while somebody else held the task');
  });

  it('that is taken once more', async () => {
    const claim = await enterClaim(isnad);
    bodyOf(await isnad.as('editor').post(`/v1/claims/${claim}/transitions`, { event: 'accept' }));
    const task = await takeTask(isnad, claim, 'checker');
    await leaveToNobody(task);
    bodyOf(await moveTask(isnad, 'checker2', task, { event: 'take' }));
    await expectBad('is said to have been null before');
  });

  it('that a verdict is submitted of', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim, 'checker');
    await insteadOf('assignee_id', task, 'checker2', async () => submitVerdict(isnad, task, 'checker2'));
    await expectBad('while somebody else held the task');
  });

  it('that is paused, by whoever is no editor', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim, 'checker');
    await insteadOf('assignee_id', task, 'checker2', async () =>
      bodyOf(await moveTask(isnad, 'checker2', task, { event: 'pause', reason: 'Later.' })),
    );
    await expectBad('no active editor');
  });
});

it.each(['withdraw', 'edit'] as const)(
  'the verdict of somebody else: %s, by whoever is no editor',
  async (what) => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    await insteadOf('author_id', verdict, 'checker2', async () =>
      bodyOf(
        what === 'withdraw'
          ? await decide(isnad, 'checker2', verdict, 'withdraw', { note: 'No.' })
          : await isnad
              .as('checker2')
              .patch(`/v1/verdicts/${verdict.id}`, { rationale: { en: 'Mine.' } }, anyVersion),
      ),
    );
    await expectBad('no active editor');
  },
);

it('a verdict that another editor returned, which is approved in place of the next one', async () => {
  const claim = await enterClaim(isnad);
  const first = await proposeVerdict(isnad, claim);
  bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Say why.' }));
  const next = await submitVerdict(isnad, await readTask(isnad, claim), 'checker');
  await setRow('verdicts', next.id, `status = 'withdrawn'`);
  await setRow('verdicts', first.id, `status = 'proposed'`);
  bodyOf(await decide(isnad, 'editor', first, 'approve'));
  await setRow('verdicts', next.id, `status = 'proposed'`);
  await expectBad('is said to have been "proposed" before');
});

describe('is good where', () => {
  const expectGood = async () => {
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  };

  it('it was given up first, by an editor in place of the holder', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await moveTask(isnad, 'editor', await takeTask(isnad, claim, 'editor2'), { event: 'release' }));
    bodyOf(await decide(isnad, 'editor', verdict, 'approve'));
    await expectGood();
  });

  it('the glass was broken, and a second person has confirmed it', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    await takeTask(isnad, claim, 'editor2');
    bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', { reason: 'Now.', second: 'checker2' }));
    bodyOf(await decide(isnad, 'checker2', verdict, 'confirm'));
    await expectGood();
  });

  it('the author edits, takes back and submits again, and whoever was given it decides', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const patch = { rationale: { en: 'Better.' } };
    bodyOf(await isnad.as('checker').patch(`/v1/verdicts/${verdict.id}`, patch, anyVersion));
    bodyOf(await decide(isnad, 'checker', verdict, 'withdraw', { note: 'Once more.' }));
    const again = await submitVerdict(isnad, await readTask(isnad, claim), 'checker');
    const task = await readTask(isnad, claim);
    bodyOf(await moveTask(isnad, 'editor2', task, { event: 'assign', assignee: 'editor' }));
    bodyOf(await decide(isnad, 'editor', again, 'approve'));
    await expectGood();
  });
});
