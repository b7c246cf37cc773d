/** The facts beside a verdict, as they are seen and added to: dates in words, relations, replies, evidence. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { enterClaim, madeOf, readClaim, readStatus, startReview } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';

describe.skipIf(!hasChromium)('the facts of a review', () => {
  let browser: Browser;
  let internet: Internet;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, internet, product] = await Promise.all([launchBrowser(), createInternet(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([product.close(), internet.close()]);
  });

  const atReview = async (
    claim: string,
    { person = 'checker', language = 'en' }: { person?: Person; language?: DeskLanguage } = {},
  ): Promise<AtDesk> => {
    const { id } = await startReview(product, claim);
    const path = `/desk/tasks/${id}`;
    const desk = await sitDown(browser, { url: product.apiUrl, key: product.keys[person], language, path });
    await desk.page.locator('.facts').waitFor();
    return desk;
  };
  const end = async ({ page, complaints, context }: AtDesk): Promise<void> => {
    await expectNoBarriers(page);
    // A refusal that the screen shows is also told by the browser itself.
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    await context.close();
  };

  test.each<[DeskLanguage, string, string]>([
    ['en', 'about June 2024 (uncertain)', 'from May 2024 to 18 June 2024'],
    ['ar', 'نحو يونيو 2024 (غير مؤكد)', 'من مايو 2024 إلى 18 يونيو 2024'],
  ])('dates are said in words, in %s', async (language, said, asked) => {
    const claim = await enterClaim(product, { statementDate: '2024-06-XX%' });
    const contact = { label: 'The ministry', outcome: 'asked', date: '2024-05/2024-06-18' };
    madeOf(await product.as('checker').post(`/v1/claims/${claim}/contacts`, contact));
    const desk = await atReview(claim, { language });
    const date = desk.page.locator('.claim-quote [title="2024-06-XX%"]');
    expect(await date.innerText()).toBe(said);
    expect(await date.locator('time').getAttribute('datetime')).toBe('2024-06');
    const days = desk.page.locator('[title="2024-05/2024-06-18"]');
    expect(await days.innerText()).toBe(asked);
    await end(desk);
  });

  test('how a similar claim stands to this one is recorded in a sentence, and taken back', async () => {
    const other = await enterClaim(product);
    const claim = await enterClaim(product);
    const desk = await atReview(claim);
    const card = desk.page.locator('.evidence-item', { has: desk.page.getByRole('link', { name: other }) });
    await card.getByRole('button', { name: 'Relate as' }).press('Enter');
    await desk.page.locator('.similar-actions select:focus').waitFor();
    await desk.page.getByRole('button', { name: 'Record the relation' }).press('Enter');
    await desk.page.locator('select[aria-invalid]:focus').waitFor();
    await desk.page.locator('.similar-actions select').selectOption('contradicts');
    expect(await card.locator('fieldset label').allInnerTexts()).toEqual([
      `${claim} contradicts ${other}`,
      `${other} contradicts ${claim}`,
    ]);
    await card.locator('fieldset input').nth(1).press('Space');
    await expectNoBarriers(desk.page);
    await desk.press('Enter');
    await desk.sees('The relation is recorded.');
    const relations = async () =>
      (await readClaim(product, claim)).relations.map((one) => [one.type, one.direction, one.claim.ref]);
    expect(await relations()).toEqual([['contradicts', 'in', other]]);
    await desk.page.locator('.relation', { hasText: other }).waitFor();
    await card.waitFor({ state: 'detached' });
    await desk.press('z');
    await expect.poll(relations).toEqual([]);
    await card.waitFor();
    await end(desk);
  });

  test('that somebody named in the chain was asked for a reply is recorded from where a verdict is warned for it', async () => {
    const source = { kind: 'person', name: 'John Kirby', ref: 'kirby' };
    madeOf(await product.as('checker').post('/v1/sources', source));
    const attributions = [
      { mode: 'direct', verb: 'said', source: 'kirby' },
      { mode: 'indirect', label: 'a minister' },
    ];
    const claim = await enterClaim(product, { kind: 'accusation', attributions });
    const desk = await atReview(claim);
    const { page } = desk;
    await desk.sees('The claim says something against somebody, and nobody has been asked for a reply.');
    await page.locator('input[value=false]').check();
    await page.locator('.checklist button', { hasText: 'Record who was asked' }).press('Enter');
    await page.locator('.facts select:focus').waitFor();
    const who = page.getByLabel('Who', { exact: true });
    expect(await who.locator('option').allInnerTexts()).toEqual([
      'Choose',
      'John Kirby',
      'a minister',
      'Somebody else',
    ]);
    await page.locator('.facts form button[type=submit]').press('Enter');
    await page.locator('select[aria-invalid]:focus').waitFor();
    await who.selectOption('Somebody else');
    await page.getByLabel('Their name').waitFor();
    await who.selectOption('John Kirby');
    await page.getByLabel('Who spoke for them').fill('His office');
    await page.getByLabel('What came of it').selectOption('declined');
    await page.getByLabel('By which way').fill('e-mail');
    await expectNoBarriers(page);
    await desk.press('Enter');
    const contacts = async () => {
      const all = (await readClaim(product, claim)).contacts;
      return all.map((one) => [one.source?.ref, one.label, one.outcome, one.channel]);
    };
    await expect.poll(contacts).toEqual([['kirby', 'His office', 'declined', 'e-mail']]);
    await desk.page.locator('.checklist button').waitFor({ state: 'detached' });
    await end(desk);
  });

  test.each<[DeskLanguage, string, string]>([
    ['en', 'Withdraw', 'Withdrawn'],
    ['ar', 'استرجع', 'مسترجَع'],
  ])(
    'what was recorded wrongly of somebody who was asked is taken back, in %s',
    async (language, take, taken) => {
      const claim = await enterClaim(product);
      const contact = { label: 'The ministry', outcome: 'asked', date: '2024-06-18' };
      madeOf(await product.as('checker').post(`/v1/claims/${claim}/contacts`, contact));
      const desk = await atReview(claim, { language });
      const contacts = desk.page.locator('[aria-labelledby=contacts]');
      await contacts.getByRole('button', { name: take, exact: true }).press('Enter');
      await contacts.locator('.chip', { hasText: taken }).waitFor();
      expect(await contacts.getByRole('button', { name: take, exact: true }).count()).toBe(0);
      expect((await readClaim(product, claim)).contacts).toMatchObject([{ status: 'withdrawn' }]);
      await end(desk);
    },
  );

  test('evidence has the first lines of what was kept of its page beside it', async () => {
    const claim = await enterClaim(product);
    const body = '<html lang="ar"><title>تقرير</title><p>قال المتحدث إن السفينة وصلت إلى الميناء.</p></html>';
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    const { id } = await addEvidence(product, claim, internet.serve('/kept', { headers, body }));
    await expect.poll(() => listCaptures(product, id), { timeout: 30_000 }).toHaveLength(1);
    const desk = await atReview(claim);
    const small = desk.page.locator('.page-thumbnail', { hasText: 'قال المتحدث' });
    await small.waitFor();
    expect(await small.getAttribute('dir')).toBe('rtl');
    await end(desk);
  });

  test('an editor merges the claim under review into one like it', async () => {
    await enterClaim(product);
    const claim = await enterClaim(product);
    const desk = await atReview(claim, { person: 'editor' });
    await desk.page
      .getByRole('button', { name: /^Merge into/ })
      .first()
      .press('Enter');
    await desk.page.locator('form[aria-label^="Merge into"] textarea:focus').waitFor();
    await desk.press('Tab', 'Enter');
    await expect.poll(async () => (await readStatus(product, claim)).status).toBe('merged');
    await end(desk);
  });
});
