/** What waits is found where somebody looks for it: on my work, and on the screen of the claim. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  acceptClaim,
  move,
  proposeVerdict,
  publishVerdict,
  startReview,
  verdictBody,
} from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { followRequests, settled } from './settled.js';

describe.skipIf(!hasChromium)('what waits', () => {
  let browser: Browser;
  let product: DeskProduct;
  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct({ seeded: true })]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const openAs = async (person: Person, path: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-US' });
    const data = { key: product.keys[person] };
    await context.request.post(`${product.apiUrl}/session`, { data, headers: { Origin: product.apiUrl } });
    const page = await context.newPage();
    followRequests(page);
    await page.goto(`${product.apiUrl}${path}`);
    return page;
  };

  it('is on my work for an editor: verdicts that nobody has taken, and how many claims are to be accepted', async () => {
    await proposeVerdict(product, 'C37');
    const page = await openAs('editor2', '/desk/work');
    await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor();
    await page.getByRole('link', { name: /50 claims wait to be accepted/ }).click();
    expect(new URL(page.url()).search).toBe('?status=submitted');
    await page.goBack();
    await page.getByRole('link', { name: /C37/ }).first().click();
    await page.getByRole('button', { name: /Approve/ }).waitFor();
    await page.context().close();
  });

  it('is no task that one is to give back first: of the moves of a claim none that ends something stands out', async () => {
    const task = await startReview(product, 'C38');
    const page = await openAs('checker', `/desk/claims/${task.claim.ref}`);
    const givesBack = page.locator('[data-move="claim.release"]');
    await givesBack.waitFor();
    expect(await page.locator('[data-move].primary').count()).toBe(0);
    await page.context().close();
  });

  it('is nothing at an address that is wrong, and nobody is told of its form', async () => {
    const page = await openAs('checker', '/desk/tasks/xyz');
    await page.getByText('The address may be mistyped, or cut short.').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/UUID|field/);
    await page.goto(`${product.apiUrl}/desk/claims/NOPE`);
    await page.getByText('There is no claim "NOPE".').waitFor();
    await page.goto(`${product.apiUrl}/desk/claims?q=zzzz`);
    await page.getByText('Try fewer words, or another status.').waitFor();
    await page.context().close();
  });

  it('is on the screen of a claim: the task, who has it, and taking it leads to the review', async () => {
    await acceptClaim(product, 'C34');
    await product.work();
    const page = await openAs('checker', '/desk/claims/C34');
    await page.getByText('Nobody has taken it yet.').waitFor();
    await page.getByText(/to be begun within/).waitFor();
    await settled(page);
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'Take the task' }).click();
    await page.waitForURL(/\/desk\/tasks\//);
    await page.getByRole('button', { name: /Submit the verdict/ }).waitFor();
    // From then on it is the work that is due.
    await page
      .getByText(/due in/)
      .first()
      .waitFor();
    // A mark that would lead nowhere is not written, and it is said why.
    await page.locator('textarea[lang=en]').press('Control+e');
    await page.getByText('There is nothing to point to yet').first().waitFor();
    // What is open beside the article stands in the address: a reload keeps it, and Back leads out of it.
    const beside = page.locator('.other-claim');
    await page.locator('.quote[data-first]:not(.own)').first().click();
    await beside.waitFor();
    expect(new URL(page.url()).searchParams.has('open')).toBe(true);
    await page.reload();
    await beside.waitFor();
    await page.goBack();
    await beside.waitFor({ state: 'detached' });
    const other = await openAs('editor', '/desk/claims/C34');
    await other.getByText('Held by The checker').waitFor();
    await page.context().close();
    await other.context().close();
  });

  it('is, of a correction, why it was begun, and the published text to begin with', async () => {
    await publishVerdict(product, 'C41', {
      body: { ...verdictBody(), rationale: { en: 'The first words.' } },
    });
    const note = 'The wording was not clear.';
    await move(product, 'editor', 'C41', { event: 'correct', reason: 'clarification', note });
    await product.work();
    const page = await openAs('checker2', '/desk/claims/C41');
    await page.getByRole('button', { name: 'Take the task' }).click();
    await page.getByText('A correction was begun: clarification').waitFor();
    await page.getByText(note).waitFor();
    await page.getByRole('button', { name: 'Begin with the published text (revision 1)' }).click();
    await page.getByText('at the desk').first().waitFor();
    expect(await page.locator('.rationale textarea[lang=en]').inputValue()).toBe('The first words.');
    await page.context().close();
  });

  it('is, of a retraction, the note for readers, which another editor lets out', async () => {
    await publishVerdict(product, 'C42');
    const note = 'We had mixed up two reports.';
    const writer = await openAs('editor', '/desk/claims/C42');
    await writer.locator('[data-move="claim.retract"]').click();
    await writer.getByText('once another editor has approved it').waitFor();
    await writer.locator('form button[type=submit]').click();
    // To the first field that lacks something.
    await writer.locator('select:focus').selectOption('error');
    await writer.locator('form textarea').fill(note);
    await writer.locator('form button[type=submit]').click();
    await writer.getByText(note).waitFor();
    await writer.getByText('The writer of a notice does not approve it').waitFor();
    const page = await openAs('editor2', '/desk/claims/C42');
    await page.getByText(note).waitFor();
    await settled(page);
    await expectNoBarriers(page);
    await page.locator('.notice').getByRole('button', { name: 'Approve' }).click();
    // Not before it is said that readers see it at once.
    await page.getByText('It is let out at once, as it stands.').waitFor();
    await page.getByRole('heading', { name: /A note for readers waits/ }).waitFor();
    await page.locator('button:focus').press('Enter');
    await page.getByRole('heading', { name: /A note for readers waits/ }).waitFor({ state: 'detached' });
    await page.goto(`${product.apiUrl}/en/claims/C42`);
    await page.getByText(note).waitFor();
    await page.context().close();
    await writer.context().close();
  });

  it('is nothing for whoever is away, which is said, with the way back; keys can be switched off', async () => {
    const page = await openAs('checker2', '/desk/work');
    await page.getByText(/You hold \d+ of at most/).waitFor();
    await page.getByRole('button', { name: 'I am away' }).click();
    await page.locator('input[type=date]:focus').fill('2199-01-01');
    await page.keyboard.press('Enter');
    await page.getByText(/You are away until .?January 1, 2199/).waitFor();
    expect(await page.getByRole('button', { name: 'Take the next task' }).count()).toBe(0);
    await settled(page);
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'I am back' }).click();
    const next = page.getByRole('button', { name: 'Take the next task' });
    await next.locator('kbd').waitFor();
    await page.locator('.member').click();
    await page.getByRole('menuitemradio', { name: /Off: only keys with Ctrl/ }).click();
    await next.locator('kbd').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    // Without its key the list of keys is in the menu.
    await page.locator('.member').click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    // What this member has begun says how long it is theirs; then in their digits, and in their language.
    await page
      .locator('.task-list', { hasText: 'C41' })
      .getByText(/reserved for .*[0-9]/)
      .waitFor();
    await page.locator('.member').click();
    await page.getByRole('menuitemradio', { name: 'As in ٢٠٢٦' }).click();
    await page
      .locator('.task-list')
      .getByText(/reserved for .*[٠-٩]/)
      .waitFor();
    await page.locator('.member').click();
    await page.getByRole('menuitemradio', { name: 'العربية' }).click();
    await page
      .locator('.task-list')
      .getByText(/ينتهي حجزك بعد .*[٠-٩]/)
      .waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.reload();
    await page
      .locator('.task-list')
      .getByText(/ينتهي حجزك بعد .*[٠-٩]/)
      .waitFor();
    await page.context().close();
  });

  it('is said to an admin, who takes no task', async () => {
    const page = await openAs('admin', '/desk/work');
    await page.getByText('An admin takes no part in verdicts.').waitFor();
    expect(await page.getByText('You hold no task.', { exact: true }).count()).toBe(0);
    await page.context().close();
  });
});
