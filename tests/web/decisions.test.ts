/** Deciding on a verdict while others go on: what was written stays, and what is decided is what was read. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyVersion } from '../support/api.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, enterClaim, madeOf, proposeVerdict, readVerdict, takeTask } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { holdBack, sitDown, type AtDesk } from './keyboard.js';
import { settled } from './settled.js';

describe.skipIf(!hasChromium)('deciding on a verdict', () => {
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
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.id ?? document.activeElement?.tagName ?? '');
  const askReply = async (claim: string): Promise<void> => {
    const contact = { label: 'The ministry', outcome: 'asked', date: '2026-01-01' };
    madeOf(await product.as('checker').post(`/v1/claims/${claim}/contacts`, contact));
  };
  const openApproval = async (): Promise<{ desk: AtDesk; claim: string; verdict: string }> => {
    const claim = await enterClaim(product);
    const { id } = await proposeVerdict(product, claim);
    const desk = await atDesk('editor2', `/desk/verdicts/${id}`);
    await desk.page.locator('.side .button kbd').first().waitFor();
    return { desk, claim, verdict: id };
  };

  test('an error of a later reading stands beside what is shown, and takes no words', async () => {
    const { desk, claim, verdict } = await openApproval();
    await desk.press('r');
    await desk.page.locator('textarea:focus').waitFor();
    await desk.type('Read it again');
    const problem = { type: 'about:blank', title: 'No', status: 403, code: 'x', detail: 'Closed for now.' };
    await desk.page.route(`**/v1/verdicts/${verdict}`, (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem }),
    );
    await askReply(claim);
    await desk.sees('Closed for now.');
    // A language is called by its name.
    await desk.sees('In English');
    expect(await desk.page.locator('textarea:focus').inputValue()).toBe('Read it again');
    await desk.context.close();
  });

  test('a decision on an edition that has changed is refused, keeps its words, and can be made on the new one', async () => {
    const { desk, claim, verdict } = await openApproval();
    await desk.press('r');
    await desk.page.locator('textarea:focus').waitFor();
    await desk.type('Read it again');
    await askReply(claim);
    await desk.press('Tab', 'Enter');
    await desk.page.locator('.notice.refutes').waitFor();
    await desk.sees('has changed since you read it: the right of reply.');
    expect(await desk.page.locator('textarea[id$=return]').inputValue()).toBe('Read it again');
    await desk.press('Enter');
    await desk.page.waitForURL('**/desk/claims/*');
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'returned', note: 'Read it again' });
    // What had the focus is gone: it goes on in the new screen.
    await expect.poll(() => focused(desk.page)).toBe('main');
    await desk.context.close();
  });

  test('what was written of one claim stays with it: the next has an empty form, and it is there again after Esc and a reload', async () => {
    const { desk, verdict } = await openApproval();
    const { page } = desk;
    const other = await proposeVerdict(product, await enterClaim(product));
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await desk.type('The date is wrong');
    // Without loading the page anew, as a link leads on.
    await page.evaluate((id) => {
      history.pushState(null, '', `/desk/verdicts/${id}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, other.id);
    await page.locator('textarea').waitFor({ state: 'detached' });
    await page.locator('.side .button kbd').first().waitFor();
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    expect(await page.locator('textarea:focus').inputValue()).toBe('');
    await page.goto(`${product.apiUrl}/desk/verdicts/${verdict}`);
    await page.locator('.side .button kbd').first().waitFor();
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await expect.poll(() => page.locator('textarea:focus').inputValue()).toBe('The date is wrong');
    await desk.context.close();
  });

  test('an approval that was begun on another edition closes, and can be made only after a look at what changed', async () => {
    const { desk, claim, verdict } = await openApproval();
    const { page } = desk;
    await desk.press('y');
    await page.locator('form button[type=submit]:focus').waitFor();
    await askReply(claim);
    await desk.press('Enter');
    await page.locator('.notice[id$=moved]:focus').waitFor();
    expect(await page.locator('form button[type=submit]').count()).toBe(0);
    for (const key of ['y', 'Enter', 'y', 'Enter']) {
      await desk.press(key);
      await page.locator('.told', { hasText: 'Look first at what has changed.' }).waitFor();
      expect(await page.locator('form button[type=submit]').count()).toBe(0);
    }
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'proposed' });
    await desk.tabTo('.notice[id$=moved] button');
    await desk.press('Enter');
    await page.locator('.changed-mark:focus').waitFor();
    await expectNoBarriers(page);
    await desk.press('y');
    await page.locator('form button[type=submit]:focus').waitFor();
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims/*');
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'published' });
    await desk.context.close();
  });

  test('who reads an edition is told as it happens what has changed of it, and it changes when they ask for that', async () => {
    const { desk, claim } = await openApproval();
    const { page } = desk;
    const edition = page.locator('.edition');
    const gloss = { glosses: { en: 'The delegation will come' } };
    bodyOf(await product.as('checker').patch(`/v1/claims/${claim}`, gloss, anyVersion));
    await product.work();
    await desk.sees('has changed since you read it: the claim in other words.');
    expect(await edition.innerText()).not.toContain('The delegation will come');
    const gone = page.locator('.notice [data-part=glosses]');
    expect(await gone.locator('ins').allInnerTexts()).toEqual(['The delegation will come']);
    await askReply(claim);
    await product.work();
    await desk.sees('the claim in other words and the right of reply.');
    await page.getByRole('button', { name: 'Show what changed' }).press('Enter');
    await page.locator('.edition .changed-mark:focus').waitFor();
    expect(await edition.innerText()).toContain('The delegation will come');
    expect(await edition.locator(':has(> .changed-mark)').allInnerTexts()).toEqual([
      expect.stringContaining('In other words'),
      'Right of reply changed',
    ]);
    // What it was is said there, too.
    await page.locator('.side > section .part-changes [data-part=contacts] ins').waitFor();
    await desk.context.close();
  });

  test('an empty note of a return says why it is refused; Esc gives the focus back to the button', async () => {
    const { desk } = await openApproval();
    await desk.press('r');
    await desk.page.locator('textarea:focus').waitFor();
    await desk.press('Tab', 'Enter');
    await desk.sees('say what has to change');
    await desk.page.locator('textarea[aria-invalid=true]:focus').waitFor();
    await desk.press('Escape');
    await desk.page.locator('button[id$=return-button]:focus').waitFor();
    await desk.context.close();
  });

  test('a verdict is approved out of turn in a dialog that asks why, by whom and for which claim', async () => {
    const { desk, claim, verdict } = await openApproval();
    const { page } = desk;
    await takeTask(product, claim, 'editor');
    await desk.tabTo('button[id$=break_glass-button]');
    await desk.press('Enter');
    await page.locator('[role=alertdialog] textarea:focus').waitFor();
    await expectNoBarriers(page);
    await desk.press('Escape');
    await page.locator('button[id$=break_glass-button]:focus').waitFor();
    await desk.press('Enter');
    await page.locator('[role=alertdialog] textarea:focus').waitFor();
    await desk.type('It is being shared as true');
    await desk.press('Tab', 'Tab');
    await desk.type('another');
    await desk.press('Enter');
    // To the first field that lacks something.
    await page.locator('select:focus option[value=checker2]').waitFor({ state: 'attached' });
    await page.locator('select:focus').selectOption('checker2');
    await desk.press('Tab', 'Enter');
    await page.locator('[role=alertdialog] .fault').waitFor();
    await desk.press('Control+a');
    await desk.type(claim);
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims/*');
    const second = await atDesk('checker2', `/desk/verdicts/${verdict}`);
    // Who confirms reads first why, and by whom it was asked.
    await second.sees('editor2 approved this out of turn');
    await second.sees('It is being shared as true');
    await second.tabTo('button[id$=confirm-button]');
    await second.press('Enter');
    await second.page.locator('form button[type=submit]:focus').waitFor();
    await second.press('Enter');
    await second.page.waitForURL('**/desk/claims/*');
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'published' });
    await Promise.all([desk.context.close(), second.context.close()]);
  });

  test('who goes elsewhere while a decision is made is left there', async () => {
    const { desk, verdict } = await openApproval();
    const { page } = desk;
    const answer = await holdBack(page, `**/v1/verdicts/${verdict}/transitions`);
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await desk.type('Read it again');
    await desk.press('Tab', 'Enter');
    await page.locator('form .button[aria-busy=true]').waitFor();
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    answer();
    await expect.poll(async () => (await readVerdict(product, verdict)).status).toBe('returned');
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/desk/claims');
    await desk.context.close();
  });
});
