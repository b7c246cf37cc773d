/** Who sits at the desk, in one tab or another: what each sees is theirs, and is the same everywhere. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { acceptClaim, enterClaim, startReview, takeTask } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { holdBack, sitDown, type AtDesk } from './keyboard.js';

describe.skipIf(!hasChromium)('whoever sits at the desk', () => {
  let browser: Browser;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const atDesk = (person: Person, path = '/desk/'): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys[person], language: 'en', path });

  test('where somebody else signs in, the other tab shows them, and nothing of the first', async () => {
    const claim = await enterClaim(product);
    await startReview(product, claim);
    const desk = await atDesk('checker');
    const { page, context } = desk;
    await page.locator('.task-list', { hasText: claim }).waitFor();
    const other = await context.newPage();
    await other.goto(`${product.apiUrl}/desk/work`);
    await other.locator('.task-list', { hasText: claim }).waitFor();
    await context.request.delete(`${product.apiUrl}/session`, { headers: { Origin: product.apiUrl } });
    await other.reload();
    await other.locator('input[type=password]').fill(product.keys.checker2);
    await other.keyboard.press('Enter');
    await other.getByText('The checker2').waitFor();
    await page.getByText('The checker2').waitFor();
    expect(await page.getByText(claim).count()).toBe(0);
    await context.close();
  });

  test('whoever signs in where another sat sees nothing of the other', async () => {
    const claim = await enterClaim(product);
    await startReview(product, claim);
    const desk = await atDesk('checker');
    const { page } = desk;
    await page.locator('.task-list', { hasText: claim }).waitFor();
    await desk.context.request.delete(`${product.apiUrl}/session`, { headers: { Origin: product.apiUrl } });
    await page.locator('[role=dialog] input:focus').waitFor();
    await desk.type(product.keys.checker2);
    await desk.press('Enter');
    await page.getByText('The checker2').waitFor();
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    expect(await page.getByText(claim).count()).toBe(0);
    await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
    expect(await page.getByText(claim).count()).toBe(0);
    await desk.context.close();
  });

  test('a review is begun, written and submitted by its holder, and nobody else finds anything to write in', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const { id } = await takeTask(product, claim);
    const submit = '.verdict-side .button.primary';
    const open = async (person: Person, whyNot: string): Promise<AtDesk> => {
      const desk = await atDesk(person, `/desk/tasks/${id}`);
      await desk.page.locator(`${submit}[title="${whyNot}"]`).waitFor();
      return desk;
    };
    const other = await open('checker2', 'Somebody else has reserved this task.');
    const isClosed = () =>
      other.page.evaluate(() => {
        const fields = [...document.querySelectorAll('.verdict-side :is(textarea, input)')];
        return fields.length > 0 && fields.every((one) => one.matches('[readonly], :disabled'));
      });
    await expect.poll(isClosed).toBe(true);
    const desk = await open('checker', 'Begin the task first.');
    await desk.tabTo('.notice .button.primary');
    await desk.press('Enter');
    await desk.page.locator('textarea:focus:not([readonly])').waitFor();
    await desk.page.locator(`${submit}:not([title])`).waitFor();
    await Promise.all([desk.context.close(), other.context.close()]);
  });

  test('a verdict is followed in every tab while its writer is at the next task, and comes back with its words where it is refused', async () => {
    const { id, claim } = await startReview(product, await enterClaim(product));
    const nextClaim = await enterClaim(product);
    await acceptClaim(product, nextClaim, { priority: 'urgent' });
    await product.work();
    const desk = await atDesk('checker');
    const { page, context } = desk;
    let isRefused = false;
    await context.route('**/v1/verdicts/*', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as object;
      const problem = { type: 'about:blank', title: 'No', status: 422, detail: 'The page is gone.' };
      const status = isRefused ? { status: 'refused', problem } : { status: 'submitted' };
      await route.fulfill({ response: answer, json: { ...body, ...status } });
    });
    // As a refusal does, the task goes back to its writer.
    await context.route(`**/v1/tasks/${id}`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as object;
      await route.fulfill({
        response: answer,
        json: { ...body, ...(isRefused && { status: 'in_progress' }) },
      });
    });
    const other = await context.newPage();
    await other.goto(`${product.apiUrl}/desk/claims`);
    await other.locator('.member').waitFor();
    const sentIn = (tab: Page, outcome: string) =>
      tab.locator(`[data-sent=${outcome}]`, { hasText: claim.ref });
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    await desk.press('v', '1', '1', '1');
    await page.locator('textarea:focus').waitFor();
    await desk.type('It is as it is.');
    const answer = await holdBack(page, `**/v1/tasks/${id}/verdict`);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await desk.press('Control+Shift+Enter');
    // The next one can be written on before the desk has said anything of the first.
    await page.locator('h1', { hasText: nextClaim }).waitFor();
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    expect(await page.locator('.rationale textarea').first().inputValue()).toBe('');
    await sentIn(page, 'sending').waitFor();
    // Nobody waits for what is submitted: it goes behind the question for the next one.
    expect(sent[0]).toBe('/v1/tasks/next');
    answer();
    await Promise.all([page, other].map((tab) => sentIn(tab, 'waits').waitFor()));
    isRefused = true;
    await sentIn(other, 'refused').waitFor();
    const refused = page.locator(`[data-sent=refused] a[href$="/desk/tasks/${id}"]`);
    await refused.waitFor();
    await expectNoBarriers(page);
    await refused.focus();
    await desk.press('Enter');
    await desk.sees('The page is gone.');
    await expect.poll(() => page.locator('.rationale textarea').first().inputValue()).toBe('It is as it is.');
    await context.close();
  });

  test('who only reads is led to the claims', async () => {
    const desk = await atDesk('reader');
    const { page } = desk;
    await desk.tabTo('main a[href$="/desk/claims"]');
    expect(await page.locator('[role=alert]').count()).toBe(0);
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    await desk.context.close();
  });
});
