/** What stays on the screen when something goes wrong behind it, and where the focus is afterwards. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  moveTask,
  readTask,
  startReview,
  takeTask,
} from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { holdBack, sitDown, type AtDesk } from './keyboard.js';
import { settled } from './settled.js';

describe.skipIf(!hasChromium)('the desk in trouble', () => {
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

  test('what was written while the desk was away is said to be only here, and sent from whatever screen once it is back', async () => {
    const { id } = await startReview(product, await enterClaim(product));
    const desk = await atDesk('checker', `/desk/tasks/${id}`);
    const { page } = desk;
    await page.locator('textarea[lang=en]:not([readonly])').focus();
    await page.route('**/draft', (route) => route.abort());
    await desk.type('Written in the underground');
    await page.locator('[data-saved-in=device]').waitFor();
    await page.locator('.top-bar nav a[href$="/work"]').press('Enter');
    await page.locator('.top-bar [data-left]', { hasText: 'one task is only on this device' }).waitFor();
    await expectNoBarriers(page);
    await page.unroute('**/draft');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.locator('[data-left]').waitFor({ state: 'detached' });
    const { draft } = bodyOf(await product.as('checker').get(`/v1/tasks/${id}/draft`)) as {
      draft: { rationale?: { en?: string } } | null;
    };
    expect(draft?.rationale?.en).toBe('Written in the underground');
    await desk.context.close();
  });

  test('the key of the search leads into its field, and Back brings the words before', async () => {
    const desk = await atDesk('checker');
    const { page } = desk;
    await desk.press('/');
    await page.locator('[role=search] input:focus').waitFor();
    await desk.type('ports');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims?q=ports');
    await desk.press('Control+a');
    await desk.type('ships');
    await desk.press('Enter', 'Enter');
    await page.waitForURL('**/desk/claims?q=ships');
    const status = page.locator('[role=search] select');
    for (const one of ['open', 'merged']) {
      await status.selectOption(one);
      await page.waitForURL(`**/desk/claims?q=ships&status=${one}`);
    }
    const words = () => page.locator('[role=search] input').inputValue();
    await page.goBack();
    await page.waitForURL('**/desk/claims?q=ships');
    await expect.poll(() => status.inputValue()).toBe('');
    await page.goBack();
    await page.waitForURL('**/desk/claims?q=ports');
    await expect.poll(words).toBe('ports');
    await page.goForward();
    await expect.poll(words).toBe('ships');
    await desk.context.close();
  });

  test('what recording would say is asked of what the desk has, and of nothing else', async () => {
    const claim = await enterClaim(product);
    const { id } = await startReview(product, claim);
    const desk = await atDesk('checker');
    const { page } = desk;
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/verdict/preview')) asked.push(request.postDataJSON());
    });
    let isAway = true;
    await page.route('**/draft', (route) =>
      isAway && route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await desk.tabTo('textarea[lang=en]:not([readonly])');
    await desk.type('Not at the desk yet.');
    // It was tried, and did not arrive.
    await page.waitForEvent('requestfailed', (request) => request.method() === 'PUT');
    await page.locator('[data-saved-in=device]').waitFor();
    const text = { rationale: { en: 'Not at the desk yet.' } };
    expect(asked).not.toContainEqual(expect.objectContaining(text));
    isAway = false;
    await page.locator('[data-saved-in=desk]').waitFor();
    await expect.poll(() => asked).toContainEqual(expect.objectContaining(text));
    await desk.context.close();
  });

  test('whoever begins before the claim is there writes on as soon as it is', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const { id } = await takeTask(product, claim);
    const desk = await atDesk('checker');
    const { page } = desk;
    const answer = await holdBack(page, /\/v1\/claims\/[^/]+$/);
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await desk.tabTo('.notice .button.primary');
    await desk.press('Enter');
    await page.locator('.notice .button.primary').waitFor({ state: 'detached' });
    expect(await page.locator('textarea').count()).toBe(0);
    answer();
    await page.locator('textarea:focus:not([readonly])').waitFor();
    await desk.context.close();
  });

  test('who goes elsewhere while a task is taken is left there', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    await product.work();
    const desk = await atDesk('editor');
    const { page } = desk;
    const answer = await holdBack(page, '**/v1/tasks/next');
    await desk.sees('Take the next task');
    await desk.press('n');
    await page.locator('.button[aria-busy=true]').waitFor();
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    const read = page.waitForResponse('**/v1/tasks/next');
    answer();
    await read;
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/desk/claims');
    await desk.context.close();
  });

  test('nothing takes the focus from whoever writes: no held digit, no fault of before, no late success', async () => {
    const { id, claim } = await startReview(product, await enterClaim(product));
    const desk = await atDesk('checker', `/desk/tasks/${id}`);
    const { page } = desk;
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    const hold = async (key: string): Promise<void> => {
      for (let time = 0; time < 4; time++) await page.keyboard.down(key);
      await page.keyboard.up(key);
    };
    const checked = page.locator('.findings input:checked');
    await desk.press('v');
    await hold('1');
    expect(await checked.count()).toBe(1);
    await hold('1');
    await hold('1');
    expect(await checked.count()).toBe(3);
    const text = page.locator('textarea:focus');
    expect(await text.inputValue()).toBe('');

    await desk.press('Control+Enter');
    await page.locator('.notice.refutes:focus').waitFor();
    await expectNoBarriers(page);
    // Each line of it leads to its field.
    await desk.press('Tab', 'Enter');
    await page.locator('.rationale textarea[aria-invalid]:focus').waitFor();
    await desk.type('It is so.');
    await page.locator('.notice.refutes').waitFor({ state: 'detached' });
    await desk.press('Control+a', 'Backspace');
    await desk.type('It is not so.');
    expect(await text.inputValue()).toBe('It is not so.');

    const answer = await holdBack(page, `**/v1/claims/${claim.id}/contacts`);
    await page.getByRole('button', { name: 'Record who was asked' }).focus();
    await desk.press('Enter');
    await page.locator('input[id$=who]:focus').waitFor();
    await desk.type('The ministry');
    await desk.press('Enter');
    await page.locator('form .button[aria-busy=true]').first().waitFor();
    await page.locator('.rationale textarea').first().focus();
    answer();
    await page.locator('input[id$=who]').waitFor({ state: 'detached' });
    await settled(page);
    expect(await text.inputValue()).toBe('It is not so.');

    // Where the panes stand one behind the other, a key first brings its own to the screen.
    await page.setViewportSize({ width: 800, height: 700 });
    const leave = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await leave();
    await desk.press(']');
    await page.locator('.quote:focus').waitFor();
    await desk.press('a');
    await page.locator('.facts input[type=url]:focus').waitFor();
    await desk.press('Escape');
    await desk.press('v');
    await page.locator('.verdict-side input:focus').waitFor();
    await desk.press('o');
    await page.locator('.quote.own').first().waitFor();
    expect(await page.locator('.verdict-side').isVisible()).toBe(false);
    // The part that is seen stands in the address.
    await page.getByRole('button', { name: 'Facts' }).click();
    await page.locator('.facts').waitFor();
    await page.reload();
    await page.locator('.facts').waitFor();
    await page.goBack();
    await page.locator('.quote.own').first().waitFor();
    expect(await page.locator('.facts').isVisible()).toBe(false);
    await desk.context.close();
  });

  test('keys do nothing behind a dialog, and not twice while their action is under way', async () => {
    await acceptClaim(product, await enterClaim(product));
    await product.work();
    const desk = await atDesk('checker2');
    const { page } = desk;
    let asked = 0;
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/v1/tasks/next', async (route) => {
      asked++;
      await answered;
      await route.continue();
    });
    await desk.sees('Take the next task');
    await desk.press('Shift+Slash');
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await desk.press('n', 'Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    expect(asked).toBe(0);
    await desk.press('n', 'n');
    await page.locator('.button[aria-busy=true]').waitFor();
    await desk.press('n');
    answer();
    await page.waitForURL('**/desk/tasks/*');
    expect(asked).toBe(1);
    await desk.context.close();
  });

  test('each list says by itself that there is more, and changes when it is asked to', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const task = await readTask(product, claim);
    const { page, context } = await atDesk('checker');
    const streaming = page.waitForResponse(/\/v1\/stream/);
    await page.reload();
    await streaming;
    await page.locator('h2#mine').waitFor();
    await settled(page);
    bodyOf(await moveTask(product, 'editor', task, { event: 'assign', assignee: 'checker' }));
    const newer = page.locator('.newer button');
    await expect.poll(() => newer.count()).toBe(2);
    expect(await page.getByText(claim).count()).toBe(0);
    await newer.last().focus();
    await page.keyboard.press('Enter');
    await page.locator('.inbox', { hasText: claim }).waitFor();
    expect(await page.locator('.task-list', { hasText: claim }).count()).toBe(0);
    await expect.poll(() => newer.count()).toBe(1);
    await newer.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.task-list', { hasText: claim }).waitFor();
    await context.close();
  });

  test('what cannot be loaded leaves the screen as it is, says so, and opens once it can be', async () => {
    const { id } = await startReview(product, await enterClaim(product));
    const desk = await atDesk('checker');
    const { page, context } = desk;
    let isAway = true;
    const parts = /assets\/(key-list|sign-in-dialog|claims-screen)/;
    await page.route(parts, (route) => (isAway ? route.abort() : route.continue()));
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    const text = page.locator('.rationale textarea').first();
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    await text.focus();
    await desk.type('Half a sen');
    const said = page.getByText('This could not be opened');
    const isUntouched = async (): Promise<void> => {
      await said.waitFor();
      expect(await text.inputValue()).toContain('Half a sen');
      expect(new URL(page.url()).pathname).toBe(`/desk/tasks/${id}`);
      await expectNoBarriers(page);
      await page.getByRole('button', { name: 'Close' }).focus();
      await desk.press('Enter');
      await said.waitFor({ state: 'detached' });
    };
    await desk.tabTo('header.top-bar .brand');
    await desk.press('Shift+Slash');
    await isUntouched();
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await isUntouched();
    await context.request.delete(`${product.apiUrl}/session`, { headers: { Origin: product.apiUrl } });
    await text.focus();
    await desk.type('tence.');
    await said.waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Try again' }).focus();
    await desk.press('Enter');
    await page.locator('[role=dialog] input:focus').waitFor();
    await desk.type(product.keys.checker);
    await desk.press('Enter');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    await page.locator('[data-saved-in=desk]').waitFor();
    expect(await text.inputValue()).toContain('Half a sen');
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    await context.close();
  });
});
