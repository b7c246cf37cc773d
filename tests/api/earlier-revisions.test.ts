/** A revision that was replaced stays readable. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { createInternet, type Internet } from '../support/internet.js';
import { publishShowcase, type Showcase } from '../support/showcase.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let internet: Internet;
let show: Showcase;

beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, captures: internet.outbound });
  show = await publishShowcase(isnad, internet);
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const read = (path: string): Promise<Response> => Promise.resolve(isnad.stranger.get(path));

it('leads to each revision that was replaced, as it was approved, which no search engine lists', async () => {
  const claim = show.corrected;
  const path = `/en/claims/${claim}/revisions/1`;
  expect((await read(`/en/claims/${claim}`)).text).toContain(`href="${path}"`);
  const earlier = await read(path);
  expect(earlier.status).toBe(200);
  expect(earlier.text).toContain('<meta name="robots" content="noindex"/>');
  expect(/rel="canonical" href="([^"]*)"/.exec(earlier.text)?.[1]).toMatch(
    new RegExp(`/en/claims/${claim}$`),
  );
  expect(earlier.text).toContain('This is revision 1, as it was approved. It was replaced on');
  expect(earlier.text).toContain('id="evidence"');
  const standing = await read(`/en/claims/${claim}/revisions/2`);
  expect([standing.status, standing.headers['location']]).toEqual([302, `/en/claims/${claim}`]);
  const moved = await read(`/EN/claims/${claim}/revisions/1`);
  expect([moved.status, moved.headers['location']]).toEqual([301, path]);
  for (const none of ['99', 'x'])
    expect((await read(`/en/claims/${claim}/revisions/${none}`)).status).toBe(404);
  // Of what was taken back nothing is read on.
  const gone = await read(`/en/claims/${show.retracted}/revisions/1`);
  expect([gone.status, gone.headers['location']]).toEqual([302, `/en/claims/${show.retracted}`]);
});
