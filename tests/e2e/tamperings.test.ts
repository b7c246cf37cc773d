/** The quick part; the whole is tests/faults/tamperings.test.ts. SEED=… repeats a run. */
import { expect, it } from 'vitest';
import { seedOfRun } from '../support/random.js';
import { exportOften, tamperOften } from '../support/tampering/campaign.js';

const seed = seedOfRun();

it(
  `finds each of 200 tamperings where it was done (SEED=${String(seed)})`,
  { timeout: 120_000 },
  async () => {
    const { missed, kinds } = await tamperOften(200, seed);
    expect(missed).toEqual([]);
    expect(Object.keys(kinds)).toHaveLength(17);
  },
);

it(`calls none of 30 untouched exports bad (SEED=${String(seed)})`, { timeout: 120_000 }, async () => {
  expect(await exportOften(30, seed)).toEqual([]);
});
