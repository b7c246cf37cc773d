import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { jsonFeed } from '../../src/publishing/feeds/syndication.schema.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  tagOf,
  verdictBody,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { readXml, type XmlElement } from '../support/xml.js';

type JsonFeed = z.output<typeof jsonFeed>;

let isnad: TestIsnad;
/** One claim for each thing that can stand in a feed; the first was published first. */
let plain: string;
let corrected: string;
let doubted: string;
let retracted: string;
const nasty = 'Less <b>& more</b> "quoted" ]]> \u0001 bell\r\nThe second line.';

beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  [plain, corrected, doubted, retracted] = [
    await enterClaim(isnad, { glosses: { en: 'The delegation will <visit> & return' } }),
    await enterClaim(isnad),
    await enterClaim(isnad),
    await enterClaim(isnad),
  ];
  const body = verdictBody('false', { rationale: { en: nasty, ar: 'لأن الزيارة لم تحدث.' } });
  for (const claim of [plain, corrected, doubted, retracted]) await publishVerdict(isnad, claim, { body });
  const correction = { event: 'correct', reason: 'error', note: 'The year <was> wrong.' };
  bodyOf(await move(isnad, 'editor', corrected, correction));
  const next = await submitVerdict(
    isnad,
    await startTask(isnad, corrected),
    'checker',
    verdictBody('mostly-true'),
  );
  bodyOf(await decide(isnad, 'editor2', next, 'approve'));
  bodyOf(await move(isnad, 'editor', doubted, correction));
  bodyOf(await move(isnad, 'editor', retracted, { event: 'retract', reason: 'error' }));
});
afterAll(() => isnad.close());

const ask = (ending: string, query = '?language=en', headers = {}): Promise<Response> =>
  Promise.resolve(
    isnad.as('reader').get(`/v1/published.${ending}${query}`, headers).buffer(true).parse(asText),
  );

/** supertest knows no feeds. */
const asText = (response: Response, done: (error: Error | null, body: unknown) => void): void => {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    done(null, Buffer.concat(chunks).toString('utf8'));
  });
};

const readJson = async (query?: string): Promise<JsonFeed> =>
  JSON.parse(String(bodyOf(await ask('json', query)))) as JsonFeed;
const readXmlOf = async (ending: string, query?: string): Promise<XmlElement> =>
  readXml(String(bodyOf(await ask(ending, query))));

