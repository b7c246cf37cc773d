import { describe, expect, it } from 'vitest';
import { writeAtom } from '../../src/domain/publishing/atom.js';
import { toChannel } from '../../src/domain/publishing/channel.js';
import { toEntry, type Entry } from '../../src/domain/publishing/entry.js';
import { toJsonFeed } from '../../src/domain/publishing/json-feed.js';
import { element, escape, printable, textElement } from '../../src/domain/publishing/markup.js';
import { writeRss } from '../../src/domain/publishing/rss.js';
import { claim, publisher, retraction, review, verdict } from '../support/published.js';

const entry = toEntry(review(), 'en', publisher);
const corrected = (reason: string) =>
  review({ underCorrection: true, verdict: verdict({ correction: { reason, note: 'A <number>.' } }) });

describe('an entry of a feed', () => {
  it('tells a verdict in the language that is asked for', () => {
    expect(entry).toEqual({
      id: 'urn:uuid:01a20c02-6d5c-837d-b3f3-a214632e35f5',
      kind: 'verdict',
      claim: 'C37',
      url: 'https://desk.example/en/claims/C37',
      title: 'False: Moscow has denied it',
      html:
        '<div lang="en" dir="ltr"><blockquote lang="en" dir="ltr"><p>Moscow has denied it</p></blockquote>' +
        '<p>False</p><div lang="en" dir="ltr"><p>Two panels saw it.</p><p>So did a third.</p></div></div>',
      published: '2026-11-02T09:00:00.000Z',
      updated: '2026-11-03T09:00:00.000Z',
      rating: { slug: 'false', label: 'False' },
      revision: 2,
      underCorrection: false,
    });
    expect(toEntry(review(), 'ar', publisher)).toMatchObject({
      id: 'urn:uuid:01a20c02-6d5c-737d-b3f3-a214632e35f5',
      title: 'خطأ: نفت موسكو',
      html:
        '<div lang="ar" dir="rtl"><blockquote lang="ar" dir="rtl"><p>نفت موسكو</p></blockquote>' +
        '<p>خطأ</p><div lang="en" dir="ltr"><p>Two panels saw it.</p><p>So did a third.</p></div></div>',
    });
  });

  it('is titled in one line of so many characters', () => {
    const title = (text: string) =>
      toEntry(review({ claim: claim({ glosses: { en: text } }) }), 'en', publisher).title;
    expect(title('a\n b\t\tc')).toBe('False: a b c');
    expect(title('😀'.repeat(140))).toBe(`False: ${'😀'.repeat(140)}`);
    expect(title('😀'.repeat(141))).toBe(`False: ${'😀'.repeat(140)}…`);
  });

  it('does without words that are not there', () => {
    const bare = review({ verdict: verdict({ rationale: {}, rating: { ...verdict().rating, labels: {} } }) });
    expect(toEntry(bare, 'en', publisher)).toMatchObject({
      title: 'false: Moscow has denied it',
      rating: { slug: 'false', label: 'false' },
      html:
        '<div lang="en" dir="ltr"><blockquote lang="en" dir="ltr"><p>Moscow has denied it</p></blockquote>' +
        '<p>false</p></div>',
    });
  });

  it.each([
    ['error', 'our error', 'خطأ منا'],
    ['new_evidence', 'new evidence', 'أدلة جديدة'],
    ['clarification', 'clarification', 'توضيح'],
    ['source_corrected', 'the source corrected itself', 'صحح المصدر ما قاله'],
    ['Minister X paid us', 'no reason is given', 'لم يُذكر السبب'],
  ])('tells a correction for %s, and that another is under way', (reason, en, ar) => {
    const note = '<span dir="auto">A &lt;number&gt;.</span></p>';
    const english = toEntry(corrected(reason), 'en', publisher);
    expect(english).toMatchObject({ kind: 'correction', underCorrection: true });
    expect(english.title).toBe('Correction: False: Moscow has denied it');
    expect(english.html).toContain(
      `<p><strong>This verdict is being corrected.</strong></p><p><strong>Correction (${en}):</strong> ${note}`,
    );
    const arabic = toEntry(corrected(reason), 'ar', publisher);
    expect(arabic.title).toBe('تصحيح: خطأ: نفت موسكو');
    expect(arabic.html).toContain(
      `<p><strong>هذا الحكم قيد التصحيح.</strong></p><p><strong>تصحيح (${ar}):</strong> ${note}`,
    );
  });

  it('says why something was retracted, in fixed words, and no rating', () => {
    expect(toEntry(retraction, 'en', publisher)).toEqual({
      id: 'urn:uuid:01a20c02-6d5c-837d-b3f3-000000000001',
      kind: 'retraction',
      claim: 'C37',
      url: 'https://desk.example/en/claims/C37',
      title: 'Retracted: Moscow has denied it',
      html:
        '<div lang="en" dir="ltr"><blockquote lang="en" dir="ltr"><p>Moscow has denied it</p></blockquote>' +
        '<p><strong>Retracted:</strong> <span>The evidence does not bear it out.</span></p></div>',
      published: '2026-11-04T09:00:00.000Z',
      updated: '2026-11-05T09:00:00.000Z',
      rating: null,
      revision: null,
      underCorrection: false,
    });
    expect(toEntry(retraction, 'ar', publisher).title).toBe('سُحب الحكم: نفت موسكو');
  });

  it('calls a merged claim merged, and says into which', () => {
    const merged = { ...retraction, reason: 'duplicate', into: 'C34' };
    expect(toEntry(merged, 'en', publisher)).toMatchObject({
      ...{ kind: 'merge', title: 'Merged: Moscow has denied it' },
      html: expect.stringContaining(
        '<strong>Merged:</strong> <span>The claim is treated together with another one. (C34)</span>',
      ) as string,
    });
    expect(toEntry(merged, 'ar', publisher).title).toBe('دُمج الادعاء: نفت موسكو');
  });

  it('sets a notice apart from the fixed words, as it may run the other way', () => {
    const { html } = toEntry({ ...retraction, notice: 'خُلط بين صورتين & تاريخين.' }, 'en', publisher);
    expect(html).toContain(
      '<span>The evidence does not bear it out.</span> <span dir="auto">خُلط بين صورتين &amp; تاريخين.</span></p>',
    );
  });
});

