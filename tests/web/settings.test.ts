/** What somebody has chosen holds, whatever the device keeps and whenever the network answers. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { sitDown, type AtDesk } from './keyboard.js';
import { settled } from './settled.js';

describe.skipIf(!hasChromium)('what is chosen', () => {
  let browser: Browser;
  let product: DeskProduct;
  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  /** Each as somebody else: the desk keeps the language of a member. */
  const atDesk = (person: Person): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys[person], language: 'en', path: '/desk/work' });
  const choose = async ({ page }: AtDesk, name: string): Promise<void> => {
    await page.locator('.member').press('Enter');
    await page.getByRole('menuitemradio', { name }).press('Enter');
  };

  it.each<[string, Person, () => void]>([
    [
      'is full',
      'checker',
      () =>
        (Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        }),
    ],
    [
      'is closed',
      'checker2',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('closed', 'SecurityError');
          },
        }),
    ],
  ])('holds on a device whose storage %s, and the desk starts there', async (_what, person, spoil) => {
    const desk = await atDesk(person);
    await desk.page.addInitScript(spoil);
    await desk.page.reload();
    await desk.page.locator('main h1').waitFor();
    await choose(desk, 'Dark');
    await desk.page.locator('html[data-theme=dark]').waitFor();
    await choose(desk, 'العربية');
    await desk.page.locator('html[lang=ar]').waitFor();
    await desk.context.close();
  });

  it('is the language that was chosen last, not the one that came last', async () => {
    const desk = await atDesk('editor');
    const { page } = desk;
    const held: (() => void)[] = [];
    await page.route('**/assets/ar*.js', async (route) => {
      await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    await choose(desk, 'العربية');
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await choose(desk, 'English');
    const arrived = page.waitForResponse('**/assets/ar*.js');
    for (const go of held) go();
    await (await arrived).finished();
    await settled(page);
    await page.unroute('**/assets/ar*.js');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await desk.context.close();
  });

  it('is not lost where the other language does not load: it is said, and tried again', async () => {
    const desk = await atDesk('editor2');
    const { page } = desk;
    await page.route('**/assets/ar*.js', (route) => route.abort());
    await choose(desk, 'العربية');
    const notice = page.locator('.below-bar [role=alert]');
    await notice.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.unroute('**/assets/ar*.js');
    await notice.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.locator('html[lang=ar]').waitFor();
    await desk.context.close();
  });
});
