/** The keyboard reaches everything without single keys, and never loses its place. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { proposeVerdict, startReview } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';
import { settled } from './settled.js';
import { coveredOnTheWayBack } from './walk-focus.js';

describe.skipIf(!hasChromium)('the keyboard', () => {
  let browser: Browser;
  let internet: Internet;
  let product: DeskProduct;
  let task: string;
  let verdict: string;
  beforeAll(async () => {
    [browser, internet, product] = await Promise.all([
      launchBrowser(),
      createInternet(),
      startDeskProduct({ seeded: true }),
    ]);
    task = (await startReview(product, 'C34')).id;
    verdict = (await proposeVerdict(product, 'C37')).id;
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([product.close(), internet.close()]);
  });

  const atDesk = (path: string, person: Person = 'checker', language: DeskLanguage = 'en'): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys[person], language, path });
  const atReview = async (language?: DeskLanguage): Promise<AtDesk> => {
    const desk = await atDesk(`/desk/tasks/${task}`, 'checker', language);
    await desk.page.locator('.quote.own').first().waitFor();
    await settled(desk.page);
    return desk;
  };
  const command = async (desk: AtDesk, words: string): Promise<void> => {
    await desk.press('Control+k');
    await desk.page.locator('[role=combobox]:focus').waitFor();
    await desk.type(words);
    await desk.press('Enter');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  /** Somewhere on the screen, and not where a page begins. */
  const keepsPlace = (page: Page) =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#main, .told') !== null))
      .toBe(true);

  it.each<[DeskLanguage, string, string]>([
    ['en', 'ArrowDown', 'Next quote'],
    ['ar', 'ArrowLeft', 'الاقتباس التالي'],
  ])(
    'reaches every quote by Tab and arrows, opens it, and comes back to it, in %s',
    async (language, onward, next) => {
      const desk = await atReview(language);
      const { page } = desk;
      await desk.tabTo('.quote');
      expect(await page.locator('.quote:focus').getAttribute('class')).toContain('own');
      expect(await page.locator('.article-text [tabindex="0"]').count()).toBe(1);
      await desk.press(onward);
      const quote = page.getByRole('button', { name: /^C\S+ · / }).and(page.locator(':focus'));
      await quote.waitFor();
      const ref = /C\S+/.exec((await quote.getAttribute('aria-label')) ?? '')?.[0] ?? '';
      await desk.press('Enter');
      const opened = page.locator('.other-claim', { hasText: ref });
      await opened.waitFor();
      await expectNoBarriers(page);
      await desk.press('Escape');
      await opened.waitFor({ state: 'detached' });
      await quote.waitFor();
      await desk.press(' ');
      await opened.waitFor();
      await opened.locator('button').press('Enter');
      await opened.waitFor({ state: 'detached' });
      await quote.waitFor();
      await command(desk, next);
      await page.locator('.quote:focus').waitFor();
      expect(await page.locator('.quote:focus').getAttribute('aria-label')).not.toContain(`${ref} ·`);
      await desk.context.close();
    },
  );

  it('sees all that it goes back to: nothing is behind what stays at the head of a review', async () => {
    const desk = await atReview();
    for (const width of [1366, 1024, 920, 800]) {
      await desk.page.setViewportSize({ width, height: 700 });
      const { covered, stops } = await coveredOnTheWayBack(desk.page);
      expect(covered).toEqual([]);
      expect(stops).toBeGreaterThan(20);
    }
    await desk.context.close();
  });

  it('stays on the screen where the button that was pressed is gone', async () => {
    const desk = await atDesk('/desk/work', 'editor');
    const { page } = desk;
    // Any button that goes with what it did.
    await page.evaluate(() => {
      const row = document.createElement('p');
      const button = document.createElement('button');
      button.id = 'goes';
      row.append('It is done.', button);
      document.querySelector('#main')?.append(row);
      button.focus();
      button.remove();
    });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('It is done.');
    // Who leaves a place is not led back to it.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#main a, #main button')?.focus();
      (document.activeElement as HTMLElement).blur();
    });
    await settled(page);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await desk.context.close();
  });

  it('keeps its place when a page is kept again, and when something is undone', async () => {
    const body = '<title>A report</title><p>What was found, at some length.</p>';
    const { id } = await addEvidence(product, 'C34', internet.serve('/again', { body }));
    await expect.poll(() => listCaptures(product, id), { timeout: 30_000 }).toHaveLength(1);
    const desk = await atReview();
    await desk.page.getByRole('button', { name: 'Keep the page again' }).press('Enter');
    await expect.poll(() => listCaptures(product, id), { timeout: 30_000 }).toHaveLength(2);
    await settled(desk.page);
    await keepsPlace(desk.page);
    const editor = await atDesk('/desk/claims/C34', 'editor');
    await editor.page
      .getByRole('button', { name: /Change the priority/ })
      .first()
      .press('Enter');
    await editor.page.getByRole('option').nth(1).waitFor();
    await editor.press('ArrowDown', 'Enter');
    await editor.page.getByRole('button', { name: /^Undo/ }).press('Enter');
    await editor.sees('Undone');
    await keepsPlace(editor.page);
    await Promise.all([desk.context.close(), editor.context.close()]);
  });

  it('takes back with Ctrl Z what a key has written for somebody, and no word of theirs', async () => {
    const desk = await atReview();
    const { page } = desk;
    await page.locator('.evidence-item input[type=checkbox]').first().check();
    await desk.tabTo('.rationale textarea[lang=en]');
    const text = page.locator('.rationale textarea:focus');
    await page.keyboard.type('It is so ');
    await desk.press('Control+e');
    await expect.poll(() => text.inputValue()).toBe('It is so [E1]');
    await page.keyboard.type('.');
    await desk.press('Control+z', 'Control+z');
    await expect.poll(() => text.inputValue()).toBe('It is so ');
    await desk.context.close();

    const editor = await atDesk(`/desk/verdicts/${verdict}`, 'editor');
    await editor.page.locator('.side .button kbd').first().waitFor();
    await editor.press('r');
    const note = editor.page.locator('textarea:focus');
    await note.waitFor();
    await editor.page.keyboard.type('Look again.  ');
    await editor.page.getByRole('button', { name: 'One side only' }).press('Enter');
    await expect.poll(() => note.inputValue()).toMatch(/^Look again\.\nLook at the evidence/);
    await editor.press('Control+z');
    await expect.poll(() => note.inputValue()).toBe('Look again.  ');
    await editor.context.close();
  });

  it('sees what it has chosen among many commands', async () => {
    const desk = await atReview();
    const { page } = desk;
    await page.setViewportSize({ width: 700, height: 320 });
    await desk.press('Control+k');
    await page.locator('[role=combobox]:focus').waitFor();
    const chosen = page.locator('[role=option][aria-selected=true]');
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await desk.press(key);
      const [list, row] = [await page.locator('.palette-list').boundingBox(), await chosen.boundingBox()];
      expect(row && list && row.y >= list.y - 1 && row.y + row.height <= list.y + list.height + 1, key).toBe(
        true,
      );
    }
    await desk.context.close();
  });

  it('obeys the keys that a member chose, lists them, and goes where two keys lead', async () => {
    const chosen = { 'go-claims': 'Shift+KeyL', 'next-task': 'KeyJ', 'submit-verdict': 'Ctrl+Period' };
    const settled = await product.as('checker2').patch('/v1/me', { shortcuts: chosen });
    expect(settled.status).toBe(200);
    const desk = await atDesk('/desk/', 'checker2');
    const { page } = desk;
    const next = page.getByRole('button', { name: 'Take the next task' });
    await next.locator('kbd', { hasText: /^J$/ }).waitFor();
    await desk.press('Shift+Slash');
    const help = page.getByRole('dialog');
    for (const [key, does] of [
      ['⇧ L', 'To the claims'],
      ['G W', 'To my work'],
      ['J', 'Take the next task'],
      ['Ctrl .', 'Submit'],
    ] as const)
      await help
        .locator('div:has(> dt)', { hasText: does })
        .getByText(key, { exact: true })
        .first()
        .waitFor();
    await desk.press('Escape');
    await help.waitFor({ state: 'detached' });
    await desk.press('g', 'c');
    await desk.press('n');
    expect(new URL(page.url()).pathname).toBe('/desk/work');
    await desk.press('Shift+L');
    await page.waitForURL('**/desk/claims');
    await desk.press('g', 'w');
    await page.waitForURL('**/desk/work');
    const asked = page.waitForRequest('**/v1/tasks/next');
    await next.waitFor();
    await desk.press('j');
    await asked;
    await desk.context.close();
  });
});
