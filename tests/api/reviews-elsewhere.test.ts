/** Where reviews have their pages at another address (REVIEW_URL), all that names a page for machines names that one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishVerdict } from '../support/desk.js';
import { strangerAt } from '../support/public-api.js';
import { linksOf, markupOf } from '../support/public-html.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

const url = 'https://desk.example';
let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await publishVerdict(isnad, 'C34');
});
afterAll(() => isnad.close());

async function namedWith(reviewUrl: string) {
  const stranger = strangerAt(isnad, { publisher: { name: 'Desk', url, reviewUrl } });
  const { text } = await stranger.get('/en/claims/C34');
  const alternates = linksOf(text, 'alternate');
  const oembeds = alternates.filter(({ type }) => type?.endsWith('+oembed'));
  const asked = new URL(oembeds[0]?.['href']?.replaceAll('&amp;', '&') ?? url);
  const map = (await stranger.get('/sitemap.xml')).text;
  return {
    canonical: linksOf(text, 'canonical').map(({ href }) => href),
    review: (markupOf(text) as { url: string }).url,
    shared: /property="og:url" content="([^"]*)"/.exec(text)?.[1],
    byLanguage: Object.fromEntries(
      alternates.flatMap(({ hreflang, href }) => (hreflang === undefined ? [] : [[hreflang, href]])),
    ) as Record<string, string>,
    framed: asked.searchParams.get('url'),
    frame: (await stranger.get(`${asked.pathname}${asked.search}`)).body as { html: string },
    mapped: Array.from(map.matchAll(/<loc>([^<]+C34[^<]*)</g), ([, address = '']) => address),
    inMap: [...new Set(Array.from(map.matchAll(/hreflang="[^"]*" href="([^"]*)"/g), ([, one]) => one))],
  };
}

it('of another site, by language, which has a map of its own', async () => {
  const at = (language: string) => `https://news.example/${language}/check/C34`;
  expect(await namedWith('https://news.example/{language}/check/{ref}')).toEqual({
    ...{ canonical: [at('en')], review: at('en'), shared: at('en'), framed: at('en') },
    frame: expect.objectContaining({
      html: expect.stringContaining(`${url}/en/claims/C34/embed`) as string,
    }) as object,
    byLanguage: { ar: at('ar'), en: at('en'), 'x-default': at('ar') },
    ...{ mapped: [], inMap: [] },
  });
});

it('of this site, the same in all languages, which has one line in the map', async () => {
  const at = `${url}/checks/C34`;
  expect(await namedWith(`${url}/checks/{ref}`)).toMatchObject({
    ...{ canonical: [at], review: at, shared: at, byLanguage: {}, mapped: [at], inMap: [] },
    // It says nothing of the language that is to be framed.
    framed: `${url}/en/claims/C34`,
  });
});

it('our own, as everything else', async () => {
  const at = (language: string) => `${url}/${language}/claims/C34`;
  const byLanguage = { ar: at('ar'), en: at('en'), 'x-default': `${url}/claims/C34` };
  expect(await namedWith(`${url}/{language}/claims/{ref}`)).toMatchObject({
    ...{ canonical: [at('en')], review: at('en'), framed: at('en'), byLanguage },
    ...{ mapped: [at('ar'), at('en')], inMap: Object.values(byLanguage) },
  });
});
