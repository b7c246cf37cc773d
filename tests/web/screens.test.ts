/** Every screen of the desk, in both languages and themes, four widths, and twice as large: nothing stands in anybody's way. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf, hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, decide, proposeVerdict, readTask, startReview, submitVerdict } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { expectNoBarriers } from './barriers.js';
import { brokenBoxes, outsideWindow, smallControls } from './in-the-window.js';
import { speakLonger } from './longer-messages.js';
import { goTo, languages, matrix, openWindow, widths, type Way, type Window } from './matrix.js';
import { notMirrored } from './mirror.js';
import { walkFocus } from './walk-focus.js';

/** All of them in `npm run test:long`; otherwise a dark one, twice as large, and a light one. */
const long = process.env['LONG'] === '1';
const taken = long ? matrix : matrix.filter((_one, index) => index === 9 || index === 17);
/** In these ways a screen is walked through, mirrored, and read in longer words. */
const shown = languages
  .flatMap((language) => widths.map((width) => ({ language, theme: 'light' as const, width, zoom: 1 })))
  .filter(({ language, width }) => long || width === (language === 'ar' ? 320 : 1366));
const inEnglish = shown.filter(({ language }) => language === 'en');
const inArabic = shown.filter(({ language }) => language === 'ar');

/** What is seen of all screens in one way, looked at once for several tests. */
interface Seen {
  controls: string[];
  stops: number;
  lost: string[];
  boxes: number;
  unlike: string[];
}

describe.skipIf(!hasChromium)('the screens of the desk', () => {
  let browser: Browser;
  let product: DeskProduct;
  const paths: Record<string, string> = {
    work: '/desk/work',
    claims: '/desk/claims',
    claim: '/desk/claims/C37',
  };

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct({ seeded: true })]);
    const task = await startReview(product, 'C34');
    const first = await proposeVerdict(product, 'C37');
    bodyOf(await decide(product, 'editor2', first, 'return', { note: 'Name the second source.' }));
    const again = await readTask(product, 'C37');
    const verdict = await submitVerdict(product, again);
    paths['review'] = `/desk/tasks/${task.id}`;
    paths['approval'] = `/desk/verdicts/${verdict.id}`;
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const openAs = (key: string | undefined, how: Way): Promise<Window> =>
    openWindow(browser, product, key, how);
  /** What is wrong with any of them, signed in and before that. */
  const faultsOf = async (
    how: Way,
    look: (page: Page, name: string) => Promise<string[]>,
    prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
  ): Promise<string[]> => {
    const faults: string[] = [];
    for (const key of [undefined, product.keys.checker]) {
      const { page, complaints, close } = await openAs(key, how);
      await prepare(page);
      for (const [name, path] of Object.entries(key === undefined ? { 'sign-in': '/desk/' } : paths)) {
        await goTo(page, product, path);
        faults.push(...(await look(page, name)).map((fault) => `${name}: ${fault}`));
      }
      // Of who is not signed in, the browser says so.
      faults.push(...complaints.filter((said) => key !== undefined || !said.includes('status of 401')));
      await close();
    }
    return faults;
  };

  test.each(taken)(
    'hold no barrier, stay in the window, and complain of nothing: $language, $theme, $width px, $zoom times as large',
    async (how) => {
      const look = async (page: Page): Promise<string[]> => [
        ...(await barriersOf(page)),
        ...(await outsideWindow(page)),
        ...(await smallControls(page)),
      ];
      expect(await faultsOf(how, look)).toEqual([]);
    },
  );

  const seen = new Map<object, Promise<Seen>>();
  const seenIn = (how: (typeof shown)[number]): Promise<Seen> => {
    const known = seen.get(how) ?? lookAround(how);
    seen.set(how, known);
    return known;
  };
  const lookAround = async (how: (typeof shown)[number]): Promise<Seen> => {
    const all: Seen = { controls: [], stops: 0, lost: [], boxes: 0, unlike: [] };
    const complaints = await faultsOf(how, async (page, name) => {
      const controls = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea')].map(
          (one) => `${one.tagName} ${one.getAttribute('type') ?? ''} ${one.getAttribute('href') ?? ''}`,
        ),
      );
      all.controls.push(...controls.map((one) => `${name}: ${one}`));
      const { stops, faults } = await walkFocus(page);
      all.stops += stops;
      // What arrives in the middle of a walk may take a place away: what is wrong is so again.
      const lost = faults.length === 0 ? faults : (await walkFocus(page)).faults;
      all.lost.push(...lost.map((fault) => `${name}: ${fault}`));
      // The same texts in both directions: once is enough.
      if (how.language === 'ar') return [];
      const mirrored = await notMirrored(page);
      all.boxes += mirrored.boxes;
      all.unlike.push(...mirrored.faults.map((fault) => `${name}: ${fault}`));
      return [];
    });
    expect(complaints).toEqual([]);
    return all;
  };

  test.each(shown)('are walked through with the place always seen: $language, $width px', async (how) => {
    const { lost, stops } = await seenIn(how);
    expect(lost).toEqual([]);
    expect(stops).toBeGreaterThan(50);
  });

  test.each(languages)('need little of fonts before an article is read: %s', async (language) => {
    const { page, close } = await openAs(product.keys.checker, {
      language,
      theme: 'light',
      width: 1024,
      zoom: 1,
    });
    const weights: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('.woff2'))
        weights.push(request.sizes().then((sizes) => sizes.responseBodySize));
    });
    for (const name of ['work', 'claims']) {
      await page.goto(`${product.apiUrl}${String(paths[name])}`);
      await page.locator('main h1').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
    }
    const bytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0);
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThanOrEqual(120_000);
    await close();
  });

  test.each(inEnglish)('are the mirror of themselves from right to left: $width px', async (how) => {
    const { unlike, boxes } = await seenIn(how);
    expect(unlike).toEqual([]);
    expect(boxes).toBeGreaterThan(500);
  });

  test('hold the same controls in the same order in both languages, at every width', async () => {
    const all = await Promise.all([...inEnglish, ...inArabic].map(seenIn));
    const [first = [], ...others] = all.map(({ controls }) => controls);
    expect(first.length).toBeGreaterThan(50);
    for (const controls of others) expect(controls).toEqual(first);
  });

  test.each(shown)(
    'keep words that are 1.4 times as long in their boxes: $language, $width px',
    async (how) => {
      const look = async (page: Page): Promise<string[]> => [
        ...(await outsideWindow(page)),
        ...(await brokenBoxes(page)),
      ];
      expect(await faultsOf(how, look, speakLonger)).toEqual([]);
    },
  );

  test('of signing in holds no barrier, and says why a key is not taken', async () => {
    const { page, close } = await openAs(undefined, { language: 'ar', theme: 'light', width: 320, zoom: 1 });
    await page.goto(`${product.apiUrl}/desk/`);
    await page.locator('input[type=password]').waitFor();
    await page.keyboard.insertText('isnad_not_a_key');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert] .fault').waitFor();
    await expectNoBarriers(page);
    await close();
  });
});
