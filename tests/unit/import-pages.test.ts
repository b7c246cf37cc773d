/** Pages of HTML, and JSON as it stands in them. */
import { describe, expect, it } from 'vitest';
import { parseLooseJson } from '../../src/domain/import/loose-json.js';
import { planImport } from '../../src/domain/import/plan-import.js';
import { planEachOfPage, readBlock } from '../../src/domain/import/plan-page.js';
import { readHtmlPage } from '../../src/resources/imports/read-html-page.js';
import { clean } from '../support/clean-review.js';

const json = JSON.stringify(clean, null, 1);
const script = (text: string): string => `<script type="application/ld+json">${text}</script>`;
const planOf = async (html: string) => [
  ...planEachOfPage((await readHtmlPage(html)).map(readBlock), { base: 'https://checks.example/' }),
];

describe('the JSON of a page', () => {
  it.each([
    ['as it should be', json, []],
    ['in a comment', `\n<!--\n${json}\n-->`, ['json_wrapped']],
    ['in CDATA', `//<![CDATA[\n${json}\n//]]>`, ['json_wrapped']],
    ['in CDATA of a style sheet', `/*<![CDATA[*/${json}/*]]>*/`, ['json_wrapped']],
    ['with comments', `/* ours */ ${json.replace('{', '{ // first\n')}`, ['json_comment']],
    ['with commas behind which nothing is', json.replaceAll(/\n *}/g, ', }'), ['json_comma']],
    [
      'with a line break in a text',
      json.replace('صواريخ', 'صوا\nريخ'),
      ['json_control', 'control_character'],
    ],
  ])('is read %s, and what was done is told', async (_what, text, codes) => {
    const [planned, ...more] = await planOf(`<p>x</p>${script(text)}`);
    expect(more).toEqual([]);
    expect(planned?.repairs.map(({ code }) => code)).toEqual(codes);
    expect(planned?.pointer).toBe('/0');
    if (!codes.includes('control_character')) expect(planned?.step).toEqual(planImport(clean)[0]?.step);
  });

  it('that is none is refused by its place, and the others are read', async () => {
    const planned = await planOf(script('{"a": ') + script(json) + '<script>{}</script>');
    expect(planned.map(({ pointer, step }) => [pointer, step.do])).toEqual([
      ['/0', 'refuse'],
      ['/1', 'store'],
    ]);
    expect(planned[0]?.refusals.map(({ code }) => code)).toEqual(['json_unreadable']);
  });

  it.each([
    ['as it should be', ''],
    ['with a comment', '/* ours */'],
  ])('that is nested without end is refused, %s', async (_what, comment) => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const text = `${comment}${json.replace('"inLanguage": "ar"', `"inLanguage": ${deep}`)}`;
    expect(text).toContain(deep);
    const planned = await planOf(script(text) + script(json));
    expect(planned.map(({ refusals, step }) => [refusals.map(({ code }) => code), step.do])).toEqual([
      [['too_deep'], 'refuse'],
      [[], 'store'],
    ]);
  });

  it('is as deep as its brackets outside of texts', () => {
    expect(parseLooseJson(JSON.stringify('['.repeat(100)))).toMatchObject({ ok: true });
    const nested = (levels: number) => '[{"a":'.repeat(levels / 2) + '"\\\\"' + '}]'.repeat(levels / 2);
    expect(parseLooseJson(nested(64))).toMatchObject({ ok: true });
    expect(parseLooseJson(nested(66))).toEqual({ ok: false, refusal: 'too_deep' });
  });

  it('takes as long as its characters, whatever they are', () => {
    const before = process.cpuUsage();
    expect(parseLooseJson(`[1,${' '.repeat(1_000_000)}]`)).toEqual({
      ok: true,
      value: [1],
      repairs: ['json_comma'],
    });
    // Milliseconds of the processor: what else the machine does is not counted.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(400);
  });

  it('keeps texts that look like comments, commas and CDATA', () => {
    const value = { a: 'http://x/*y*/, ] //', b: ['\\"', ',}'] };
    expect(parseLooseJson(`[${JSON.stringify(value)},]`)).toEqual({
      ok: true,
      value: [value],
      repairs: ['json_comma'],
    });
  });
});

