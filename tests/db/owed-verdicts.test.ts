/** The sweep comes to every verdict that waits to be recorded, however many wait for pages that nobody looks at. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findOwed } from '../../src/resources/tasks/task.repository.js';
import { enterClaim, startReview, verdictBody } from '../support/desk.js';
import { addEvidence } from '../support/evidence.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** Nothing is done with it yet. */
async function submit(withPage: boolean): Promise<string> {
  const claim = await enterClaim(isnad);
  const { id: task } = await startReview(isnad, claim);
  const evidence = withPage ? [(await addEvidence(isnad, claim, 'https://isnad.invalid/page')).id] : [];
  const taken = await isnad.as('checker').post(`/v1/tasks/${task}/verdict`, { ...verdictBody(), evidence });
  expect(taken.status, JSON.stringify(taken.body)).toBe(202);
  return (taken.body as { id: string }).id;
}

it('those that can be recorded come first, then the rest by when they were submitted', async () => {
  const waiting = [await submit(true), await submit(true)];
  const ready = [await submit(false), await submit(false)];
  expect((await findOwed(isnad.store.db, 2)).verdicts).toEqual(ready);
  expect((await findOwed(isnad.store.db, 10)).verdicts).toEqual([...ready, ...waiting]);
});
