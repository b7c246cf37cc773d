/** Every screen of the desk, in both languages and themes and four widths: nothing stands in anybody's way. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf, complaintsOf, hasChromium, launchBrowser } from '../support/browser.js';
import { proposeVerdict, startReview } from '../support/desk.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

const languages = ['ar', 'en'] as const;
const themes = ['light', 'dark'] as const;
const widths = [320, 768, 1024, 1366] as const;
/** One of each in turn; all of them in `npm run test:long`. */
const matrix = languages.flatMap((language) =>
  themes.flatMap((theme) => widths.map((width) => ({ language, theme, width }))),
);
const taken = process.env['LONG'] === '1' ? matrix : matrix.filter((_one, index) => index % 5 === 0);

describe.skipIf(!hasChromium)('the screens of the desk', () => {
  let browser: Browser;
  let product: RunningProduct;
  let api: StartedApi;
  const paths: Record<string, string> = {
    work: '/desk/work',
    claims: '/desk/claims',
    claim: '/desk/claims/C37',
  };

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startRunningProduct({ seeded: true })]);
    api = await product.startApi();
    await product.startWorker();
    const task = await startReview(product, 'C34');
    const verdict = await proposeVerdict(product, 'C37');
    paths['review'] = `/desk/tasks/${task.id}`;
    paths['approval'] = `/desk/verdicts/${verdict.id}`;
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const openAs = async (
    key: string | undefined,
    { language, theme, width }: (typeof matrix)[number],
  ): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> => {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-EG' : 'en-US',
      colorScheme: theme,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    if (key !== undefined) {
      const answer = await context.request.post(`${api.url}/session`, {
        data: { key },
        headers: { Origin: api.url },
      });
      expect(answer.status()).toBe(201);
    }
    return { page, complaints, close: () => context.close() };
  };

  test.each(taken)('hold no barrier and complain of nothing: $language, $theme, $width px', async (how) => {
    const { page, complaints, close } = await openAs(product.keys.checker, how);
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${api.url}${path}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
      expect(await barriersOf(page), name).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${name} is wider than the window`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test.each(languages)('need little of fonts before an article is read: %s', async (language) => {
    const { page, close } = await openAs(product.keys.checker, { language, theme: 'light', width: 1024 });
    const weights: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('.woff2'))
        weights.push(request.sizes().then((sizes) => sizes.responseBodySize));
    });
    for (const name of ['work', 'claims']) {
      await page.goto(`${api.url}${String(paths[name])}`);
      await page.locator('main h1').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
    }
    const bytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0);
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThanOrEqual(120_000);
    await close();
  });

  test('of signing in holds no barrier, and says why a key is not taken', async () => {
    const { page, close } = await openAs(undefined, { language: 'ar', theme: 'light', width: 320 });
    await page.goto(`${api.url}/desk/`);
    await page.locator('input[type=password]').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.insertText('isnad_not_a_key');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert] .fault').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await close();
  });
});
