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

it('those that can be recorded come first, then the rest by when they were submitted', async () => {
  const reviews: { claim: string; task: string }[] = [];
  for (let count = 0; count < 4; count++) {
    const claim = await enterClaim(isnad);
    reviews.push({ claim, task: (await startReview(isnad, claim)).id });
  }
  // No worker does anything from here on.
  const submitted: string[] = [];
  for (const [index, { claim, task }] of reviews.entries()) {
    const waits = index < 2;
    const evidence = waits ? [(await addEvidence(isnad, claim, 'https://isnad.invalid/page')).id] : [];
    const taken = await isnad.as('checker').post(`/v1/tasks/${task}/verdict`, { ...verdictBody(), evidence });
    expect(taken.status, JSON.stringify(taken.body)).toBe(202);
    submitted.push((taken.body as { id: string }).id);
  }
  const [first, second, ...ready] = submitted;
  expect((await findOwed(isnad.store.db, 2)).verdicts).toEqual(ready);
  expect((await findOwed(isnad.store.db, 10)).verdicts).toEqual([...ready, first, second]);
});
