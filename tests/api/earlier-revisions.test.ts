/** A revision that was replaced stays readable. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
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
import { createShowcase, type Showcase } from '../support/showcase.js';
import type { TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let show: Showcase;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ isnad, show, close } = await createShowcase());
});
afterAll(() => close());

const read = (path: string): Promise<Response> => Promise.resolve(isnad.stranger.get(path));

it('leads to each revision that was replaced, as it was approved, which no search engine lists', async () => {
  const claim = show.corrected;
  const path = `/en/claims/${claim}/revisions/1`;
  expect((await read(`/en/claims/${claim}`)).text).toContain(`href="${path}"`);
  const earlier = await read(path);
  expect(earlier.status).toBe(200);
  expect(earlier.text).toContain('<meta name="robots" content="noindex"/>');
  // A page that is not listed names none that would be listed for it.
  expect(earlier.text).not.toContain('canonical');
  expect(earlier.text).toContain('This is revision 1, as it was approved. It was replaced on');
  expect(earlier.text).toContain('id="evidence"');
  const standing = await read(`/en/claims/${claim}/revisions/2`);
  expect([standing.status, standing.headers['location']]).toEqual([302, `/en/claims/${claim}`]);
  const moved = await read(`/EN/claims/${claim}/revisions/1`);
  expect([moved.status, moved.headers['location']]).toEqual([301, path]);
  for (const none of ['99', 'x', '01', '1.0', '0x1', '02', '2.0'])
    expect((await read(`/en/claims/${claim}/revisions/${none}`)).status).toBe(404);
  // Of what was taken back nothing is read on.
  const gone = await read(`/en/claims/${show.retracted}/revisions/1`);
  expect([gone.status, gone.headers['location']]).toEqual([302, `/en/claims/${show.retracted}`]);
});

it('leads from each revision of what was taken back, also one that was replaced before, to where that is said', async () => {
  const claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'Put otherwise.' }));
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', verdictBody('true'));
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
  for (const revision of ['1', '2']) {
    const led = await read(`/en/claims/${claim}/revisions/${revision}`);
    expect([led.status, led.headers['location']]).toEqual([302, `/en/claims/${claim}`]);
  }
  expect((await read(`/en/claims/${claim}`)).status).toBe(410);
  expect((await read(`/en/claims/${claim}/revisions/3`)).status).toBe(404);

  bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'There is more.' }));
  await publishVerdict(isnad, claim);
  for (const revision of ['1', '2', '3'])
    expect((await read(`/en/claims/${claim}/revisions/${revision}`)).headers['location']).toBe(
      `/en/claims/${claim}`,
    );
  expect((await read(`/en/claims/${claim}`)).text).toContain(
    'An earlier verdict on this claim was taken back.',
  );
});

it('speaks in its own words and languages, whatever the standing one says', async () => {
  const claim = await enterClaim(isnad, { glosses: { en: 'The old words' } });
  await publishVerdict(isnad, claim, { body: verdictBody('false', { rationale: { es: 'No es cierto.' } }) });
  bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'Put otherwise.' }));
  const glosses = { en: 'The new words', fr: 'Les mots' };
  bodyOf(await isnad.as('editor').patch(`/v1/claims/${claim}`, { glosses }, { 'If-Match': '*' }));
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', verdictBody('true'));
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  const path = (language: string): string => `/${language}/claims/${claim}/revisions/1`;

  const earlier = (await read(path('en'))).text;
  expect(/<title>([^<]*)/.exec(earlier)?.[1]).toContain('The old words');
  expect(earlier).not.toContain('The new words');
  expect(earlier).toContain(`href="${path('es')}"`);
  expect(earlier).not.toContain(`href="${path('fr')}"`);

  // The standing one cannot be read in Spanish: the way to it is in the language of the frame.
  expect((await read(`/es/claims/${claim}`)).headers['location']).toBe(`/en/claims/${claim}`);
  const spanish = await read(path('es'));
  expect(spanish.status).toBe(200);
  expect(spanish.text).toContain(`<a href="/en/claims/${claim}"`);
  expect((await read(path('fr'))).headers['location']).toBe(path('en'));
  expect((await read(`/fr/claims/${claim}`)).text).not.toContain(path('fr'));
  expect((await read(`/es/claims/${claim}/revisions/2`)).headers['location']).toBe(
    `/en/claims/${claim}/revisions/2`,
  );
});
