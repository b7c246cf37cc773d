/**
 * What somebody selects in the article on the screen, and sends as a quote, is found by the server at the very letters that
 * were selected; and marked there it changes neither the letters of the text nor their order. The desk enters no claims yet:
 * a quote is what the browser gives of a selection, with the words around it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnchor } from '../../src/domain/text/anchor.js';
import { foldText, weightless } from '../../src/domain/text/fold.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, madeOf, readClaim } from '../support/desk.js';
import { createLuck, seedOfRun, type Luck } from '../support/random.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { sitDown } from './keyboard.js';
import { settled } from './settled.js';

const long = process.env['LONG'] === '1';
const articles = long ? 10 : 1;
const selectionsEach = long ? 10_000 : 300;
const markedEach = long ? 30 : 8;

const pieces = [
  ...['قال', 'الوفد', 'في', 'المدينة', 'إن', 'العدد', 'سبعة', 'على', 'الميناء', 'الأول', 'ـــ', 'كـتـاب'],
  ...['أَحْمَدُ', 'مُسْتَشْفًى', 'الرَّحْمٰن', 'لِلّٰهِ', 'ٱلْكِتَٰب', 'كلّا', 'شُكْرًا'],
  ...[
    'The',
    'panel',
    'said',
    'café',
    'cafe\u0301',
    'nai\u0308ve',
    'Z\u0301\u0323alba',
    'o\u0302\u0301',
    'fiancée',
  ],
  ...['👍', '👍🏽', '👩‍👩‍👧', '🇪🇬', '🏳️‍🌈', '𐤀𐤁𐤂', '𝒜𝒷', '𠮷野', '☺️'],
  ...[
    '٧',
    '٢٠٢٤',
    '7',
    '1,000',
    '50%',
    '٪٣٠',
    '«سبعة»',
    '“seven”',
    '(C34)',
    'نعم؟',
    'لا،',
    'no;',
    'كل\u200Cها',
  ],
] as const;
const between = [' ', ' ', ' ', ' ', '\u00A0', '  ', ' \u200F', ' \u2067', '\u2069 ', '\t'] as const;
const ends = ['\n', '\n', '\r\n', '\r\n\r\n', '\n\n', '.\r\n', ' \n'] as const;

const writeArticle = (luck: Luck): string => {
  const line = (): string =>
    Array.from({ length: 4 + luck.below(24) }, () => luck.oneOf(pieces) + luck.oneOf(between)).join('') +
    'End';
  return Array.from({ length: 24 }, () => line() + luck.oneOf(ends)).join('') + line();
};

/** Where it is in the article, in code points; and what the browser says is selected. */
interface Selected {
  start: number;
  end: number;
  exact: string;
  /** It begins and ends where a caret can stand. */
  isWhole: boolean;
}

