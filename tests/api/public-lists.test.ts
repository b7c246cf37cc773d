/** The lists that everybody reads, without a key: the index, corrections, and what is said of addresses that lead nowhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request, { type Response } from 'supertest';
import { enterClaim, publishVerdict } from '../support/desk.js';
import { createShowcase, type Showcase } from '../support/showcase.js';
import { linksOf, textOf } from '../support/public-html.js';
import type { TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let show: Showcase;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ isnad, show, close } = await createShowcase());
});
afterAll(() => close());

const read = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(isnad.stranger.get(path, headers));

describe('the index', () => {
  const refsIn = (html: string): string[] =>
    Array.from(
      html.matchAll(/class="statement"[^>]*><a href="\/\w+\/claims\/([^"]+)"/g),
      ([, ref = '']) => ref,
    );

  it('lists what stands, the newest first, and not what was taken back or merged', async () => {
    const refs = refsIn((await read('/en/')).text);
    expect(refs).toEqual(
      expect.arrayContaining([show.corrected, show.denial, show.underCorrection, show.french]),
    );
    expect(refs).not.toContain(show.retracted);
    expect(refs).not.toContain(show.merged);
    expect((await read('/en/')).text).toContain('?topic=arms-transfer"><bdi dir="auto">arms transfers</bdi>');
    expect((await read('/ar/')).text).toContain('?topic=arms-transfer"><bdi dir="auto">نقل أسلحة</bdi>');
    expect((await read('/ar/?topic=arms-transfer')).text).toContain(
      'الموضوع: <bdi dir="auto">نقل أسلحة</bdi>',
    );
    expect(refs.indexOf(show.corrected)).toBeLessThan(refs.indexOf(show.denial));
  });

  it.each([
    ['words of the claim, however they are typed', 'q=الإتهامات', 'denial'],
    ['words of a gloss', 'q=BALLISTIC+missiles', 'corrected'],
    ['the name of a source', 'q=ميللر', 'corrected'],
    ['a ref', 'q=c37', 'denial'],
    ['a ref and short words', 'q=c37+a', 'denial'],
    ['words with a sign between them', 'q=الإتهامات/الإتهامات', 'denial'],
    ['letters of other keyboards', 'q=مېللر', 'corrected'],
    ['a rating', 'rating=misleading', 'corrected'],
    ['a topic however it is typed', 'topic=arms\u200F-transfer&q=ammunition', 'corrected'],
    ['a topic and words', 'topic=arms-transfer&q=ammunition', 'corrected'],
  ] as const)('is searched by %s', async (_by, query, which) => {
    const refs = refsIn((await read(`/en/?${encodeURI(query)}`)).text);
    expect(refs).toContain(show[which]);
    expect(refs).not.toContain(show.french);
  });

  it.each([
    'q=zzzz',
    'topic=zzzz',
    'rating=zzzz',
    'q=%25_%5C',
    'q=%00',
    'q[]=1&q=2',
    'unknown=1&q=zzzz',
    `topic=${'a'.repeat(199)}%F0%9F%98%80`,
    'q=c',
  ])('answers %s', async (query) => {
    expect((await read(`/en/?${query}`)).status).toBe(200);
  });

  it('goes on page by page and meets everything once', async () => {
    for (let more = 0; more < 22; more++) await publishVerdict(isnad, await enterClaim(isnad));
    const met: string[] = [];
    for (let path: string | undefined = '/en/'; path !== undefined;) {
      const { text } = await read(path);
      met.push(...refsIn(text));
      path = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(met).size).toBe(met.length);
    expect(met.length).toBeGreaterThan(25);
    const second = /<a href="([^"]+)" rel="next"/.exec((await read('/en/')).text)?.[1] ?? '';
    const { text: older } = await read(second);
    expect(linksOf(older, 'canonical')[0]?.['href']).toMatch(/\/en\/\?after=/);
    expect(linksOf(older, 'alternate').flatMap(({ hreflang }) => hreflang ?? [])).toEqual([
      'ar',
      'en',
      'x-default',
    ]);
    expect(older).toContain('<meta name="description"');
    expect(older).not.toContain('noindex');
    expect((await read('/en/?q=Putin')).text).toContain('<meta name="robots" content="noindex"/>');
    const broken = await read('/en/?after=abc');
    expect([broken.status, textOf(broken.text).includes('This address is not complete')]).toEqual([
      400,
      true,
    ]);
  });
});

describe('corrections', () => {
  it('are listed with what was, what is, and why', async () => {
    const text = textOf((await read('/en/corrections')).text);
    expect(text).toContain('from Mostly true to Misleading Corrected: our error.');
    expect(text).toContain('We took a translation for the words themselves.');
    expect(text).toContain(`It is treated together with another claim: ${show.corrected}`);
  });
});

it.each([
  '/en/claims/C34',
  '/claims/C34',
  '/en/claims/C34/embed',
  '/en/',
  '/en/corrections',
  '/en/feed.rss',
  '/data.json',
  '/oembed',
  '/sitemap.xml',
  '/robots.txt',
  '/',
])('%s is read and not written, by pages of every origin', async (path) => {
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    const refused = await isnad.stranger[method](path);
    expect([refused.status, refused.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
  }
});

it('a mistyped address is a page that says so, and a language in other letters leads to ours', async () => {
  for (const [path, said] of [
    ['/ar/corrction', 'لا شيء منشور هنا'],
    ['/en/claims/C34/card', 'There is nothing published here'],
    ['/en/feed.xml', 'There is nothing published here'],
  ] as const) {
    const { status, text, headers } = await read(path);
    expect([status, headers['content-type']], path).toEqual([404, 'text/html; charset=utf-8']);
    expect(textOf(text)).toContain(said);
  }
  const { status, headers } = await read('/AR/corrections?after=x');
  expect([status, headers['location']]).toEqual([301, '/ar/corrections?after=x']);
  expect((await read('/EN/')).headers['location']).toBe('/en/');
  expect((await read('/abc/x')).headers['content-type']).toMatch(/json/);
});

it('pages of every origin may ask whether something has changed, and read under which number they were answered', async () => {
  const { headers } = await request(isnad.app).options('/data.json');
  expect(headers['access-control-allow-headers']).toBe('If-None-Match');
  expect(headers['access-control-expose-headers']).toContain('X-Request-Id');
});

it('the root leads to the index, in the language of the reader', async () => {
  const { status, headers } = await read('/', { 'Accept-Language': 'en' });
  expect([status, headers['location'], headers['vary']]).toEqual([302, '/en/', 'Accept-Language']);
});
