/** What readers are shown, in the browser that shows it: nobody is shut out, nothing is called for, nothing sticks out, and it is there soon. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, hasChromium, launchBrowser } from '../support/browser.js';
import { createInternet, type Internet } from '../support/internet.js';
import { listenHttp } from '../support/receivers.js';
import { publishShowcase, type Showcase } from '../support/showcase.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { outsideWindow, smallControls } from './in-the-window.js';
import { walkFocus } from './walk-focus.js';

let isnad: TestIsnad;
let internet: Internet;
let show: Showcase;
let server: Awaited<ReturnType<typeof listenHttp>>;
let browser: Browser;

const showsFigures = process.env['SHOW_FIGURES'] !== undefined;
const rounds = showsFigures ? 9 : 1;
/** Each in one of its themes; in both in `npm run test:long`. */
const themesOf = (language: string): readonly ('light' | 'dark')[] =>
  process.env['LONG'] === '1' ? ['light', 'dark'] : [language === 'ar' ? 'light' : 'dark'];
const describeInBrowser = hasChromium ? describe : describe.skip;

/** 384 and 683 are 768 and 1366 twice as large. */
const widths = [320, 384, 683, 768, 1366];
const kinds = ['claim', 'hostile', 'index', 'corrections', 'embed', 'tombstone', 'missing'] as const;

const pathOf = (kind: (typeof kinds)[number], language: string): string =>
  ({
    claim: `/${language}/claims/${show.corrected}`,
    hostile: `/${language}/claims/${show.hostile}`,
    index: `/${language}/`,
    corrections: `/${language}/corrections`,
    embed: `/${language}/claims/${show.corrected}/embed`,
    tombstone: `/${language}/claims/${show.retracted}`,
    missing: `/${language}/claims/none`,
  })[kind];

describeInBrowser('public pages', () => {
  beforeAll(async () => {
    internet = await createInternet();
    isnad = await createIsnad({ seeded: true, captures: internet.outbound });
    show = await publishShowcase(isnad, internet);
    server = await listenHttp(isnad.app);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await isnad.close();
    await internet.close();
  });

  const visit = async (page: Page, path: string): Promise<void> => {
    await page.goto(`http://127.0.0.1:${String(server.port)}${path}`, { waitUntil: 'load' });
  };
  const widthOf = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth');

  describe.each(['ar', 'en'])('in %s', (language) => {
    it.each(kinds)(
      '%s: open to everybody, in light and in dark, on a telephone and on a desk',
      async (kind) => {
        for (const colorScheme of themesOf(language)) {
          const page = await browser.newPage({ colorScheme });
          const complaints = complaintsOf(page);
          await page.setViewportSize({ width: widths[0] ?? 320, height: 800 });
          await visit(page, pathOf(kind, language));
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            expect(await widthOf(page), `${kind} at ${String(width)}`).toBe(width);
            expect(await outsideWindow(page), `${kind} at ${String(width)}`).toEqual([]);
            expect(await smallControls(page), `${kind} at ${String(width)}`).toEqual([]);
          }
          await expectNoBarriers(page, `${kind}, ${colorScheme}`);
          // Of a page that is not there, or gone, the browser says so.
          expect(complaints.filter((said) => !/status of 4(?:04|10)/.test(said))).toEqual([]);
          await page.close();
        }
      },
    );
  });

  it('a text of the other direction stands on the side of the page it belongs to', async () => {
    const page = await browser.newPage();
    await visit(page, pathOf('claim', 'ar'));
    const aligned = await page.evaluate<string[]>(
      `[...document.querySelectorAll('dd[dir=auto], section p[dir=auto]')].map((one) => getComputedStyle(one).textAlign)`,
    );
    expect(aligned.length).toBeGreaterThan(2);
    expect(new Set(aligned)).toEqual(new Set(['right']));
    await page.close();
  });

  it('nothing runs that others wrote, and no word of it leaves its place', async () => {
    const page = await browser.newPage();
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts++;
      void dialog.dismiss();
    });
    await visit(page, pathOf('hostile', 'en'));
    expect(alerts).toBe(0);
    expect(await page.evaluate<number>('document.querySelectorAll("img, script:not([type])").length')).toBe(
      0,
    );
    // Text that is turned round inside the claim leaves the line after it as it is.
    expect(await page.evaluate<string>('getComputedStyle(document.querySelector(".facts")).direction')).toBe(
      'ltr',
    );
    await page.close();
  });

  it.each(['claim', 'index', 'embed'] as const)(
    '%s: reached by the keyboard, with the place always seen',
    async (kind) => {
      for (const language of ['ar', 'en']) {
        const page = await browser.newPage();
        await visit(page, pathOf(kind, language));
        const { stops, faults } = await walkFocus(page);
        expect(faults).toEqual([]);
        expect(stops).toBeGreaterThan(0);
        await page.close();
      }
    },
  );

  it('can be read without their style, in the order of what matters', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await visit(page, pathOf('claim', 'en'));
    const headings = await page.locator('h1, h2').allTextContents();
    expect(headings.slice(0, 4).map((text) => text.slice(0, 9))).toEqual([
      'accusatio',
      'Verdict',
      'Why',
      'Evidence',
    ]);
    await page.close();
  });

  /** The bytes of the body as they came to the browser. */
  const sentFor = async (path: string): Promise<number> => {
    const page = await browser.newPage();
    const answer = await page.goto(`http://127.0.0.1:${String(server.port)}${path}`);
    expect(answer?.headers()['content-encoding']).toBe('br');
    const sizes = await answer?.request().sizes();
    await page.close();
    return sizes?.responseBodySize ?? Infinity;
  };

  it('weigh at most 25 KB without a script, and are soon there on a slow telephone', async () => {
    const bytes = await sentFor(pathOf('claim', 'ar'));
    expect(bytes).toBeLessThanOrEqual(25_000);
    const paints: number[] = [];
    const requested: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      page.on('request', (request) => requested.push(request.url()));
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
      });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await visit(page, pathOf('claim', 'ar'));
      paints.push(
        await page.evaluate<number>(`new Promise((done) => {
          new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
        })`),
      );
      await context.close();
    }
    const median = paints.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Infinity;
    expect(requested.filter((url) => !/\/claims\/C34$|icon\.svg$/.test(url))).toEqual([]);
    if (process.env['SHOW_FIGURES'] !== undefined)
      process.stdout.write(
        `page: ${String(bytes)} bytes of Brotli, largest paint after ${median.toFixed(0)} ms (median of 9)\n`,
      );
    // How long it takes is a figure of a quiet machine, and no reason to fail elsewhere.
    if (showsFigures) expect(median).toBeLessThan(1_200);
  });
});