/** Run in the page: makes selections by ranges in the text as it is drawn. */
function select({ count, seed, unseen }: { count: number; seed: number; unseen: string }): {
  text: string;
  selected: Selected[];
} {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const places: { node: Text; from: number }[] = [];
  let text = '';
  for (const [index, paragraph] of document.querySelectorAll('.article-text .paragraph > p').entries()) {
    if (index > 0) text += '\n';
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      places.push({ node: node as Text, from: text.length });
      text += (node as Text).data;
    }
  }
  const whole = [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(text)].map(
    ({ index }) => index,
  );
  const points: number[] = [];
  const pointOf = new Map<number, number>();
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) {
    pointOf.set(unit, points.length);
    points.push(unit);
  }
  for (const all of [whole, points]) all.push(text.length);
  pointOf.set(text.length, points.length - 1);
  const placeOf = (unit: number): { node: Text; at: number } => {
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((places[middle]?.from ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    const place = places[low];
    if (!place) throw new Error('no text is there');
    // Between two paragraphs the first one ends.
    return { node: place.node, at: Math.min(unit - place.from, place.node.data.length) };
  };
  // Blanks and what nobody sees at its ends are no part of a quote.
  const [unseenFirst, unseenLast] = [new RegExp(`^(?:${unseen})+`, 'u'), new RegExp(`(?:${unseen})+$`, 'u')];
  const selection = getSelection();
  const selected: Selected[] = [];
  while (selected.length < count) {
    const isWhole = below(4) > 0;
    const stops = isWhole ? whole : points;
    const first = below(stops.length - 1);
    const length = 1 + below(below(8) === 0 ? 400 : 40);
    const [begin = 0, stop = 0] = [stops[first], stops[Math.min(first + length, stops.length - 1)]];
    const start = begin + (unseenFirst.exec(text.slice(begin, stop))?.[0].length ?? 0);
    const end = stop - (unseenLast.exec(text.slice(start, stop))?.[0].length ?? 0);
    if (!/[\p{L}\p{N}\p{S}]/u.test(text.slice(start, end))) continue;
    const [from, to] = [placeOf(start), placeOf(end)];
    // Half of all are made from their end.
    if (below(2) === 0) selection?.setBaseAndExtent(from.node, from.at, to.node, to.at);
    else selection?.setBaseAndExtent(to.node, to.at, from.node, from.at);
    selected.push({
      start: pointOf.get(start) ?? -1,
      end: pointOf.get(end) ?? -1,
      // The browser gives whole letters, whatever the range parts.
      exact: (isWhole ? String(selection) : text.slice(start, end))
        .replace(unseenFirst, '')
        .replace(unseenLast, ''),
      isWhole,
    });
  }
  selection?.removeAllRanges();
  return { text, selected };
}

/** Run in the page: paragraphs whose letters stand in another order, line by line, than they do without marks. */
function turnedAround(): string[] {
  interface Letter {
    at: number;
    line: number;
    x: number;
  }
  /** In the order in which they are seen; what is drawn as one with the letter before has no box of its own. */
  const seenIn = (paragraph: Element): Letter[] => {
    const range = document.createRange();
    const letters: Letter[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let from = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (const { segment, index } of new Intl.Segmenter('ar').segment(data)) {
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const box = range.getBoundingClientRect();
        if (box.width > 0.5 && !/^[\s\p{Cf}]*$/u.test(segment))
          letters.push({ at: from + index, line: box.top + box.height / 2, x: box.left });
      }
      from += data.length;
    }
    // Fonts differ in height: what overlaps by half stands on one line.
    let line = -Infinity;
    for (const letter of letters.sort((one, other) => one.line - other.line))
      letter.line = line = letter.line - line < 12 ? line : letter.line;
    return letters.sort((one, other) => one.line - other.line || one.x - other.x || one.at - other.at);
  };
  const among = (letters: readonly Letter[], others: readonly Letter[]): number[] => {
    const known = new Set(others.map(({ at }) => at));
    return letters.flatMap(({ at }) => (known.has(at) ? [at] : []));
  };
  return [...document.querySelectorAll('.article-text .paragraph > p')].flatMap((paragraph) => {
    const marked = seenIn(paragraph);
    const plain = paragraph.cloneNode(false) as Element;
    plain.textContent = paragraph.textContent;
    paragraph.replaceWith(plain);
    const unmarked = seenIn(plain);
    plain.replaceWith(paragraph);
    const [found, expected] = [among(marked, unmarked), among(unmarked, marked)];
    const wrong = found.findIndex((at, place) => at !== expected[place]);
    const isMeasured = found.length >= marked.length * 0.9;
    return wrong === -1 && isMeasured ? [] : [`at ${String(found[wrong])}: ${plain.textContent}`];
  });
}

/** What weighs nothing where a quote begins or ends: marks stay with their letter, and blanks belong to nobody. */
const isLight = (character: string): boolean =>
  /^[\p{M}\s\u0085]$/u.test(character) || weightless.test(character);

/** Why what was found is not what was selected; undefined where it is. */
const differs = (
  characters: readonly string[],
  { start, end }: Pick<Selected, 'start' | 'end'>,
  found: { start: number; end: number },
): boolean =>
  [
    [start, found.start],
    [end, found.end],
  ].some(([asked = 0, given = 0]) =>
    characters.slice(Math.min(asked, given), Math.max(asked, given)).some((one) => !isLight(one)),
  );

describe.skipIf(!hasChromium)('a selection in the article on the screen', () => {
  let browser: Browser;
  let product: DeskProduct;
  let page: Page;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
    const key = product.keys.checker;
    ({ page } = await sitDown(browser, { url: product.apiUrl, key, language: 'ar' }));
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  /** The article of the claim, drawn whole. */
  const openArticle = async (claim: string, text: string): Promise<void> => {
    await page.goto(`${product.apiUrl}/desk/claims/${claim}?tab=article`);
    await page.locator('.quote.own').first().waitFor();
    await settled(page);
    const drawn = (): Promise<string> =>
      page.evaluate(() =>
        [...document.querySelectorAll('.article-text .paragraph > p')]
          .map(({ textContent }) => textContent)
          .join('\n'),
      );
    // No letter is lost, added or moved by what is marked.
    await expect.poll(drawn, { timeout: 20_000 }).toBe(text);
  };
  const quote = async (article: string, selector: object): Promise<string> => {
    const claim = { article, kind: 'assertion', quote: selector };
    return (madeOf(await product.as('checker').post('/v1/claims', claim)) as { ref: string }).ref;
  };

  test.each(Array.from({ length: articles }, (_article, index) => index))(
    'is the code points that the server finds, and is marked there: article %i',
    async (index) => {
      const seed = seedOfRun() + index;
      const luck = createLuck(seed);
      const given = { title: 'تقرير', language: 'ar', text: writeArticle(luck) };
      const { ref: article } = madeOf(await product.as('checker').post('/v1/articles', given)) as {
        ref: string;
      };
      const { text } = bodyOf(await product.as('checker').get(`/v1/articles/${article}/versions/1`)) as {
        text: string;
      };
      const characters = Array.from(text);
      const anchor = createAnchor(text);
      const around = ({ start, end }: Selected) => ({
        prefix: characters.slice(Math.max(0, start - 32), start).join(''),
        suffix: characters.slice(end, end + 32).join(''),
      });
      const first = await quote(article, { exact: characters.slice(0, 12).join(''), start: 0 });
      await openArticle(first, text);
      const { selected, text: drawn } = await page.evaluate(select, {
        ...{ count: selectionsEach, seed },
        unseen: `[\\s\\u0085]|${weightless.source}`,
      });
      expect(drawn).toBe(text);
      const wrong: unknown[] = [];
      const good: Selected[] = [];
      let refused = 0;
      for (const one of selected) {
        const { start, end, exact, isWhole } = one;
        const told = { seed, start, end, exact, isWhole };
        // What the browser gives is what stands there, and nothing of what is drawn beside it.
        if (
          foldText(exact, 'verify').trim() !==
          foldText(characters.slice(start, end).join(''), 'verify').trim()
        )
          wrong.push({ ...told, selected: characters.slice(start, end).join('') });
        for (const selector of [
          { exact, start, end },
          { exact, ...around(one) },
        ]) {
          const found = anchor(selector);
          if (found.ok ? differs(characters, one, found) : isWhole && 'start' in selector)
            wrong.push({ ...told, found });
          if (!found.ok) refused++;
          else if ('start' in selector && isWhole) good.push(one);
        }
      }
      expect(wrong.slice(0, 5)).toEqual([]);
      // It is refused where it parts a letter, or where its words stand in the same surroundings twice.
      expect(refused).toBeLessThan(selected.length / 4);

      // No two claims stand on one quote.
      const marked = Array.from({ length: markedEach }, () => luck.oneOf(good)).filter(
        (one, place, all) => one.start > 0 && all.findIndex(({ start }) => start === one.start) === place,
      );
      const refs: string[] = [];
      for (const one of marked)
        refs.push(await quote(article, { exact: one.exact, start: one.start, end: one.end }));
      const own = refs[0] ?? first;
      await openArticle(own, text);
      for (const [place, ref] of refs.entries()) {
        const { id, quote: kept } = await readClaim(product, ref);
        // A piece of it may be a blank that nobody sees.
        await page.locator(`mark[data-claims~="${id}"]`).first().waitFor({ state: 'attached' });
        const letters = await page
          .locator(`mark[data-claims~="${id}"]`)
          .evaluateAll((all) => all.map(({ textContent }) => textContent).join(''));
        expect(letters).toBe(kept.exact.replaceAll('\n', ''));
        const asked = marked[place];
        expect(asked && differs(characters, asked, kept), JSON.stringify({ asked, kept })).toBe(false);
      }
      expect(await page.evaluate(turnedAround)).toEqual([]);
    },
  );
});
