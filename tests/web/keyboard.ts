/** Somebody at the desk in a browser, with a keyboard and nothing else. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { complaintsOf } from '../support/browser.js';

export interface AtDesk {
  page: Page;
  context: BrowserContext;
  /** What the page complained of. */
  complaints: string[];
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab until what has the focus is the one that is looked for. */
  tabTo(selector: string): Promise<void>;
  /** Waits until the words are on the screen. */
  sees(text: string | RegExp): Promise<void>;
  /** How many keys that are no text were pressed, but for those that move the focus. */
  commands(): number;
}

export type DeskLanguage = 'ar' | 'en';

/** What a page notes of a pointer: a click by a key has no detail. */
declare global {
  interface Window {
    pointed?: number;
  }
}

const longest = 60_000;
const moving = new Set(['Tab', 'Shift+Tab']);

export async function sitDown(
  browser: Browser,
  { url, key, language }: { url: string; key: string; language: DeskLanguage },
): Promise<AtDesk> {
  const context = await browser.newContext({ locale: language === 'ar' ? 'ar-EG' : 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(longest);
  const complaints = complaintsOf(page);
  await page.addInitScript(() => {
    for (const type of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(type, () => (window.pointed = (window.pointed ?? 0) + 1), true);
  });
  let commands = 0;
  const desk: AtDesk = {
    page,
    context,
    complaints,
    press: async (...keys) => {
      for (const one of keys) {
        if (!moving.has(one)) commands++;
        await page.keyboard.press(one);
      }
    },
    type: (text) => page.keyboard.insertText(text),
    tabTo: async (selector) => {
      await page.locator(selector).first().waitFor();
      for (let step = 0; step < 300; step++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no Tab leads to ${selector}`);
    },
    sees: async (text) => {
      await page.getByText(text).first().waitFor();
    },
    commands: () => commands,
  };
  await page.goto(`${url}/desk/`);
  await page.locator('input[type=password]').waitFor();
  await desk.type(key);
  await desk.press('Enter');
  await page.locator('header.top-bar').waitFor();
  await page.locator('main h1').waitFor();
  commands = 0;
  return desk;
}
