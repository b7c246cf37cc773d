/** A verdict that goes back, and a task that is released before any worker has looked: what comes next can be recorded. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  bodyOf,
  decide,
  enterClaim,
  moveTask,
  proposeVerdict,
  readStatus,
  startTask,
  submitVerdict,
  type Page,
  type Task,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const liveTasks = async (claim: string): Promise<Task[]> => {
  const { items } = bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/tasks`)) as Page<Task>;
  return items.filter(({ status }) => ['open', 'assigned', 'in_progress', 'submitted'].includes(status));
};

it.each([
  ['withdraw', 'checker'],
  ['return', 'editor2'],
] as const)('%s, and every task released at once by an editor', async (decision, person) => {
  const claim = await enterClaim(isnad);
  const proposed = await proposeVerdict(isnad, claim);
  const note = decision === 'return' ? { note: 'Not yet.' } : {};
  bodyOf(await decide(isnad, person, proposed, decision, note));
  for (const task of await liveTasks(claim)) {
    const released = await moveTask(isnad, 'editor', task, { event: 'release' });
    expect(released.status, released.text).toBeLessThan(500);
  }
  await isnad.work();
  const [task, ...others] = await liveTasks(claim);
  expect([task?.stage, task?.status, others]).toEqual(['review', 'open', []]);
  expect((await readStatus(isnad, claim)).status).toBe('open');
  const again = await submitVerdict(isnad, await startTask(isnad, claim, 'checker2'), 'checker2');
  expect(again.status).toBe('proposed');
  bodyOf(await decide(isnad, 'editor', again, 'approve'));
  expect((await readStatus(isnad, claim)).status).toBe('published');
});
