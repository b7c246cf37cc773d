/** Words of a task that ended, which nobody takes up: they can be read, copied, and taken away from the device. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, enterClaim, move, startReview } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';

describe.skipIf(!hasChromium)('words that are left on a device', () => {
  let browser: Browser;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  /** Drafts that the desk never had, of tasks that have ended since. */
  async function leaveWords(language: DeskLanguage, texts: readonly string[]): Promise<AtDesk> {
    const desk = await sitDown(browser, { url: product.apiUrl, key: product.keys.checker, language });
    const { page } = desk;
    await page.route('**/draft', (route) => route.abort());
    for (const text of texts) {
      const claim = await enterClaim(product);
      const { id } = await startReview(product, claim);
      await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
      await page.locator('.review-head, .review').first().waitFor();
      await page.unroute('**/draft');
      await page.locator('textarea[lang=en]:not([readonly])').focus();
      await page.route('**/draft', (route) => route.abort());
      await desk.type(text);
      await page.locator('[data-saved-in=device]').waitFor();
      bodyOf(await move(product, 'editor', claim, { event: 'reject', reason: 'out_of_scope' }));
    }
    await page.goto(`${product.apiUrl}/desk/work`);
    await page.unroute('**/draft');
    await page.locator('.top-bar [data-left]').waitFor();
    return desk;
  }

  test.each(['en', 'ar'] as const)(
    'are listed with their claim, copied, and deleted once that is confirmed, by keys alone, in %s',
    async (language) => {
      const texts = [`Written in vain (${language})`, 'كُتب عبثًا'];
      const desk = await leaveWords(language, texts);
      const { page, context } = desk;
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await desk.tabTo('[data-left]');
      await desk.press('Enter');
      const dialog = page.locator('[role=dialog]');
      for (const text of texts) await dialog.locator('.written', { hasText: text }).waitFor();
      await expect.poll(() => dialog.locator('li time').count()).toBe(2);
      await expect.poll(() => dialog.locator('li h3 bdi').count()).toBe(2);
      await expectNoBarriers(page);

      const first = dialog.locator('li', { hasText: texts[0] ?? '' });
      await first.locator('button').first().focus();
      await desk.press('Enter');
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(texts[0]);

      // It is asked first, and what is kept after all is where it was, with the focus.
      await first.locator('button').last().focus();
      await desk.press('Enter');
      await first.locator('[role=group] button:focus').waitFor();
      await expectNoBarriers(page);
      await desk.press('Tab', 'Enter');
      await first.locator('button:focus').waitFor();
      expect(await first.locator('[role=group]').count()).toBe(0);
      await desk.press('Enter', 'Enter');
      await first.waitFor({ state: 'detached' });
      await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
      expect(await dialog.locator('.written').allInnerTexts()).toEqual([texts[1]]);

      await desk.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.locator('[data-left]:focus').waitFor();
      await page.reload();
      await desk.tabTo('[data-left]');
      await desk.press('Enter');
      await dialog.locator('.written', { hasText: texts[1] ?? '' }).waitFor();
      expect(await dialog.locator('li').count()).toBe(1);
      await dialog.locator('li a').focus();
      await desk.press('Enter');
      await page.waitForURL('**/desk/tasks/*');
      await dialog.waitFor({ state: 'detached' });
      expect(desk.pointed()).toBe(0);
      await context.close();
    },
  );

  test('go from the bar with the last of them', async () => {
    const desk = await leaveWords('en', ['The only ones']);
    const { page, context } = desk;
    await desk.tabTo('[data-left]');
    await desk.press('Enter');
    await page.locator('[role=dialog] li button').last().focus();
    await desk.press('Enter', 'Enter');
    await page.locator('[role=dialog]', { hasText: 'All that you wrote is at the desk' }).waitFor();
    await desk.press('Escape');
    await page.locator('[data-left]').waitFor({ state: 'detached' });
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    await page.locator('body:not(:focus) :focus').waitFor();
    await context.close();
  });
});
