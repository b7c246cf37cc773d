/** The panes of a review: as wide as somebody made them, and quick beside a long text. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, enterClaim, madeOf, move, startReview } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';

describe.skipIf(!hasChromium)('the panes of a review', () => {
  let browser: Browser;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const atTask = (task: string, language: DeskLanguage = 'en'): Promise<AtDesk> =>
    sitDown(browser, {
      url: product.apiUrl,
      key: product.keys.checker,
      language,
      path: `/desk/tasks/${task}`,
    });

  test.each([
    ['en', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ] as const)(
    'are as wide as arrows made them, also after the page is loaded again, in %s',
    async (language, onward) => {
      const { id } = await startReview(product, await enterClaim(product));
      const desk = await atTask(id, language);
      const { page, context } = desk;
      const divider = page.getByRole('separator');
      const article = page.locator('.article-side');
      const width = async (): Promise<number> => (await article.boundingBox())?.width ?? 0;
      await desk.tabTo('.pane-divider');
      const before = await width();
      await desk.press(onward, onward);
      expect(await divider.getAttribute('aria-valuenow')).toBe('60');
      const wider = await width();
      expect(wider).toBeGreaterThan(before * 1.1);
      await expectNoBarriers(page);
      await page.reload();
      await divider.waitFor();
      expect(await width()).toBe(wider);
      // With a pointer, too; and twice on it is half again.
      const box = await divider.boundingBox();
      const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 60];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + (language === 'ar' ? 200 : -200), y, { steps: 4 });
      await page.mouse.up();
      expect(await width()).toBeLessThan(before);
      await divider.dblclick({ position: { x: 4, y: 60 } });
      expect(await divider.getAttribute('aria-valuenow')).toBe('50');
      await context.close();
    },
  );

  test('lay out of a long article what is seen, and keep all of its words', async () => {
    const paragraphs = Array.from({ length: 400 }, (_, at) => `${String(at)} ${'كلمة '.repeat(40)}`);
    const exact = 'سيزور الوفد المدينة في آخر النص';
    const text = [...paragraphs, `${exact}.`].join('\n');
    const article = { title: 'طويل', language: 'ar', text };
    const { ref } = madeOf(await product.as('checker').post('/v1/articles', article)) as { ref: string };
    const claim = { article: ref, kind: 'assertion', quote: { exact } };
    const made = madeOf(await product.as('checker').post('/v1/claims', claim)) as { ref: string };
    const { id } = await startReview(product, made.ref);
    const desk = await atTask(id);
    const { page, context } = desk;
    // Its own paragraph is the last.
    const isLaidOut = (): Promise<boolean> =>
      page.locator('.quote.own').evaluate((quote) => quote.checkVisibility({ contentVisibilityAuto: true }));
    await page.locator('.article-text mark').first().waitFor({ state: 'attached' });
    await page.locator('.article-side').evaluate((side) => {
      side.scrollTop = 0;
    });
    await expect.poll(isLaidOut).toBe(false);
    await desk.press('o');
    await page.locator('.quote.own').first().waitFor();
    await expect.poll(isLaidOut).toBe(true);
    const read = await page
      .locator('.article-text p')
      .evaluateAll((all) => all.map((one) => one.textContent));
    expect(read.join('\n')).toBe(text);
    await context.close();
  });

  test('stay where they are read while other claims of the article move, and say what was opened', async () => {
    const quotes = ['سيزور الوفد المدينة أولًا', 'ثم يزور الوفد القرية'];
    const between = Array.from({ length: 80 }, () => 'كلمة '.repeat(30));
    const text = [quotes[0], ...between, quotes[1]].join('\n');
    const article = { title: 'اثنان', language: 'ar', text };
    const { ref } = madeOf(await product.as('checker').post('/v1/articles', article)) as { ref: string };
    const entered = await Promise.all(
      quotes.map((exact) =>
        product.as('checker').post('/v1/claims', { article: ref, kind: 'assertion', quote: { exact } }),
      ),
    );
    const [own = '', other = ''] = entered.map((one) => (madeOf(one) as { ref: string }).ref);
    const { id } = await startReview(product, own);
    const { page, context } = await atTask(id);
    const drawn = page.locator('.quote.own').first();
    await drawn.waitFor();
    await drawn.evaluate((quote) => {
      quote.setAttribute('data-seen', '');
    });
    const side = page.locator('.article-side');
    await side.evaluate((one) => {
      one.scrollTop = one.scrollHeight;
    });
    const quote = page.locator('.quote[role=button]').first();
    await quote.press('Enter');
    expect(await quote.getAttribute('aria-expanded')).toBe('true');
    await page.locator('.told', { hasText: other }).waitFor();
    const at = await side.evaluate(({ scrollTop }) => scrollTop);
    expect(at).toBeGreaterThan(500);
    bodyOf(await move(product, 'editor', other, { event: 'accept' }));
    await page.locator('.other-claim .chip', { hasText: 'open' }).waitFor();
    expect(await side.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(at - 50);
    await page.locator('.quote.own[data-seen]').first().waitFor({ state: 'attached' });
    await context.close();
  });

  test('are gone on with from the last words that were written, which my work shows', async () => {
    const claim = await enterClaim(product);
    const { id } = await startReview(product, claim);
    const desk = await atTask(id);
    const { page, context } = desk;
    await page.locator('textarea[lang=en]:not([readonly])').focus();
    await desk.type('It was said on Tuesday by the ministry.');
    await page.locator('[data-saved-in=desk]').waitFor();
    const row = (on = page) => on.locator('.task-list li', { hasText: claim });
    await page.locator('.top-bar nav a[href$="/work"]').press('Enter');
    await row().getByText('It was said on Tuesday by the ministry.').waitFor();
    await expectNoBarriers(page);
    await context.close();
    // On another device they come from the desk.
    const elsewhere = await sitDown(browser, {
      url: product.apiUrl,
      key: product.keys.checker,
      language: 'en',
    });
    await row(elsewhere.page).getByText('It was said on Tuesday by the ministry.').waitFor();
    await elsewhere.context.close();
  });
});
