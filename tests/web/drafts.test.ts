/** A draft in a browser that is killed, an API that is killed, and a session that ends: no letter is lost. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchWithProfile, type ProfiledBrowser } from '../support/browser.js';
import { enterClaim, startReview } from '../support/desk.js';
import { chanceFrom } from '../support/random.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

const rounds = process.env['LONG'] === '1' ? 1000 : 2;
const longest = rounds * 60_000;

describe.skipIf(!hasChromium)('a draft in the browser', () => {
  let product: RunningProduct;
  let api: StartedApi;
  let profile: string;
  let browser: ProfiledBrowser | undefined;

  beforeAll(async () => {
    product = await startRunningProduct();
    api = await product.startApi();
    await product.startWorker();
    profile = await mkdtemp(join(tmpdir(), 'isnad-profile-'));
  });
  afterAll(async () => {
    await browser?.kill();
    await product.close();
    await rm(profile, { recursive: true, force: true });
  });

  const openTask = async (task: string): Promise<Page> => {
    browser = await launchWithProfile(profile);
    const page = await browser.newPage();
    await page.goto(`${api.url}/desk/tasks/${task}`);
    if ((await page.locator('input[type=password], textarea').first().getAttribute('type')) === 'password') {
      await page.keyboard.insertText(product.keys.checker);
      await page.keyboard.press('Enter');
    }
    await page.locator('textarea[lang=en]:not([readonly])').waitFor();
    return page;
  };

  test(
    'is whole after the browser was killed in the middle of a word, wherever the desk was',
    async () => {
      const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
      const random = chanceFrom(seed);
      const claim = await enterClaim(product);
      const task = await startReview(product, claim);
      let expected = '';
      for (let round = 0; round < rounds; round++) {
        const page = await openTask(task.id);
        const field = page.locator('textarea[lang=en]');
        expect(await field.inputValue(), `SEED=${String(seed)}, round ${String(round)}`).toBe(expected);
        await field.focus();
        await page.keyboard.press('Control+End');
        const words = `round ${String(round)} كَرَّر `;
        for (const letter of words) await page.keyboard.insertText(letter);
        expected += words;
        await expect.poll(() => field.inputValue()).toBe(expected);
        await page.waitForTimeout(random() * 1500);
        await browser?.kill();
        browser = undefined;
      }
      const page = await openTask(task.id);
      await page.locator('[data-place=desk]').waitFor();
      const saved = await product.as('checker').get(`/v1/tasks/${task.id}/draft`);
      expect(saved.body).toMatchObject({ draft: { rationale: { en: expected } } });
      await browser?.kill();
      browser = undefined;
    },
    longest,
  );
});
