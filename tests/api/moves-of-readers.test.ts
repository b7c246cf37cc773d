/** What readers ask for costs no more where much waits at the desk: they are told no before anything is judged. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countStatements } from '../support/count-statements.js';
import { bodyOf } from '../support/desk.js';
import { recordSource } from '../support/merged-sources.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

it('the moves of a source are judged by verdicts that wait for editors alone', async () => {
  const { ref } = await recordSource(isnad, 'Reuters');
  const looksAtVerdicts = async (as: Person): Promise<boolean> => {
    const texts = await countStatements(
      async () => void bodyOf(await isnad.as(as).get(`/v1/sources/${ref}/transitions`)),
    );
    return texts.some((text) => /\bverdicts\b/.test(text));
  };
  expect(await looksAtVerdicts('editor')).toBe(true);
  for (const as of ['reader', 'checker', 'admin'] as const) expect(await looksAtVerdicts(as), as).toBe(false);
});
