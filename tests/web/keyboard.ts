/** Somebody at the desk in a browser, with a keyboard and nothing else. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { complaintsOf } from '../support/browser.js';
import { followRequests } from './settled.js';

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
  /** How many keys that are no text were pressed at all. */
  strokes(): number;
  /** How often a pointer was used, over all pages that were loaded. */
  pointed(): number;
}

export type DeskLanguage = 'ar' | 'en';

interface Seat {
  url: string;
  key: string;
  language: DeskLanguage;
  /** Signs in by the form; otherwise somebody sits there who did so before. */
  typesKey?: boolean;
  /** What is opened first; their work where nothing is said. */
  path?: string;
  /** The desk may keep its files there. Otherwise each is asked for, where a test can see it. */
  keepsShell?: boolean;
}

/** What a page tells of a pointer. */
declare global {
  interface Window {
    notePointer: () => void;
  }
}

const longest = 60_000;
const moving = new Set(['Tab', 'Shift+Tab']);

export async function sitDown(
  browser: Browser,
  { url, key, language, typesKey = false, path = '/desk/', keepsShell = false }: Seat,
): Promise<AtDesk> {
  const context = await browser.newContext({
    locale: language === 'ar' ? 'ar-EG' : 'en-US',
    serviceWorkers: keepsShell ? 'allow' : 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(longest);
  const complaints = complaintsOf(page);
  followRequests(page);
  // Counted here, not in the page: a page that is loaded again knows nothing of the one before.
  let pointed = 0;
  await page.exposeFunction('notePointer', () => {
    pointed++;
  });
  await page.addInitScript(() => {
    for (const type of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(type, window.notePointer, true);
  });
  let commands = 0;
  let strokes = 0;
  const desk: AtDesk = {
    page,
    context,
    complaints,
    press: async (...keys) => {
      for (const one of keys) {
        strokes++;
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
        strokes++;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no Tab leads to ${selector}`);
    },
    sees: async (text) => {
      await page.getByText(text).first().waitFor();
    },
    commands: () => commands,
    strokes: () => strokes,
    pointed: () => pointed,
  };
  if (!typesKey) {
    const answer = await context.request.post(`${url}/session`, { data: { key }, headers: { Origin: url } });
    if (!answer.ok()) throw new Error(`signing in was answered with ${String(answer.status())}`);
  }
  await page.goto(`${url}${path}`);
  if (typesKey) {
    await page.locator('input[type=password]').waitFor();
    await desk.type(key);
    await desk.press('Enter');
  }
  await page.locator('header.top-bar').waitFor();
  await page.locator('main h1').waitFor();
  [commands, strokes] = [0, 0];
  return desk;
}

/** Answers what lets these requests through. */
export async function holdBack(page: Page, what: string | RegExp): Promise<() => void> {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(what, async (route) => {
    await answered;
    await route.continue();
  });
  return answer;
}
