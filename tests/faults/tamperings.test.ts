/** SEED=… repeats a run. */
import { expect, it } from 'vitest';
import { seedOfRun } from '../support/random.js';
import { exportOften, tamperOften } from '../support/tampering/campaign.js';

const seed = seedOfRun();

it(`finds each of 10,000 tamperings where it was done (SEED=${String(seed)})`, async () => {
  const { missed, kinds } = await tamperOften(10_000, seed);
  expect(missed).toEqual([]);
  expect(Object.keys(kinds)).toHaveLength(17);
});

it(`calls none of 1,000 untouched exports bad (SEED=${String(seed)})`, async () => {
  expect(await exportOften(1_000, seed)).toEqual([]);
});
