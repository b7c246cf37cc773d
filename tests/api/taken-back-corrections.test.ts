/** Of a correction that was taken back with its verdict, the list of corrections tells that there was one and why, and no more. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { textOf } from '../support/public-html.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const note = 'The year was wrong: it was read in a caption.';
const found = [note, 'Mostly true', 'False', 'صحيح إلى حد كبير', 'class="rating'];

async function publishCorrected(): Promise<string> {
  const ref = await enterClaim(isnad);
  await publishVerdict(isnad, ref, { body: verdictBody('false') });
  bodyOf(await move(isnad, 'editor', ref, { event: 'correct', reason: 'error', note }));
  const next = await submitVerdict(isnad, await startTask(isnad, ref), 'checker', verdictBody('mostly-true'));
  bodyOf(await decide(isnad, 'editor2', next, 'approve'));
  return ref;
}

/** What the list says of it, the newest first, in both languages. */
async function itemsOf(ref: string): Promise<string[]> {
  const pages = await Promise.all(
    ['en', 'ar'].map((language) => isnad.stranger.get(`/${language}/corrections`)),
  );
  return pages.flatMap(({ text }) =>
    (/<ul class="found">(.*?)<\/ul>/s.exec(text)?.[1] ?? '')
      .split('<li>')
      .filter((item) => item.includes(`/claims/${ref}"`)),
  );
}

const expectNothingFound = async (ref: string, items: number): Promise<void> => {
  const told = await itemsOf(ref);
  expect(told).toHaveLength(2 * items);
  for (const words of found) for (const item of told) expect(item).not.toContain(words);
  expect(told.map(textOf).join()).toContain('Corrected: our error.');
};

it('is told with its ratings and note while it stands', async () => {
  const ref = await publishCorrected();
  const [english = ''] = await itemsOf(ref);
  expect(textOf(english)).toContain(`from False to Mostly true Corrected: our error. ${note}`);
});

it('loses both once the verdict is taken back, and has neither again when another is published', async () => {
  const ref = await publishCorrected();
  bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'legal' }));
  await expectNothingFound(ref, 2);
  bodyOf(await move(isnad, 'editor', ref, { event: 'reopen', reason: 'It is checked anew.' }));
  await expectNothingFound(ref, 2);
  await isnad.work();
  await publishVerdict(isnad, ref, { body: verdictBody('misleading') });
  await expectNothingFound(ref, 2);
});

it('loses both once the claim is merged into another', async () => {
  const [ref, into] = [await publishCorrected(), await enterClaim(isnad)];
  await publishVerdict(isnad, into, { body: verdictBody('misleading') });
  bodyOf(await move(isnad, 'editor', ref, { event: 'merge', into, note: 'The same.' }));
  await expectNothingFound(ref, 2);
});
