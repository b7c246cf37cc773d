/** Whoever wrote into a draft that somebody else went on from is known by the draft, though no row knows of them any more. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  moveTask,
  startReview,
  startTask,
  submitVerdict,
  type Task,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

const write = async (person: Person, { id }: Task, words: string): Promise<void> => {
  const draft = { rationale: { en: words } };
  bodyOf(await isnad.as(person).put(`/v1/tasks/${id}/draft`, draft, anyVersion));
};
const release = async (person: Person, task: Task): Promise<void> => {
  bodyOf(await moveTask(isnad, person, task, { event: 'release' }));
};
/** As the application. */
const forget = (person: Person) =>
  isnad.database.pool.query(
    'DELETE FROM verdict_sides WHERE person_id = (SELECT id FROM members WHERE ref = $1)',
    [person],
  );

async function expectFound(claim: string, person: Person): Promise<void> {
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim, 'checker2'), 'checker2');
  bodyOf(await decide(isnad, person, verdict, 'approve'));
  await isnad.relay();
  expect(await verifyTables(isnad)).toMatchObject({
    valid: false,
    why: expect.stringContaining('wrote') as string,
  });
}

it('an editor who began a draft, had that forgotten, and approves what became of it', async () => {
  const claim = await enterClaim(isnad);
  const task = await startReview(isnad, claim, 'editor');
  await write('editor', task, 'In my words.');
  await forget('editor');
  await release('editor', task);
  await expectFound(claim, 'editor');
});

it('an editor who changed the draft of somebody else, had that forgotten, and approves what became of it', async () => {
  const claim = await enterClaim(isnad);
  const task = await startReview(isnad, claim, 'checker');
  await write('checker', task, 'As it was.');
  await release('checker', task);
  const taken = await startTask(isnad, claim, 'editor');
  await write('editor', taken, 'In my words.');
  await forget('editor');
  await release('editor', taken);
  await expectFound(claim, 'editor');
});

it('an editor who held a draft and changed nothing, or left it empty, wrote nothing', async () => {
  const claim = await enterClaim(isnad);
  const empty = await startReview(isnad, claim, 'editor');
  bodyOf(await isnad.as('editor').put(`/v1/tasks/${empty.id}/draft`, {}, anyVersion));
  await release('editor', empty);
  const task = await startTask(isnad, claim, 'checker');
  await write('checker', task, 'As it was.');
  await release('checker', task);
  const taken = await startTask(isnad, claim, 'editor');
  await write('editor', taken, 'As it was.');
  await release('editor', taken);
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim, 'checker2'), 'checker2');
  bodyOf(await decide(isnad, 'editor', verdict, 'approve'));
  await isnad.relay();
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
});