describe('the microdata of a page', () => {
  /** A ClaimReview among what is given, whose claim is told in that. */
  const claimIn = async (html: string): Promise<string | null | undefined> => {
    const page = `<div itemscope itemtype="https://schema.org/ClaimReview">${html}</div>`;
    return (await planOf(page)).at(-1)?.claimText;
  };

  it.each([
    ['<ul>' + '<li itemprop=about>x'.repeat(100) + '</ul><b itemprop=claimReviewed>Told</b>', 'Told'],
    ['<p itemprop=claimReviewed>Told<p>Not told', 'Told'],
    ['<p itemprop=claimReviewed>Told<p itemprop=about>x</p>', 'Told'],
    ['<dl><dt itemprop=claimReviewed>Told<dd>Not told</dl>', 'Told'],
    ['<table><tr><td itemprop=claimReviewed>Told<td>Not told<tr><td>Nor this</table>', 'Told'],
    ['<ul><li itemprop=claimReviewed>Told</ul> Not told', 'Told'],
    ['<ul><li itemprop=claimReviewed>Told<ul><li>, and this</ul><li>Not told</ul>', 'Told, and this'],
  ])('ends what needs no end tag: %s', async (html, claim) => {
    expect(await claimIn(html)).toBe(claim);
  });

  it('that is nested deeper than is read is refused, once', async () => {
    const page = `<div itemscope itemtype="https://schema.org/WebPage">${'<div itemprop=a>'.repeat(100)}`;
    const planned = await planOf(page + '</div>'.repeat(101) + script(json));
    expect(planned.map(({ refusals, step }) => [step.do, refusals.map(({ code }) => code)])).toEqual([
      ['ignore', []],
      ['refuse', ['too_deep']],
      ['store', []],
    ]);
  });

  it('is read as the node it stands for', async () => {
    const html = `<body><div itemscope itemtype="https://schema.org/ClaimReview">
      <a itemprop="url" href="/1">more</a> <meta itemprop="inLanguage" content="ar">
      <time itemprop="datePublished" datetime="2024-06-20">yesterday</time>
      <h1 itemprop="claimReviewed">روسيا <b>تسلمت</b> صواريخ من كوريا&nbsp;الشمالية</h1>
      <div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim"><div>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><i itemprop="name">Matthew Miller</i></span></div>
        <meta itemprop="datePublished" content="2024-06-17"><link itemprop="appearance" href="https://news.example/a">
      </div>
      <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
        <meta itemprop="ratingValue" content="5"><meta itemprop="worstRating" content="1"><meta itemprop="bestRating" content="5">
        <span itemprop="alternateName">صحيح</span></div>
      <p itemprop="author" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Checkers</b>
        <a itemprop="url" href="https://checks.example">x</a></p></div>`;
    const [planned, ...more] = await planOf(html);
    expect(more).toEqual([]);
    expect(planned?.step).toEqual(planImport(clean)[0]?.step);
    expect(new Set(planned?.repairs.map(({ code }) => code))).toEqual(
      new Set(['url_relative', 'number_as_text']),
    );
  });

  it.each([
    ['items within items', '<div itemscope itemprop=a>'.repeat(100_000)],
    ['elements within an element', '<p itemscope>' + '<p>'.repeat(500_000)],
    ['texts within properties', '<p itemscope>' + '<b itemprop=a>x</b>'.repeat(100_000)],
    ['closing tags', '<p itemscope><b itemprop=a>' + '</i>'.repeat(500_000)],
    ['texts that never end', script('"\\\\"'.repeat(300_000))],
    ['comments that never end', script('/*'.repeat(500_000))],
    ['blanks before nothing', script(`[1${' '.repeat(1_000_000)}`)],
    ['commas', script(','.repeat(500_000))],
  ])('with endless %s is read in time that grows with its length', async (_what, html) => {
    const started = performance.now();
    await planOf(html);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
