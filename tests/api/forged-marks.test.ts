/** A claim that is taken back by its row alone, or by an event alone, is no retraction; and takes nobody else's page or list along. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  publishVerdict,
  readClaim,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { insertEvent } from '../support/insert-event.js';
import { strangerAt } from '../support/public-api.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

async function publish(): Promise<{ ref: string; id: string }> {
  const ref = await enterClaim(isnad);
  await publishVerdict(isnad, ref, { body: verdictBody('false') });
  return readClaim(isnad, ref);
}

const lists = [
  ...['en', 'ar'].flatMap((language) => [
    ...[`/${language}/`, `/${language}/corrections`],
    ...['atom', 'rss', 'json'].map((form) => `/${language}/feed.${form}`),
  ]),
  ...['/data.json', '/sitemap.xml'],
];
const listsWithKey = ['/v1/claimreviews', '/v1/published.atom', '/v1/corrections'];

it('a claim that its row alone says was taken back is left out, and the log names it', async () => {
  const [marked, other] = [await publish(), await publish()];
  await isnad.database.pool.query(
    `UPDATE claims SET mark = 'retracted', mark_reason = 'error' WHERE id = $1`,
    [marked.id],
  );
  const warned: string[] = [];
  const stranger = strangerAt(isnad, {
    warn: (error, message) => warned.push(`${message}: ${String(error)}`),
  });
  for (const path of lists) expect((await stranger.get(path)).status, path).toBe(200);
  for (const path of listsWithKey) expect((await isnad.as('reader').get(path)).status, path).toBe(200);
  const data = (await stranger.get('/data.json')).text;
  expect(data).toContain(`/claims/${other.ref}`);
  expect(data).not.toContain(`/claims/${marked.ref}`);
  for (const path of [
    ...['', '/embed', '/card.png', '/revisions/1'].map((part) => `/en/claims/${marked.ref}${part}`),
    `/claims/${marked.ref}`,
  ])
    expect((await stranger.get(path)).status, path).toBe(500);
  expect((await isnad.as('reader').get(`/v1/claims/${marked.ref}/claimreview`)).status).toBe(500);
  expect(warned.length).toBeGreaterThan(0);
  expect(new Set(warned)).toEqual(
    new Set([
      `what is published of a claim cannot be read, and is left out: run isnad verify: Error: claim ${marked.id}: a mark has its event`,
    ]),
  );
});

/** How many corrections of a claim readers are told of, on the page and in the list. */
async function correctionsOf(ref: string): Promise<[number, number]> {
  const { text } = await isnad.stranger.get('/en/corrections');
  const { items } = bodyOf(await isnad.as('reader').get(`/v1/corrections?claim=${ref}`)) as {
    items: unknown[];
  };
  return [text.split(`/claims/${ref}"`).length - 1, items.length];
}

it.each([
  ['claim.retracted', { revision: 1, reason: 'error' }],
  ['claim.merged', { revision: 1, into: { id: '00000000-0000-0000-0000-000000000000', ref: 'C1' } }],
  ['claim.approved', { revision: 1, correction: { from: 1 } }],
])('a claim that a %s alone says was put right stands', async (type, data) => {
  const { ref, id } = await publish();
  await insertEvent(isnad.database.pool, { type, subject: { type: 'claim', id }, claim: id, data });
  expect(await correctionsOf(ref)).toEqual([0, 0]);
  expect((await isnad.stranger.get(`/en/claims/${ref}`)).status).toBe(200);
});

it('is told once of a correction, a retraction and a merge, beside events that say the same of other revisions', async () => {
  const corrected = await publish();
  bodyOf(
    await move(isnad, 'editor', corrected.ref, { event: 'correct', reason: 'error', note: 'A caption.' }),
  );
  const next = await submitVerdict(
    isnad,
    await startTask(isnad, corrected.ref),
    'checker',
    verdictBody('mostly-true'),
  );
  bodyOf(await decide(isnad, 'editor2', next, 'approve'));
  for (const type of ['claim.retracted', 'claim.merged'])
    for (const revision of [1, 2])
      await insertEvent(isnad.database.pool, {
        type,
        subject: { type: 'claim', id: corrected.id },
        claim: corrected.id,
        data: { revision, reason: 'error' },
      });
  expect(await correctionsOf(corrected.ref)).toEqual([1, 1]);

  const retracted = await publish();
  bodyOf(await move(isnad, 'editor', retracted.ref, { event: 'retract', reason: 'error', note: 'Wrong.' }));
  expect(await correctionsOf(retracted.ref)).toEqual([1, 1]);

  const merged = await publish();
  bodyOf(await move(isnad, 'editor', merged.ref, { event: 'merge', into: corrected.ref, note: 'The same.' }));
  expect((await correctionsOf(merged.ref))[1]).toBe(1);
});