const path = '/v1/published.atom?language=en';
const channelOf = (entries: readonly Entry[], next: string | null = null, language: 'ar' | 'en' = 'en') =>
  toChannel({ entries, language, publisher, path, next, first: entry.id });

describe('a channel', () => {
  it('of some topics says which, and is another one than that of all', () => {
    const about = (...topics: string[]) =>
      toChannel({ entries: [entry], language: 'en', publisher, path, next: null, first: entry.id, topics });
    expect(about('dprk', 'arms').title).toBe('Desk & Sons: verdicts and corrections — dprk, arms');
    expect(about('arms-transfer').title).toBe('Desk & Sons: verdicts and corrections — arms transfers');
    expect(about('dprk', 'arms').id).toBe(about('arms', 'dprk').id);
    expect(new Set([about().id, about('arms').id, about('dprk').id, about('arms', 'dprk').id]).size).toBe(4);
    expect(about().id).toBe(channelOf([entry]).id);
  });

  it('is named, says where it is, and goes on where there is more', () => {
    expect(channelOf([entry], `${path}&after=x`)).toEqual({
      id: expect.stringMatching(/^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
      self: 'https://desk.example/v1/published.atom?language=en',
      next: 'https://desk.example/v1/published.atom?language=en&after=x',
      home: 'https://desk.example',
      publisher,
      language: 'en',
      title: 'Desk & Sons: verdicts and corrections',
      about: 'Verdicts on claims as they are published, corrected and retracted.',
      updated: '2026-11-03T09:00:00.000Z',
      entries: [entry],
    });
    expect(channelOf([], null, 'ar')).toMatchObject({
      next: null,
      title: 'Desk & Sons: أحكام وتصحيحات',
      about: 'ما نُشر من أحكام على الادعاءات، وما صُحح منها أو سُحب.',
    });
  });

  it('was updated when anything in it last was', () => {
    const later = { ...entry, updated: '2026-12-01T00:00:00.000Z' };
    expect(channelOf([entry, later, entry]).updated).toBe('2026-12-01T00:00:00.000Z');
    expect(channelOf([]).updated).toBe('1970-01-01T00:00:00.000Z');
  });
});

const small: Entry = { ...entry, title: 'A & B', html: '<p>C</p>' };
const taken: Entry = { ...small, kind: 'retraction', rating: null, revision: null };
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('the forms of a feed', () => {
  it('Atom', () => {
    const head =
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>${channelOf([]).id}</id>` +
      '<title>Desk &amp; Sons: verdicts and corrections</title>' +
      '<subtitle>Verdicts on claims as they are published, corrected and retracted.</subtitle>' +
      '<updated>2026-11-03T09:00:00.000Z</updated>' +
      '<author><name>Desk &amp; Sons</name><uri>https://desk.example</uri></author>' +
      '<link rel="self" type="application/atom+xml" href="https://desk.example/v1/published.atom?language=en" hreflang="en"/>' +
      '<link rel="alternate" href="https://desk.example"/>';
    const next =
      '<link rel="next" type="application/atom+xml" href="https://desk.example/v1/published.atom?language=en&amp;after=x"/>';
    const item = (category: string) =>
      '<entry><id>urn:uuid:01a20c02-6d5c-837d-b3f3-a214632e35f5</id><title>A &amp; B</title>' +
      '<published>2026-11-02T09:00:00.000Z</published><updated>2026-11-03T09:00:00.000Z</updated>' +
      `<link rel="alternate" href="https://desk.example/en/claims/C37"/>${category}` +
      '<content type="html">&lt;p&gt;C&lt;/p&gt;</content></entry>';
    expect(writeAtom(channelOf([small]))).toBe(
      `${declaration}${head}${item('<category term="false" label="False"/>')}</feed>`,
    );
    expect(writeAtom(channelOf([taken], `${path}&after=x`))).toBe(
      `${declaration}${head}${next}${item('')}</feed>`,
    );
  });

  it('RSS', () => {
    const head =
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="en">' +
      '<channel><title>Desk &amp; Sons: verdicts and corrections</title><link>https://desk.example</link>' +
      '<description>Verdicts on claims as they are published, corrected and retracted.</description>' +
      '<language>en</language><lastBuildDate>Tue, 03 Nov 2026 09:00:00 GMT</lastBuildDate>' +
      '<atom:link rel="self" type="application/rss+xml" href="https://desk.example/v1/published.atom?language=en"/>';
    const next =
      '<atom:link rel="next" type="application/rss+xml" href="https://desk.example/v1/published.atom?language=en&amp;after=x"/>';
    const item = (category: string) =>
      '<item><title>A &amp; B</title><link>https://desk.example/en/claims/C37</link>' +
      '<guid isPermaLink="false">urn:uuid:01a20c02-6d5c-837d-b3f3-a214632e35f5</guid>' +
      '<pubDate>Mon, 02 Nov 2026 09:00:00 GMT</pubDate><atom:updated>2026-11-03T09:00:00.000Z</atom:updated>' +
      `<dc:creator>Desk &amp; Sons</dc:creator>${category}<description>&lt;p&gt;C&lt;/p&gt;</description></item>`;
    expect(writeRss(channelOf([small]))).toBe(
      `${declaration}${head}${item('<category>False</category>')}</channel></rss>`,
    );
    expect(writeRss(channelOf([taken], `${path}&after=x`))).toBe(
      `${declaration}${head}${next}${item('')}</channel></rss>`,
    );
  });

  it('JSON Feed', () => {
    const item = {
      id: 'urn:uuid:01a20c02-6d5c-837d-b3f3-a214632e35f5',
      url: 'https://desk.example/en/claims/C37',
      title: 'A & \uFFFD',
      content_html: '<p>C</p>',
      date_published: '2026-11-02T09:00:00.000Z',
      date_modified: '2026-11-03T09:00:00.000Z',
      language: 'en',
    };
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Desk & Sons: verdicts and corrections',
      description: 'Verdicts on claims as they are published, corrected and retracted.',
      home_page_url: 'https://desk.example',
      feed_url: 'https://desk.example/v1/published.atom?language=en',
      language: 'en',
      authors: [{ name: 'Desk & Sons', url: 'https://desk.example' }],
    };
    const about = { claim: 'C37', under_correction: false };
    const odd = { title: 'A & \u0001' };
    expect(toJsonFeed(channelOf([{ ...small, ...odd }]))).toStrictEqual({
      ...feed,
      items: [
        { ...item, tags: ['False'], _isnad: { ...about, kind: 'verdict', rating: 'false', revision: 2 } },
      ],
    });
    expect(toJsonFeed(channelOf([{ ...taken, ...odd }], `${path}&after=x`))).toStrictEqual({
      ...feed,
      next_url: 'https://desk.example/v1/published.atom?language=en&after=x',
      items: [{ ...item, _isnad: { ...about, kind: 'retraction', rating: null, revision: null } }],
    });
  });
});

describe('text in markup', () => {
  it('is escaped, and what XML cannot hold is shown as missing', () => {
    expect(escape(`<a href="x" id='y'>&\r</a>`)).toBe(
      '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&#13;&lt;/a&gt;',
    );
    expect(printable('a\tb\nc\rd\u0085\u007F')).toBe('a\tb\nc\rd\u0085\u007F');
    expect(printable('\u0000\u001B\uD800x\uFFFE\uFFFF')).toBe('\uFFFD\uFFFD\uFFFDx\uFFFD\uFFFD');
    expect(printable('😀 عربي')).toBe('😀 عربي');
  });

  it('stands in an element, whose attributes are escaped too', () => {
    expect(element('br', {})).toBe('<br/>');
    expect(element('a', { href: '"', b: '2' }, '<b/>', 'x')).toBe('<a href="&quot;" b="2"><b/>x</a>');
    expect(textElement('p', '<', { a: '1' })).toBe('<p a="1">&lt;</p>');
  });
});
