/** Of everything that is published, in each language it can be read in: what machines are told is there, and the same from every side. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { bodyOf } from '../support/desk.js';
import { linksOf, markupOf } from '../support/public-html.js';
import { createShowcase } from '../support/showcase.js';
import type { TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let close: () => Promise<void>;
let pages: string[];
beforeAll(async () => {
  ({ isnad, close } = await createShowcase());
  const answer = await read('/sitemap.xml');
  const map = answer.text || String(answer.body);
  pages = Array.from(map.matchAll(/<loc>([^<]+\/claims\/[^<]+)<\/loc>/g), ([, at = '']) => at);
});
afterAll(() => close());

const read = (path: string): Promise<Response> => Promise.resolve(isnad.stranger.get(path));
const pathOf = (page: string): string => new URL(page).pathname;
const alternatesOf = async (page: string): Promise<[language: string, page: string][]> =>
  linksOf((await read(pathOf(page))).text, 'alternate').flatMap(({ hreflang, href }) =>
    hreflang !== undefined && href !== undefined ? [[hreflang, href]] : [],
  );

it('is on the map in all of its languages, and names the same pages from each of them', async () => {
  const claims = new Set(pages.map((page) => pathOf(page).replace(/^\/\w+/, '')));
  expect(claims.size).toBeGreaterThan(4);
  for (const page of pages) {
    const named = await alternatesOf(page);
    const [language = ''] = pathOf(page).split('/').filter(Boolean);
    expect(named).toContainEqual([language, page]);
    for (const [one, other] of named) {
      if (one !== 'x-default') {
        expect(pages).toContain(other);
        expect(await alternatesOf(other), `${page} names ${other}`).toEqual(named);
        continue;
      }
      const { status, headers } = await read(pathOf(other));
      expect([status, named.map(([, at]) => pathOf(at))]).toEqual([
        302,
        expect.arrayContaining([headers['location']]),
      ]);
    }
    expect(named.map(([one]) => one)).toContain('x-default');
  }
});

it('bears the ClaimReview of the API, and elsewhere one that names its page', async () => {
  for (const page of pages) {
    const [language = '', , ref = ''] = pathOf(page).split('/').filter(Boolean);
    const markup = markupOf((await read(pathOf(page))).text);
    const api = await isnad.as('reader').get(`/v1/claims/${ref}/claimreview?language=${language}`);
    // The API has it in the languages of the frame.
    if (language === 'ar' || language === 'en') expect(markup, page).toEqual(bodyOf(api));
    else expect(markup).toMatchObject({ '@type': 'ClaimReview', url: page });
  }
});

it('has an oEmbed, a frame and a card', async () => {
  for (const page of pages) {
    const found = await Promise.all(
      [`/oembed?url=${encodeURIComponent(page)}`, `${pathOf(page)}/embed`, `${pathOf(page)}/card.png`].map(
        async (path) => (await read(path)).status,
      ),
    );
    expect([page, ...found]).toEqual([page, 200, 200, 200]);
  }
});
