/** How many keys a piece of work takes beside the text that is typed: each is counted, also those that move the focus. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  acceptClaim,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  readStatus,
  verdictBody,
} from '../support/desk.js';
import { listEvidence } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { relate } from '../support/relations.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';

const mostOfReview = 14;
const mostOfApproval = 5;

describe.skipIf(!hasChromium)('few keys are enough', () => {
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

  const atWork = async (person: Person, language: DeskLanguage): Promise<AtDesk> => {
    const desk = await sitDown(browser, { url: product.apiUrl, key: product.keys[person], language });
    await desk.page.locator('.work-next kbd').first().waitFor();
    return desk;
  };
  const hasStatus = (claim: string, status: string) =>
    expect.poll(async () => (await readStatus(product, claim)).status, { timeout: 30_000 }).toBe(status);
  const end = async (desk: AtDesk, most: number): Promise<void> => {
    expect(desk.strokes()).toBeLessThanOrEqual(most);
    expect(desk.pointed()).toBe(0);
    await desk.context.close();
  };

  // What is decided on is gone by then: nobody is handed it instead of what is waited for.
  test.each<DeskLanguage>(['ar', 'en'])(
    'for an approval from my work, with two clashes that need a word each, in %s',
    async (language) => {
      const isTrue = (words: string) => ({ body: verdictBody('true', { rationale: { en: words } }) });
      const claim = await enterClaim(product);
      for (const words of ['The minister denied it.', 'The office denied it.']) {
        const denial = await enterClaim(product, { kind: 'denial' });
        await relate(product, denial, 'denies', claim);
        await publishVerdict(product, denial, isTrue(words));
      }
      await proposeVerdict(product, claim, isTrue('The report shows it.'));
      const desk = await atWork('editor2', language);
      const { page } = desk;
      await desk.press('n');
      await page.locator('h1', { hasText: claim }).waitFor();
      await page.locator('[data-move="verdict.approve"] kbd').waitFor();
      await desk.press('y');
      for (const place of [0, 1]) {
        await page.locator('.conflict').nth(place).locator('textarea:focus').waitFor();
        await desk.type(language === 'ar' ? 'قالها كل طرف عن شهر آخر' : 'They speak of different months');
        await desk.press('Control+Enter');
      }
      await page.locator('form button[type=submit]:focus').waitFor();
      await desk.press('Enter');
      await hasStatus(claim, 'published');
      await end(desk, mostOfApproval);
    },
  );

  test('for a verdict that is sent back with a note', async () => {
    const claim = await enterClaim(product);
    await proposeVerdict(product, claim);
    const desk = await atWork('editor2', 'en');
    const { page } = desk;
    await desk.press('n');
    await page.locator('h1', { hasText: claim }).waitFor();
    await page.locator('[data-move="verdict.return"] kbd').waitFor();
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await desk.type('Name the report.');
    await desk.press('Control+Enter');
    await hasStatus(claim, 'in_review');
    await end(desk, mostOfApproval);
  });

  test.each<DeskLanguage>(['ar', 'en'])(
    'for a whole review, from the task that is taken to the next one, in %s',
    async (language) => {
      const claim = await enterClaim(product);
      await acceptClaim(product, claim, { priority: 'urgent' });
      const following = await enterClaim(product);
      await acceptClaim(product, following, { priority: 'high' });
      const desk = await atWork('checker', language);
      const { page } = desk;
      await desk.press('n');
      await page.locator('h1', { hasText: claim }).waitFor();
      await page.locator('fieldset input:not([disabled])').first().waitFor();

      await desk.press('a');
      await page.locator('input[type=url]:focus').waitFor();
      await desk.type(internet.serve('/report', { body: '<title>A report</title><p>What was found.</p>' }));
      // Which way it points is asked for: nobody means it by leaving it.
      await desk.press('Enter');
      await page.locator('.add-evidence input[type=radio]:focus').waitFor();
      await desk.press('1', 'Enter');
      await page.locator('[data-mark="1"]').waitFor();

      await desk.press('v', '1', '1');
      await desk.press((await page.locator('input[value=true]').getAttribute('data-choice')) ?? '');
      await page.locator('textarea:focus').waitFor();
      await desk.tabTo(`textarea[lang=${language}]`);
      await desk.type(language === 'ar' ? 'تؤكد الأدلة ذلك ' : 'The evidence shows it ');
      await desk.press('Control+e', 'Control+Shift+Enter');
      await page.locator('h1', { hasText: following }).waitFor();
      await hasStatus(claim, 'in_approval');
      expect((await listEvidence(product, claim)).map(({ stance }) => stance)).toEqual(['for']);
      await end(desk, mostOfReview);
    },
  );
});
