/** What the screens say while others work, and while somebody is at one of them: what is so now. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  bodyOf,
  enterClaim,
  madeOf,
  move,
  publishVerdict,
  readClaim,
  readTask,
  startReview,
} from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk } from './keyboard.js';
import { settled } from './settled.js';

/** What was answered just now is on the screen. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  });

const refusedNow = { type: 'about:blank', title: 'No', status: 403, code: 'x', detail: 'Closed for now.' };

describe.skipIf(!hasChromium)('the desk while others work', () => {
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

  test('a checklist says what is so now: what is recorded meanwhile is not missing any more', async () => {
    const claim = await enterClaim(product, { kind: 'accusation' });
    const { id } = await startReview(product, claim);
    const desk = await atDesk('checker', `/desk/tasks/${id}`);
    const { page } = desk;
    await page.locator('input[value=false]').check();
    const warned = page.getByText('Decides against somebody who was not asked.');
    await warned.waitFor();
    const contact = { label: 'The ministry', outcome: 'asked', date: '2026-01-01' };
    madeOf(await product.as('checker').post(`/v1/claims/${claim}/contacts`, contact));
    await warned.waitFor({ state: 'detached' });
    await page.route('**/verdict/preview', (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', json: refusedNow }),
    );
    await page.locator('input[value=true]').check();
    await desk.sees('Closed for now.');
    await desk.context.close();
  });

  test('a reservation that ends soon goes on with what is written, and a task that is paused is said to be', async () => {
    const claim = await enterClaim(product);
    const task = await startReview(product, claim);
    const endsSoon = `UPDATE review_tasks SET lease_until = desk_now() + interval '4 minutes' WHERE id = $1`;
    await product.database.pool.query(endsSoon, [task.id]);
    const desk = await atDesk('checker', `/desk/tasks/${task.id}`);
    const { page } = desk;
    const soon = page.getByText('Your reservation ends soon.');
    await soon.waitFor();
    await page.locator('textarea[lang=en]').fill('Written all along');
    await soon.waitFor({ state: 'detached' });
    await page.locator('[data-move="task.pause"]').click();
    await page.locator('.review-head input:focus').waitFor();
    await desk.press('Enter');
    await page.locator('.review-head input[aria-invalid]:focus').waitFor();
    await desk.type('The archive is closed');
    await desk.press('Enter');
    await desk.sees('The archive is closed');
    await page.locator('[data-move="task.unpause"]').click();
    await page.getByText('The archive is closed').waitFor({ state: 'detached' });
    // The desk tells of it before it answers; what takes it back is of the task as it was.
    await page.route('**/v1/tasks/*/transitions', async (route) => {
      if (route.request().method() !== 'POST') {
        await route.continue();
        return;
      }
      const readAgain = page.waitForResponse(
        (read) => read.request().method() === 'GET' && read.url().endsWith(`/v1/tasks/${task.id}`),
      );
      const response = await route.fetch();
      await readAgain;
      await drawn(page);
      await route.fulfill({ response });
    });
    await page.locator('[data-move="task.release"]').click();
    await page.waitForURL('**/desk/work');
    await page.unroute('**/v1/tasks/*/transitions');
    await page.locator('.told', { hasText: 'Given back' }).waitFor();
    await desk.press('z');
    await page.locator('.told', { hasText: 'Undone' }).waitFor();
    const again = { status: 'in_progress', assignee: { ref: 'checker' } };
    expect(await readTask(product, claim)).toMatchObject(again);
    await desk.context.close();
  });

  test('a claim that was taken back without a word to readers gets its note, and what is alike is merged', async () => {
    const claim = await enterClaim(product);
    await publishVerdict(product, claim);
    bodyOf(await move(product, 'editor', claim, { event: 'retract', reason: 'error' }));
    const desk = await atDesk('editor', `/desk/claims/${claim}`);
    await desk.page.getByRole('button', { name: 'Write a note for readers' }).click();
    await desk.page.locator('textarea:focus').waitFor();
    await desk.type('A caption was taken for a quote.');
    await desk.press('Tab', 'Enter');
    await desk.sees('A note for readers waits for a second editor');
    await desk.page.getByText('Readers have no note on this yet').waitFor({ state: 'detached' });
    await desk.sees('The writer of a notice does not approve it: another editor must.');
    // All sentences of these tests are alike.
    const twin = await enterClaim(product);
    await desk.page.goto(`${product.apiUrl}/desk/claims/${twin}`);
    await desk.page
      .getByRole('button', { name: /^Merge into/ })
      .first()
      .click();
    await desk.page.locator('form[aria-label^="Merge into"] textarea:focus').waitFor();
    await desk.press('Tab', 'Enter');
    await desk.page.locator('.review-head .chip', { hasText: 'merged' }).waitFor();
    await desk.context.close();
  });

  test('what somebody changes of a published claim pushes nothing away that its reader is about to press', async () => {
    const claim = await enterClaim(product, { topics: ['barley'] });
    await publishVerdict(product, claim);
    const desk = await atDesk('editor', `/desk/claims/${claim}`);
    const { page } = desk;
    const buttons = page.getByRole('heading', { name: 'What you can do' });
    const notices = page.locator('.facts .notice');
    await buttons.waitFor();
    await settled(page);
    const top = () => buttons.evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    const change = { topics: ['harvest'] };
    bodyOf(await product.as('checker').patch(`/v1/claims/${claim}`, change, { 'If-Match': '*' }));
    const { article } = await readClaim(product, claim);
    const text = 'Somebody added a first sentence. Nothing else stands here.';
    madeOf(await product.as('checker').post(`/v1/articles/${article.id}/versions`, { text }));
    await notices.nth(1).waitFor({ state: 'attached' });
    await drawn(page);
    expect(await top()).toBe(before);
    await expectNoBarriers(page);
    // One after the other they go to their places when their reader says so, and stand there at the next look.
    for (let left = 2; left > 0; left--) {
      await page.getByRole('button', { name: 'Seen' }).click();
      expect(await page.evaluate('document.activeElement.className')).toContain('notice');
    }
    await drawn(page);
    expect(await top()).toBeGreaterThan(before);
    expect(await notices.count()).toBe(2);
    await page.reload();
    await notices.nth(1).waitFor();
    expect(await page.getByRole('button', { name: 'Seen' }).count()).toBe(0);
    await desk.context.close();
  });

  test('where work goes on is never the task that has just ended, however soon after the last', async () => {
    const claim = await enterClaim(product);
    await startReview(product, claim);
    const runOut = async ({ id }: { id: string }): Promise<{ id: string }> => {
      await product.database.pool.query('UPDATE review_tasks SET lease_until = now() WHERE id = $1', [id]);
      await product.services.clocks.check(id);
      return readTask(product, claim);
    };
    const first = await readTask(product, claim);
    const desk = await atDesk('checker', `/desk/tasks/${first.id}`);
    const { page } = desk;
    const onward = page.getByRole('link', { name: 'Go to the task that goes on' });
    await page.locator('textarea[lang=en]:not([readonly])').waitFor();
    const second = await runOut(first);
    await onward.click();
    await page.waitForURL(`**/desk/tasks/${second.id}`);
    await page.getByRole('button', { name: 'Take it', exact: true }).click();
    await page.locator('textarea[lang=en]:not([readonly])').waitFor();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/claims/*/tasks*', async (route) => {
      await held;
      await route.continue();
    });
    const third = await runOut(second);
    await page.locator('.notice.attention[role=alert]').waitFor();
    await drawn(page);
    expect(await onward.count()).toBe(0);
    answer();
    await onward.click();
    await page.waitForURL(`**/desk/tasks/${third.id}`);
    await desk.context.close();
  });

  test('what was done is said on the screen, and why something may not be', async () => {
    const claim = await enterClaim(product);
    const desk = await atDesk('editor', `/desk/claims/${claim}`);
    const { page } = desk;
    await page.locator('[data-move="claim.accept"]').click();
    await page.locator('.told', { hasText: 'Accept' }).waitFor();
    // The palette makes the moves of what is open, and opens the form of those that ask for more.
    const choose = async (words: string): Promise<void> => {
      await page.locator('[role=dialog] input:focus').waitFor();
      await desk.type(words);
      await page.locator('[role=option][aria-selected=true]', { hasText: words }).waitFor();
      await desk.press('Enter');
    };
    await page.locator('[data-move="claim.reject"]').waitFor();
    await desk.press('Control+k');
    // A row that is pressed while others still come is another one by then.
    await settled(page);
    await page
      .locator('[role=option][aria-disabled=true]', { hasText: 'take the task first' })
      .click({ force: true });
    // What is hidden from those who listen has no role.
    await page.getByRole('status').filter({ hasText: 'take the task first' }).waitFor();
    await page.locator('[role=dialog] input').focus();
    await choose('Reject');
    await page.locator('form textarea[name=reason]:focus').waitFor();
    await desk.press('Escape');
    const holderOf = async () => (await readTask(product, claim)).assignee?.ref ?? null;
    await page.getByRole('button', { name: 'Assign' }).waitFor();
    await desk.press('p');
    await page.locator('[role=option]', { hasText: 'The checker2' }).waitFor();
    await expectNoBarriers(page);
    await choose('The checker2');
    await page.locator('.told', { hasText: 'assigned to The checker2' }).waitFor();
    expect(await holderOf()).toBe('checker2');
    await desk.press('z');
    await page.locator('.told', { hasText: 'Undone' }).waitFor();
    expect(await holderOf()).toBe(null);
    await page.getByText('Nobody has taken it yet.').waitFor();
    await desk.press('Shift+Digit1');
    await choose('urgent');
    await page.locator('.told', { hasText: 'now urgent' }).waitFor();
    expect((await readTask(product, claim)).priority).toBe('urgent');
    await desk.press('z');
    await expect.poll(async () => (await readTask(product, claim)).priority).toBe('normal');
    const { id } = await readTask(product, claim);
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await page.locator('.row', { hasText: 'Take the task first.' }).last().waitFor();
    await desk.press('Control+Enter');
    await page.locator('.told', { hasText: 'Take the task first.' }).waitFor();
    await desk.context.close();
  });

  test('a role that was changed is the one of the screen once the page is looked at again', async () => {
    const member = { ref: 'newcomer', name: 'A newcomer', kind: 'person', role: 'reader' };
    madeOf(await product.as('admin').post('/v1/members', member));
    const { key } = madeOf(await product.as('admin').post('/v1/members/newcomer/keys', { name: 'desk' })) as {
      key: string;
    };
    const desk = await sitDown(browser, { url: product.apiUrl, key, language: 'en' });
    await desk.sees('You read what is known');
    bodyOf(await product.as('admin').patch('/v1/members/newcomer', { role: 'checker' }));
    await desk.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await desk.sees('Take the next task');
    await desk.context.close();
  });
});
