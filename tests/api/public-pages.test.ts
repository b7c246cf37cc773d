/** What everybody reads of a claim, without a key: in every state that the public can see one in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  tagOf,
  verdictBody,
} from '../support/desk.js';
import { countStatements } from '../support/count-statements.js';
import { createShowcase, type Showcase } from '../support/showcase.js';
import { linksOf, markupOf, textOf } from '../support/public-html.js';
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

describe('the page of a claim', () => {
  it('says in the language of the reader what was found, why, on what it rests and what became of it', async () => {
    const english = textOf((await read(`/en/claims/${show.corrected}`)).text);
    for (const said of [
      'accusations that North Korea supplied Russia',
      'اتهامات لكوريا الشمالية بتزويد روسيا',
      'Said by Matthew Miller',
      'Misleading',
      '2 on a scale from 1 (refuted) to 5 (supported)',
      'It was said by those it is attributed to. The article passes it on faithfully. As to the facts, our rating is: Misleading.',
      'We read the reports of March and May 2024 of the panel of experts [E1]',
      'Final report of the panel of experts, S/2024/215',
      'denied by Russia, North Korea (DPRK)',
      'Moscow and Pyongyang have denied these accusations',
      'declined to reply',
      'paragraph 8(b)',
      'Corrected: our error. The reports were named without their dates',
      'It was: Mostly true · It is: Misleading',
      'revision 2',
      'removed: last two',
      'added: of March and May 2024',
    ])
      expect(english.replace(/ /g, ' ')).toContain(said);
    const arabic = textOf((await read(`/ar/claims/${show.corrected}`)).text);
    for (const said of [
      'القائل ماثيو ميللر',
      'مضلل',
      'سلسلة الإسناد',
      'نفيٌ من: روسيا، كوريا الشمالية',
      'تصحيح: خطأ منا.',
    ])
      expect(arabic).toContain(said);
  });

  it('is HTML that runs nothing, may be kept for a second, and is not sent twice', async () => {
    const first = await read(`/en/claims/${show.corrected}`, { 'Accept-Encoding': 'gzip, deflate' });
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, s-maxage=1',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    expect(first.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect(first.headers).not.toHaveProperty('set-cookie');
    const again = await read(`/en/claims/${show.corrected}`, {
      ...{ 'If-None-Match': tagOf(first), 'Accept-Encoding': 'gzip, deflate' },
    });
    expect([again.status, again.text, tagOf(again)]).toEqual([304, '', tagOf(first)]);
    const head = await isnad.stranger.head(`/en/claims/${show.corrected}`, {
      'Accept-Encoding': 'gzip, deflate',
    });
    expect([head.status, tagOf(head), head.text]).toEqual([200, tagOf(first), undefined]);
    expect((await read(`/en/claims/${show.corrected}`, { 'Accept-Encoding': 'identity' })).text).toBe(
      first.text,
    );
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.1', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['deflate', undefined],
  ])('is sent to who takes %s as %s', async (accepted, encoding) => {
    const sent = await isnad.stranger.head(`/en/claims/${show.corrected}`, { 'Accept-Encoding': accepted });
    expect([sent.status, sent.headers['content-encoding']]).toEqual([200, encoding]);
  });

  it('names who denies it, also where the denial was not checked', async () => {
    const denied = await enterClaim(isnad);
    const denial = await enterClaim(isnad, {
      attributions: [
        {
          source: 'miller',
          mode: 'direct',
          from: [
            { source: 'dprk', mode: 'direct' },
            { label: 'A general', mode: 'indirect' },
          ],
        },
      ],
    });
    madeOf(await isnad.as('checker').post(`/v1/claims/${denial}/relations`, { type: 'denies', to: denied }));
    await publishVerdict(isnad, denied);
    const { text } = await read(`/en/claims/${denied}`);
    const denials = textOf(/<section[^>]*denials.*?<\/section>/s.exec(text)?.[0] ?? '');
    expect(denials).toMatch(/North Korea.*A general/s);
    expect(denials).not.toContain('Miller');
  });

  it('takes one statement', async () => {
    const path = `/en/claims/${show.corrected}`;
    expect(await countStatements(() => read(path))).toHaveLength(1);
    expect(await countStatements(() => read('/en/?q=Putin'))).toHaveLength(1);
    expect(await countStatements(() => read('/en/corrections'))).toHaveLength(1);
  });

  it.each(['ar', 'en'])('bears the ClaimReview of the API, in %s', async (language) => {
    for (const ref of [show.corrected, show.denial, show.underCorrection, show.hostile]) {
      const api = await isnad.as('reader').get(`/v1/claims/${ref}/claimreview?language=${language}`);
      expect(markupOf((await read(`/${language}/claims/${ref}`)).text)).toEqual(bodyOf(api));
    }
  });

  it('names itself in every language it can be read in, the same in each of them', async () => {
    const languages = ['ar', 'en', 'fr'];
    const pages = await Promise.all(languages.map((language) => read(`/${language}/claims/${show.french}`)));
    const alternates = pages.map(({ text }) => linksOf(text, 'alternate').filter(({ hreflang }) => hreflang));
    expect(alternates[0]?.map(({ hreflang }) => hreflang)).toEqual([...languages, 'x-default']);
    expect(alternates[1]).toEqual(alternates[0]);
    expect(alternates[2]).toEqual(alternates[0]);
    for (const [at, { text, status }] of pages.entries()) {
      expect(status).toBe(200);
      const [canonical] = linksOf(text, 'canonical');
      expect(canonical?.['href']).toBe(alternates[0]?.[at]?.['href']);
      expect((markupOf(text) as { url: string }).url).toBe(canonical?.['href']);
    }
    expect(textOf(pages[2]?.text ?? '')).toContain('la visite a été annulée');
    expect((await read(`/de/claims/${show.french}`)).headers['location']).toBe(`/en/claims/${show.french}`);
    const map = String((await read('/sitemap.xml')).text || (await read('/sitemap.xml')).body);
    expect(map).toContain(`/fr/claims/${show.french}</loc>`);
    expect(map).not.toContain(`/fr/claims/${show.denial}</loc>`);
  });

  it('is found under its ref alone, in the language that the reader prefers', async () => {
    const to = async (accepted: string): Promise<unknown[]> => {
      const { status, headers } = await read(`/claims/${show.french}`, { 'Accept-Language': accepted });
      return [status, headers['location'], headers['vary']];
    };
    const found = (language: string) => [302, `/${language}/claims/${show.french}`, 'Accept-Language'];
    expect(await to('en-US,en;q=0.8,ar;q=0.5')).toEqual(found('en'));
    expect(await to('fr')).toEqual(found('fr'));
    expect(await to('ja')).toEqual(found('ar'));
    expect((await read('/claims/none')).status).toBe(404);
    const { id } = await isnad.store.db.claim.findUniqueOrThrow({ where: { ref: show.french } });
    const byId = await read(`/EN/claims/${id}/embed`);
    expect([byId.status, byId.headers['location']]).toEqual([301, `/en/claims/${show.french}/embed`]);
  });

  it.each([
    ['unknown', () => 'none'],
    ['not in the form of a name', () => 'a%20b'],
    ['not published', () => 'C11'],
  ])('that is %s is a page that says so', async (_why, ref) => {
    for (const part of ['', '/embed', '/card.png']) {
      const { status, text, headers } = await read(`/ar/claims/${ref()}${part}`);
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(textOf(text)).toContain('لا شيء منشور هنا');
      expect(text).not.toContain('C11');
    }
  });

  it('the page of a verdict that was taken back is gone, with the reason and nothing of what was found', async () => {
    const path = `/en/claims/${show.retracted}`;
    const { status, text } = await read(path);
    expect(status).toBe(410);
    expect(textOf(text)).toContain('We were wrong. We took a translation for the words themselves.');
    expect(text).not.toMatch(/Because of what was found|ld\+json|og:title|class="verdict/);
    expect(text).toContain('<title>Retracted: ');
    const embed = await read(`${path}/embed`);
    expect([embed.status, textOf(embed.text).includes('We were wrong.')]).toEqual([200, true]);
    expect(embed.text).not.toContain('False');
  });

  it('the page of a merged claim names the other', async () => {
    const { status, text } = await read(`/ar/claims/${show.merged}`);
    expect(status).toBe(200);
    expect(text).toContain(`href="/ar/claims/${show.corrected}"`);
    expect(text).toContain('<title>دُمج الادعاء: ');
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(text).not.toContain('ld+json');
  });

  it('says that it is being corrected, and that it is contested as long as a denial is not settled', async () => {
    expect(textOf((await read(`/en/claims/${show.underCorrection}`)).text)).toContain(
      'This verdict is being corrected.',
    );
    const contested = 'Contested: another published claim denies this';
    for (const part of ['', '/embed'])
      expect(textOf((await read(`/en/claims/${show.corrected}${part}`)).text)).toContain(contested);
    expect(textOf((await read(`/en/claims/${show.denial}`)).text)).not.toContain(contested);
  });

  it('holds nothing but letters of what was written to break it', async () => {
    for (const language of ['ar', 'en']) {
      const { text } = await read(`/${language}/claims/${show.hostile}`);
      expect(text.match(/<script/g)).toHaveLength(1);
      expect(text).not.toContain('<img');
      expect(text).not.toMatch(/<\/style>.*<\/style>/s);
    }
  });

  it('shows a correction on page, embed, card, index, list and feeds as soon as it is approved', async () => {
    const ref = await enterClaim(isnad, { glosses: { en: 'The delegation will visit' } });
    await publishVerdict(isnad, ref, { body: verdictBody('true') });
    const paths = [
      `/en/claims/${ref}`,
      `/en/claims/${ref}/embed`,
      `/en/claims/${ref}/card.png`,
      '/en/',
      '/en/corrections',
      '/en/feed.rss',
      '/en/feed.atom',
      '/en/feed.json',
      '/data.json',
    ];
    const tags = (): Promise<string[]> => Promise.all(paths.map(async (path) => tagOf(await read(path))));
    const before = await tags();
    bodyOf(
      await move(isnad, 'editor', ref, { event: 'correct', reason: 'error', note: 'The wrong delegation.' }),
    );
    const next = await submitVerdict(isnad, await startTask(isnad, ref), 'checker', verdictBody('false'));
    bodyOf(await decide(isnad, 'editor2', next, 'approve'));
    const after = await tags();
    expect(paths.filter((_, at) => before[at] === after[at])).toEqual([]);
    expect(textOf((await read(`/en/claims/${ref}/embed`)).text)).toMatch(/Corrected .*: our error\. .*False/);
    bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error', note: 'Not theirs.' }));
    const at = `/v1/claims/${ref}/editions`;
    const { items } = bodyOf(await isnad.as('editor').get(at)) as { items: { digest: string }[] };
    const notice = `${at}/${items.at(-1)?.digest ?? ''}/transitions`;
    bodyOf(await isnad.as('editor2').post(notice, { event: 'approve' }));
    const retracted = await tags();
    expect(paths.filter((_, place) => after[place] === retracted[place])).toEqual([]);
    expect((await read(`/en/claims/${ref}`)).status).toBe(410);
  });

  it('has an oEmbed and a card in each language that it can be read in', async () => {
    for (const ref of [show.corrected, show.denial, show.underCorrection, show.hostile, show.french])
      for (const { href } of linksOf((await read(`/ar/claims/${ref}`)).text, 'alternate').filter(
        ({ hreflang }) => hreflang !== undefined && hreflang !== 'x-default',
      )) {
        const oembed = await read(`/oembed?url=${encodeURIComponent(String(href))}`);
        const card = await read(`${new URL(String(href)).pathname}/card.png`);
        expect([href, oembed.status, card.status]).toEqual([href, 200, 200]);
      }
  });
});

describe('what is embedded', () => {
  it('may be framed by anybody, and nothing else may be loaded in it', async () => {
    const { headers, text } = await read(`/en/claims/${show.corrected}/embed`);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(text).toContain(`href="/en/claims/${show.corrected}" target="_blank"`);
    expect((await read(`/en/claims/${show.corrected}`)).headers).toHaveProperty('x-frame-options');
  });
});

describe('the card', () => {
  it.each(['corrected', 'hostile', 'retracted', 'merged', 'french'] as const)(
    'of a claim that is %s is a picture of 1200 by 630',
    async (which) => {
      const answer = await read(`/en/claims/${show[which]}/card.png`);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/png']);
      const png = answer.body as Buffer;
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    },
  );
});