describe('the feed of what is published', () => {
  it('has one entry per claim, newest first: verdict, correction, doubt, and of a retraction the note', async () => {
    const { items } = await readJson();
    expect(items.map(({ _isnad }) => _isnad)).toEqual([
      { kind: 'retraction', claim: retracted, rating: null, revision: null, under_correction: false },
      { kind: 'correction', claim: corrected, rating: 'mostly-true', revision: 2, under_correction: false },
      { kind: 'verdict', claim: doubted, rating: 'false', revision: 1, under_correction: true },
      { kind: 'verdict', claim: plain, rating: 'false', revision: 1, under_correction: false },
    ]);
    const [gone, fixed, open, first] = items;
    expect(gone?.title).toMatch(/^Retracted: /);
    expect(gone?.content_html).toContain('We were wrong.');
    expect(gone?.content_html).not.toMatch(/False|Less/);
    expect(fixed?.title).toMatch(/^Correction: Mostly true: /);
    expect(fixed?.content_html).toContain(
      'Correction (our error):</strong> <span dir="auto">The year &lt;was&gt; wrong.',
    );
    expect(open?.content_html).toContain('This verdict is being corrected.');
    expect(open && open.date_modified > open.date_published).toBe(true);
    expect(first?.title).toBe('False: The delegation will <visit> & return');
    expect(first?.date_modified.slice(0, 10)).toBe(first?.date_published.slice(0, 10));
  });

  it('says the same in Atom, with ids and times as RFC 4287 wants them', async () => {
    const json = await readJson();
    const atom = await readXmlOf('atom');
    expect([atom.name, atom.attributes['xmlns'], atom.attributes['xml:lang']]).toEqual([
      'feed',
      'http://www.w3.org/2005/Atom',
      'en',
    ]);
    const self = 'http://127.0.0.1:4545/v1/published.atom?language=en';
    // It does not depend on an address.
    expect(atom.text('id')).toMatch(/^urn:uuid:/);
    expect(atom.child('author').text('name')).toBe(json.authors[0]?.name);
    expect(atom.all('link').map(({ attributes }) => [attributes['rel'], attributes['href']])).toEqual([
      ['self', self],
      ['alternate', 'http://127.0.0.1:4545'],
    ]);
    const entries = atom.all('entry');
    expect(
      entries.map((one) => [one.text('id'), one.text('title'), one.text('published'), one.text('updated')]),
    ).toEqual(json.items.map((one) => [one.id, one.title, one.date_published, one.date_modified]));
    expect(entries.map((one) => one.text('content'))).toEqual(json.items.map((one) => one.content_html));
    expect(entries.map((one) => one.child('content').attributes['type'])).toEqual(entries.map(() => 'html'));
    expect(atom.text('updated')).toBe(
      json.items
        .map((one) => one.date_modified)
        .sort()
        .at(-1),
    );
    for (const { id } of json.items)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('says the same in RSS', async () => {
    const json = await readJson();
    const rss = await readXmlOf('rss');
    expect([rss.name, rss.attributes['version'], rss.attributes['xml:lang']]).toEqual(['rss', '2.0', 'en']);
    const channel = rss.child('channel');
    for (const name of ['title', 'link', 'description', 'language']) expect(channel.text(name)).not.toBe('');
    const items = channel.all('item');
    expect(
      items.map((one) => [one.text('guid'), one.text('title'), one.text('link'), one.text('description')]),
    ).toEqual(json.items.map((one) => [one.id, one.title, one.url, one.content_html]));
    expect(items.map((one) => one.child('guid').attributes['isPermaLink'])).toEqual(items.map(() => 'false'));
    expect(items.map((one) => Date.parse(one.text('pubDate')))).toEqual(
      json.items.map((one) => Math.floor(Date.parse(one.date_published) / 1000) * 1000),
    );
    expect(items[0]?.text('pubDate')).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  it('is marked as running from right to left in Arabic, under other ids', async () => {
    const [arabic, english] = [await readJson('?language=ar'), await readJson()];
    expect(arabic.language).toBe('ar');
    for (const { content_html: html } of arabic.items) expect(html).toMatch(/^<div lang="ar" dir="rtl">/);
    for (const { content_html: html } of english.items) expect(html).toMatch(/^<div lang="en" dir="ltr">/);
    expect(arabic.items.at(-1)?.title).toMatch(/^زائف: سيزور الوفد/);
    // A text that is there in Arabic only keeps its direction in an English page.
    expect(english.items[2]?.content_html).toContain('<blockquote lang="ar" dir="rtl">');
    expect(
      arabic.items.map(({ id }) => id).filter((id) => english.items.some((one) => one.id === id)),
    ).toEqual([]);
    expect((await readXmlOf('atom', '')).attributes['xml:lang']).toBe('ar');
    expect((await readXmlOf('rss', '?language=ar')).child('channel').text('language')).toBe('ar');
  });

  it('holds any text, markup and control characters as text', async () => {
    const html = (await readXmlOf('atom')).all('entry').at(-1)?.text('content') ?? '';
    const page = readXml(html);
    const paragraphs = page.all('div').at(-1)?.all('p') ?? [];
    expect(paragraphs.map((one) => one.content())).toEqual([
      'Less <b>& more</b> "quoted" ]]> \uFFFD bell\r',
      'The second line.',
    ]);
    expect(String(bodyOf(await ask('rss')))).not.toContain('\u0001');
  });

  it('comes in pages, each entry once', async () => {
    const all = await readJson();
    const walked: string[] = [];
    let query: string | undefined = '?language=en&limit=1';
    while (query !== undefined) {
      const page: JsonFeed = await readJson(query);
      walked.push(...page.items.map(({ id }) => id));
      query = page.next_url && new URL(page.next_url).search;
    }
    expect(walked).toEqual(all.items.map(({ id }) => id));
    const atom = await readXmlOf('atom', '?language=en&limit=1');
    expect(atom.all('link').map(({ attributes }) => attributes['rel'])).toEqual([
      'self',
      'alternate',
      'next',
    ]);
  });

  it.each([
    ['rss', 'application/rss+xml'],
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
  ])('as %s has its media type and a strong tag, and asks for a key', async (ending, type) => {
    const response = await ask(ending);
    expect(response.headers['content-type']).toBe(`${type}; charset=utf-8`);
    const again = await ask(ending, '?language=en', { 'If-None-Match': tagOf(response) });
    expect([again.status, tagOf(again)]).toEqual([304, tagOf(response)]);
    expect(tagOf(await ask(ending, '?language=ar'))).not.toBe(tagOf(response));
    const head = await isnad.as('reader').head(`/v1/published.${ending}?language=en`);
    expect([head.status, tagOf(head)]).toEqual([200, tagOf(response)]);
    expect((await isnad.stranger.get(`/v1/published.${ending}`)).status).toBe(401);
    expect((await isnad.as('reader').get(`/v1/published.${ending}?language=xx`)).status).toBe(400);
  });

  it('changes its tag when what it shows changes', async () => {
    const before = await ask('atom');
    await publishVerdict(isnad, await enterClaim(isnad));
    const after = await ask('atom', '?language=en', { 'If-None-Match': tagOf(before) });
    expect(after.status).toBe(200);
    expect(tagOf(after)).not.toBe(tagOf(before));
  });
});
