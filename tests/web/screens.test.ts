/** Every screen of the desk, in both languages and themes, four widths, and twice as large: nothing stands in anybody's way. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf, complaintsOf, hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, decide, proposeVerdict, readTask, startReview, submitVerdict } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { brokenBoxes, outsideWindow, smallControls } from './in-the-window.js';
import { speakLonger } from './longer-messages.js';
import { notMirrored } from './mirror.js';
import { followRequests, settled } from './settled.js';
import { walkFocus } from './walk-focus.js';

const languages = ['ar', 'en'] as const;
const themes = ['light', 'dark'] as const;
const widths = [320, 768, 1024, 1366] as const;
const zooms = [1, 2] as const;
/** All of them in `npm run test:long`; otherwise a dark one, twice as large, and a light one. */
const matrix = languages.flatMap((language) =>
  themes.flatMap((theme) =>
    widths.flatMap((width) =>
      // Nothing is narrower than 320 px of the page.
      zooms.filter((zoom) => width / zoom >= 320).map((zoom) => ({ language, theme, width, zoom })),
    ),
  ),
);
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

  const openAs = async (
    key: string | undefined,
    {
      language,
      theme,
      width,
      zoom,
    }: { language: string; theme: 'light' | 'dark'; width: number; zoom: number },
  ): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> => {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-EG' : 'en-US',
      colorScheme: theme,
      // Twice as large is half as many pixels of the page, each drawn with two of the screen.
      viewport: { width: width / zoom, height: 800 / zoom },
      deviceScaleFactor: zoom,
    });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    followRequests(page);
    if (key !== undefined) {
      const answer = await context.request.post(`${product.apiUrl}/session`, {
        data: { key },
        headers: { Origin: product.apiUrl },
      });
      expect(answer.status()).toBe(201);
    }
    return { page, complaints, close: () => context.close() };
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${product.apiUrl}${path}`);
    await page.locator('main h1').first().waitFor();
    await settled(page);
  };
  /** What is wrong with any of them, signed in and before that. */
  const faultsOf = async (
    how: Parameters<typeof openAs>[1],
    look: (page: Page, name: string) => Promise<string[]>,
    prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
  ): Promise<string[]> => {
    const faults: string[] = [];
    for (const key of [undefined, product.keys.checker]) {
      const { page, complaints, close } = await openAs(key, how);
      await prepare(page);
      for (const [name, path] of Object.entries(key === undefined ? { 'sign-in': '/desk/' } : paths)) {
        await go(page, path);
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
    expect(await barriersOf(page)).toEqual([]);
    await close();
  });
});
