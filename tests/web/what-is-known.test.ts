/** Everything known about a claim is on its screen, and what is said of publishing it is so. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyVersion } from '../support/api.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readClaim,
  startReview,
} from '../support/desk.js';
import { addEvidence, captureAgain, listCaptures } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';
import { settled } from './settled.js';

describe.skipIf(!hasChromium)('what is known of a claim', () => {
  let browser: Browser;
  let internet: Internet;
  let product: DeskProduct;

  beforeAll(async () => {
    const closed = { seeded: true, env: { PUBLIC_READING: 'off' } };
    [browser, internet, product] = await Promise.all([
      launchBrowser(),
      createInternet(),
      startDeskProduct(closed),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([product.close(), internet.close()]);
  });

  const atDesk = (person: Person, path: string, language: DeskLanguage = 'en'): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys[person], language, path });
  const end = async ({ page, complaints, context }: AtDesk): Promise<void> => {
    await settled(page);
    await expectNoBarriers(page);
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    await context.close();
  };

  test('stands beside its quote, whatever the record holds', async () => {
    const claim = await enterClaim(product, {
      ...{ topics: ['arms-transfer'], modality: 'hedged', dateBasis: 'The day of the briefing' },
      ...{ worthiness: 'It is shared widely', fidelityNote: 'Half of the sentence is left out' },
      ...{ leads: ['https://archive.test/briefing'], externalId: 'row-7', test: true },
    });
    const { id } = await startReview(product, claim);
    for (const [path, person] of [
      [`/desk/tasks/${id}`, 'checker'],
      [`/desk/claims/${claim}`, 'editor'],
    ] as const) {
      const desk = await atDesk(person, path);
      const facts = desk.page.locator('.claim-facts');
      await facts.waitFor();
      expect((await facts.innerText()).split('\n').filter((line) => line !== '')).toEqual([
        ...['Topics', 'arms transfers', 'How it is put', 'hedged'],
        ...['How its date is known', 'The day of the briefing'],
        ...['Why it is worth checking', 'It is shared widely'],
        ...['On how it is quoted', 'Half of the sentence is left out'],
        ...['Where to look', 'archive.test', 'Called elsewhere', 'row-7'],
      ]);
      await desk.sees('Made to try something out');
      await end(desk);
    }
  });

  test('says into which claim it was merged, and that the other was rejected since', async () => {
    const [claim, into] = [await enterClaim(product), await enterClaim(product)];
    bodyOf(await move(product, 'editor', claim, { event: 'merge', into }));
    bodyOf(await move(product, 'editor', into, { event: 'reject', reason: 'not_checkable' }));
    const desk = await atDesk('editor', `/desk/claims/${claim}`);
    const merged = desk.page.locator('.notice', { hasText: 'Merged into' });
    await merged.waitFor();
    expect(await merged.innerText()).toMatch(new RegExp(`${into}\\s+rejected`));
    await end(desk);
  });

  test('names what has changed since it was published', async () => {
    const claim = await enterClaim(product);
    await publishVerdict(product, claim);
    const gloss = { glosses: { en: 'The delegation will come' } };
    bodyOf(await product.as('checker').patch(`/v1/claims/${claim}`, gloss, anyVersion));
    const desk = await atDesk('editor', `/desk/claims/${claim}`);
    await desk.sees('not public until a correction is approved: the claim in other words.');
    // There is no page to lead to.
    await desk.sees('No public page: this installation shows nothing to the public');
    expect(await desk.page.locator(`a[href="/claims/${claim}"]`).count()).toBe(0);
    await end(desk);
  });

  test.each([
    [false, 'What those who have a key will get', 'It is published at once to everyone with a key'],
    [true, 'What would be published: this is a test', 'The claim is a test'],
  ])('is said of who gets it, before it is approved: a test, %s', async (isTest, title, sentence) => {
    const { id } = await proposeVerdict(product, await enterClaim(product, { test: isTest }));
    const desk = await atDesk('editor2', `/desk/verdicts/${id}`);
    await desk.sees(title);
    await desk.page.locator('.side .button kbd').first().waitFor();
    await desk.press('y');
    await desk.page.locator('form button[type=submit]:focus').waitFor();
    await desk.sees(sentence);
    await end(desk);
  });

  test('grows at the desk: an alleged violation is linked to its norm where the verdict lacks one', async () => {
    const claim = await enterClaim(product, { kind: 'violation' });
    const { id } = await startReview(product, claim);
    const desk = await atDesk('checker', `/desk/tasks/${id}`);
    const { page } = desk;
    await desk.sees('A verdict on an alleged violation cites the norm.');
    await desk.tabTo('.verdict-side .notice button');
    await desk.press('Enter');
    await page.locator('form[aria-label="Link a norm"] input:focus').waitFor();
    await desk.type('١٧١٨');
    await page.getByText('1 match', { exact: true }).waitFor();
    await expectNoBarriers(page);
    const chosen = 's-res-1718-2006.8b';
    const which = page.getByLabel('Paragraph');
    await which.locator(`option[value="${chosen}"]`).waitFor({ state: 'attached' });
    await which.selectOption(chosen);
    await page.locator('form[aria-label="Link a norm"] button[type=submit]').press('Enter');
    const linked = async () =>
      (await readClaim(product, claim)).provisions.map(({ provision }) => provision?.ref);
    await expect.poll(linked).toEqual([chosen]);
    await page.locator('.verdict-side .provision input[type=checkbox]').check();
    const when = page.getByLabel('When (2017');
    await when.fill('٢٠٢٤-٠٦');
    expect(await when.inputValue()).toBe('2024-06');
    await end(desk);
  });

  test('takes digits of the Arabic keyboard as those of a date', async () => {
    const claim = await enterClaim(product);
    const { id } = await startReview(product, claim);
    const desk = await atDesk('checker', `/desk/tasks/${id}`, 'ar');
    const { page } = desk;
    await page.locator('#add-contact').press('Enter');
    const form = page.locator('[aria-labelledby=contacts] form');
    await form.locator('input:focus').waitFor();
    await desk.type('الوزارة');
    await form.locator('input[dir=ltr]').fill('٢٠٢٤-٠٦');
    await desk.press('Enter');
    const dates = async () => (await readClaim(product, claim)).contacts.map(({ date }) => date);
    await expect.poll(dates).toEqual(['2024-06']);
    await end(desk);
  });

  test('says of evidence that its page has changed since it was kept before', async () => {
    const claim = await enterClaim(product);
    const page = (text: string) => ({
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: `<title>Report</title><p>${text}</p>`,
    });
    const { id } = await addEvidence(product, claim, internet.serve('/moved', page('The ship is in port.')));
    await expect.poll(() => listCaptures(product, id), { timeout: 30_000 }).toHaveLength(1);
    internet.serve('/moved', page('The ship has left.'));
    await captureAgain(product, id);
    const changes = async () => (await listCaptures(product, id)).map(({ change }) => change);
    await expect.poll(changes, { timeout: 30_000 }).toContain('changed');
    const desk = await atDesk('checker', `/desk/claims/${claim}`);
    await desk.page.locator('.evidence-item .chip', { hasText: 'changed since no. 1' }).waitFor();
    await end(desk);
  });

  test('what waits for a second person beside claims is read and decided on from the inbox', async () => {
    const claim = await enterClaim(product);
    const verdict = await proposeVerdict(product, claim);
    bodyOf(await decide(product, 'editor2', verdict, 'return', { note: 'Name the source.' }));
    const target = { kind: 'claim', id: claim };
    const asked = await product.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
    expect(asked.status).toBe(202);
    const { id } = asked.body as { id: string };
    await product.work();
    const desk = await atDesk('editor', '/desk/work');
    const { page } = desk;
    const link = page.locator(`.second-person a[href="/v1/erasures/${id}"]`);
    await link.waitFor();
    const status = async () =>
      (bodyOf(await product.as('editor').get(`/v1/erasures/${id}`)) as { status: string }).status;
    await page.locator('.second-person button', { hasText: 'Confirm' }).press('Enter');
    await desk.sees('cannot be undone');
    expect(await status()).toBe('waiting');
    await page.locator('.second-person [role=group] .button.primary:focus').press('Enter');
    await expect.poll(status).toBe('confirmed');
    await end(desk);
  });
});
