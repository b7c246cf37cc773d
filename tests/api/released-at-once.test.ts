/** A verdict that goes back, and tasks that are released before and after a worker has looked: what comes next can be recorded. */
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

const tasksOf = async (claim: string): Promise<Task[]> =>
  (bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/tasks`)) as Page<Task>).items;

it.each([
  ['withdraw', 'checker'],
  ['return', 'editor2'],
] as const)(
  '%s, and whatever task there is released by an editor before and after',
  async (decision, person) => {
    const claim = await enterClaim(isnad);
    const proposed = await proposeVerdict(isnad, claim);
    const note = decision === 'return' ? { note: 'Not yet.' } : {};
    bodyOf(await decide(isnad, person, proposed, decision, note));
    const releaseAll = async (): Promise<number[]> => {
      const answers = [];
      for (const task of await tasksOf(claim))
        answers.push((await moveTask(isnad, 'editor', task, { event: 'release' })).status);
      return answers;
    };
    expect((await releaseAll()).every((status) => status === 409)).toBe(true);
    await isnad.work();
    // It came back to its writer, who had begun it.
    expect((await readStatus(isnad, claim)).status).toBe('in_review');
    expect((await releaseAll()).filter((status) => status === 200)).toHaveLength(1);
    expect((await readStatus(isnad, claim)).status).toBe('open');
    const again = await submitVerdict(isnad, await startTask(isnad, claim, 'checker2'), 'checker2');
    expect(again.status).toBe('proposed');
    bodyOf(await decide(isnad, 'editor', again, 'approve'));
    expect((await readStatus(isnad, claim)).status).toBe('published');
  },
);
