/** The tables are what replaying the events gives. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterClaim, publishVerdict } from '../support/desk.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { writeAtRandom } from '../support/random-writes.js';
import { createBusyIsnad } from '../support/requests.js';
import type { TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
});
afterAll(() => isnad.close());

/** A thousand among the long tests. */
const states = process.env['LONG'] === undefined ? 4 : 1_000;
const writesBetween = 10;

it(`every state that is reached by writes of all kinds is accepted, ${String(states)} of them`, async () => {
  const seed = seedOfRun();
  const luck = createLuck(seed);
  const claims = ['C34', 'C37', await enterClaim(isnad), await enterClaim(isnad)];
  await publishVerdict(isnad, claims[2] ?? '');
  const recent: string[] = [];
  for (let state = 0; state < states; state++) {
    const outcome = await verifyTables(isnad);
    expect(outcome, `SEED=${String(seed)}\n${recent.join('\n')}`).toMatchObject({ valid: true });
    recent.length = 0;
    for (let write = 0; write < writesBetween; write++) {
      const { told, status, text } = await writeAtRandom({ isnad, luck, claims });
      expect(status, `${told} ${text}`).toBeLessThan(500);
      recent.push(told);
    }
  }
});
