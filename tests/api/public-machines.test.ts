/** What programs read of what is published: feeds, data, oEmbed, the map of the site. And that none of it is there where it is switched off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { bodyOf, enterClaim, move, publishVerdict, verdictBody } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { readXml } from '../support/xml.js';

let isnad: TestIsnad;
const [published, retracted] = ['C34', 'C37'];

beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  for (const ref of [published, await enterClaim(isnad)])
    await publishVerdict(isnad, ref, { body: verdictBody('false') });
  await publishVerdict(isnad, retracted, { body: verdictBody('true') });
  bodyOf(await move(isnad, 'editor', retracted, { event: 'retract', reason: 'error' }));
});
afterAll(() => isnad.close());

const read = (path: string): Promise<Response> =>
  Promise.resolve(
    isnad.stranger
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        (response as unknown as NodeJS.ReadableStream)
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            done(null, Buffer.concat(chunks).toString());
          });
      }),
  );
const textOf = ({ body }: Response): string => String(body);
const base = 'http://127.0.0.1:4545';

describe('a public feed', () => {
  it.each([
    ['rss', 'application/rss+xml; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['json', 'application/feed+json; charset=utf-8'],
  ])('as %s has the entries that the API gives, and leads to pages', async (form, type) => {
    const answer = await read(`/en/feed.${form}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
    expect(textOf(answer)).toContain(`${base}/en/claims/${published}`);
    const ids = (text: string): string[] => text.match(/urn:uuid:[\da-f-]{36}/g) ?? [];
    const inApi = await isnad
      .as('reader')
      .get(`/v1/published.${form}?language=en`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        (response as unknown as NodeJS.ReadableStream)
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            done(null, Buffer.concat(chunks).toString());
          });
      });
    expect(ids(textOf(answer))).toEqual(ids(textOf(inApi)));
    expect(ids(textOf(answer)).length).toBeGreaterThan(2);
  });

  it('holds a topic, and nothing else', async () => {
    const claims = async (query: string): Promise<string[]> =>
      (
        JSON.parse(textOf(await read(`/en/feed.json${query}`))) as { items: { _isnad: { claim: string } }[] }
      ).items.map(({ _isnad }) => _isnad.claim);
    expect(await claims('?topic=arms-transfer')).toEqual([retracted, published]);
    expect(await claims('?topic=none')).toEqual([]);
    for (const several of ['topic=none,arms-transfer', 'topic=none&topic=arms-transfer'])
      expect(await claims(`?${several}`)).toEqual([retracted, published]);
    expect((await claims('')).length).toBe(3);
  });

  it('is in the languages of the frame, and refuses a cursor that is none', async () => {
    expect((await read('/fr/feed.rss')).status).toBe(404);
    expect((await read('/en/feed.rss?after=x')).status).toBe(400);
  });
});

describe('data.json', () => {
  it('is a DataFeed whose items are lists: reviews as on their pages, and what is left of those taken back', async () => {
    const answer = await read('/data.json?language=en');
    expect(answer.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    const { dataFeedElement } = JSON.parse(textOf(answer)) as {
      dataFeedElement: { item: object[]; dateDeleted?: string; url?: string }[];
    };
    const { '@context': _, ...alone } = bodyOf(
      await isnad.as('reader').get(`/v1/claims/${published}/claimreview?language=en`),
    ) as Record<string, unknown>;
    expect(dataFeedElement.map(({ item }) => item)).toContainEqual([alone]);
    expect(dataFeedElement.filter(({ dateDeleted }) => dateDeleted)).toMatchObject([
      { url: `${base}/en/claims/${retracted}`, item: [], description: 'We were wrong.' },
    ]);
    expect((await read('/data.json?language=xx')).status).toBe(400);
  });
});

describe('oEmbed', () => {
  const ask = (address: string, more = ''): Promise<Response> =>
    read(`/oembed?url=${encodeURIComponent(address)}${more}`);

  it('gives a frame that is no larger than asked for', async () => {
    const answer = await ask(`${base}/en/claims/${published}`, '&maxwidth=400&maxheight=200');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const oembed = JSON.parse(textOf(answer)) as { html: string; width: number; height: number };
    expect(oembed).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 400,
      height: 200,
      provider_url: base,
    });
    const src = /src="([^"]+)"/.exec(oembed.html)?.[1] ?? '';
    expect((await read(src.replace(base, ''))).status).toBe(200);
    expect(oembed).not.toHaveProperty('thumbnail_url');
  });

  it('names a card that is there', async () => {
    const oembed = JSON.parse(textOf(await ask(`${base}/claims/${published}?from=feed#why`))) as {
      thumbnail_url: string;
      thumbnail_width: number;
    };
    expect(oembed.thumbnail_width).toBe(1200);
    // Another one for each revision, as the page names it.
    const page = textOf(await read(`/en/claims/${published}`));
    expect(oembed.thumbnail_url.replace('/ar/', '/en/')).toBe(
      /property="og:image" content="([^"]+)"/.exec(page)?.[1]?.replace('/ar/', '/en/'),
    );
    expect((await read(oembed.thumbnail_url.replace(base, ''))).status).toBe(200);
  });

  it('goes on for what was taken back, and says so: whoever framed it shows the tombstone', async () => {
    const answer = await ask(`${base}/en/claims/${retracted}`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(textOf(answer))).toMatchObject({
      title: expect.stringMatching(/^Retracted/) as string,
    });
  });

  it('is XML for those who want it, and nothing else', async () => {
    const answer = await ask(`${base}/ar/claims/${published}`, '&format=xml');
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(readXml(textOf(answer)).name).toBe('oembed');
    expect((await ask(`${base}/ar/claims/${published}`, '&format=yaml')).status).toBe(501);
  });

  it.each([
    ['of another site', () => `https://elsewhere.example/en/claims/${published}`, 404],
    ['of nothing', () => `${base}/en/claims/none`, 404],
    ['in no language', () => `${base}/x_y/claims/${published}`, 404],
    ['with a broken escape', () => `${base}/en/claims/%E0%A4%A`, 404],
    ['left out', () => '', 400],
  ])('of an address %s is refused', async (_what, address, status) => {
    expect((await ask(address())).status).toBe(status);
  });

  it.each(['0', '-5', '1e9', 'wide'])('refuses a width of %s', async (width) => {
    expect((await ask(`${base}/en/claims/${published}`, `&maxwidth=${width}`)).status).toBe(400);
  });
});

describe('for search engines', () => {
  it('there is a map of what stands, in both languages', async () => {
    const answer = await read('/sitemap.xml');
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    const addresses = Array.from(textOf(answer).matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = '']) =>
      address.replace(base, ''),
    );
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/ar/',
        '/en/corrections',
        `/ar/claims/${published}`,
        `/en/claims/${published}`,
      ]),
    );
    expect(addresses).not.toContain(`/en/claims/${retracted}`);
    expect(readXml(textOf(answer)).name).toBe('urlset');
    for (const path of addresses) expect((await read(path)).status).toBe(200);
    expect(textOf(await read('/sitemap-1.xml'))).toBe(textOf(answer));
    expect((await read('/sitemap-2.xml')).status).toBe(404);
    expect((await read('/sitemap-0x1.xml')).status).toBe(404);
  });

  it('robots.txt names it, and what is not for them', async () => {
    expect(textOf(await read('/robots.txt'))).toMatch(
      new RegExp(`Disallow: /v1/\\n[^]*Sitemap: ${base}/sitemap.xml\\n$`),
    );
  });
});

describe('before anything is published, and where reading is off', () => {
  it('the root leads to the desk, and the index says that it is empty', async () => {
    const empty = await createIsnad();
    try {
      expect((await empty.stranger.get('/')).headers['location']).toBe('/desk/');
      expect((await empty.stranger.get('/en/')).text).toContain('Nothing is published yet.');
      expect((await empty.stranger.get('/en/feed.atom')).status).toBe(200);
    } finally {
      await empty.close();
    }
  });

  it('nothing is there', async () => {
    const closed = await createIsnad({ publicReading: false });
    try {
      // The root is then that of the API.
      for (const path of [
        '/en/',
        '/en/claims/C34',
        '/claims/C34',
        '/en/corrections',
        '/en/feed.rss',
        '/data.json',
        '/oembed?url=x',
        '/sitemap.xml',
        '/robots.txt',
        '/icon.svg',
      ])
        expect((await closed.stranger.get(path)).status, path).toBe(404);
    } finally {
      await closed.close();
    }
  });
});
