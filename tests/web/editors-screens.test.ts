/** What an editor has before them, with each form, dialog and list open: nothing stands in anybody's way there either. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf, hasChromium, launchBrowser } from '../support/browser.js';
import { createInternet, type Internet } from '../support/internet.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { fillDesk, type EditorsDesk } from './editors-desk.js';
import { screens } from './editors-opened.js';
import { outsideWindow, smallControls } from './in-the-window.js';
import { goTo, languages, matrix, openWindow } from './matrix.js';
import { settled } from './settled.js';

const long = process.env['LONG'] === '1';
/** All of them, in each way, in `npm run test:long`; otherwise those that hold most, the narrowest, in Arabic and dark. */
const cases = languages.flatMap((language) =>
  screens
    .filter(
      ([name]) =>
        long || (language === 'ar' && /all that can|a clash|out of turn|erasure|another's/.test(name)),
    )
    .map(([name, at, open]) => ({ name, language, at, open })),
);
const waysIn = (language: string) =>
  matrix.filter((way, index) => way.language === language && (long || index === 7));

describe.skipIf(!hasChromium)('the screens of an editor', () => {
  let browser: Browser;
  let internet: Internet;
  let product: DeskProduct;
  let desk: EditorsDesk;

  beforeAll(async () => {
    [browser, internet, product] = await Promise.all([
      launchBrowser(),
      createInternet(),
      startDeskProduct({ seeded: true }),
    ]);
    desk = await fillDesk(product, internet);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([product.close(), internet.close()]);
  });

  const faultsOf = async (page: Page): Promise<string[]> => {
    await settled(page);
    // Nothing is under what stays at the head of a page that begins there.
    await page.evaluate(() => {
      for (const one of [document.documentElement, ...document.querySelectorAll('main, main *')])
        one.scrollTop = 0;
    });
    return [...(await barriersOf(page)), ...(await outsideWindow(page)), ...(await smallControls(page))];
  };
  /** What can be seen to be open, by its kind. */
  const openOn = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('form, [role*=dialog], [role=menu], [role=option], .captures')].map(
        (one) => one.getAttribute('role') ?? one.className,
      ),
    );

  test.each(cases)(
    'hold no barrier, stay in the window, and complain of nothing: $name, in $language',
    async ({ language, at, open }) => {
      const [first, ...others] = waysIn(language);
      if (!first) throw new Error('no way to look at it');
      const faults: string[] = [];
      const { page, complaints, close } = await openWindow(browser, product, product.keys.editor2, first);
      const look = async (): Promise<void> => {
        faults.push(...(await faultsOf(page)));
      };
      await goTo(page, product, at(desk));
      await open?.(page, look, product);
      await look();
      const opened = await openOn(page);
      for (const { theme, width, zoom } of others) {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize({ width: width / zoom, height: 800 / zoom });
        faults.push(
          ...(await faultsOf(page)).map(
            (fault) => `${theme}, ${String(width)} px, ${String(zoom)} times as large: ${fault}`,
          ),
        );
        // What was opened is what is looked at.
        expect(await openOn(page)).toEqual(opened);
      }
      // What a test takes away from the desk, the browser tells of.
      const strange = complaints.filter((said) => !/status of (?:503|409)/.test(said));
      expect([...faults, ...strange]).toEqual([]);
      await close();
    },
  );
});
