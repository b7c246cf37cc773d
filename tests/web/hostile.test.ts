/** Whatever is written into a field, on every page that shows it: nothing runs, sticks out or turns others round. HOSTILE_TEXTS: how many. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf } from '../support/desk.js';
import { fillHostileDesk, nameMembers, publishHostileScale, type HowMany } from '../support/hostile-desk.js';
import { fieldOf, hostileTexts, marksIn, type HostileTexts } from '../support/hostile-texts.js';
import { createInternet, type Internet } from '../support/internet.js';
import { tellProgress } from '../support/progress.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { listenHttp } from '../support/receivers.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { outsideWindow } from './in-the-window.js';
import { followRequests, settled } from './settled.js';
import { orderOf } from './text-order.js';

const long = process.env['LONG'] === '1';
const least = Number(process.env['HOSTILE_TEXTS'] ?? (long ? 10_000 : 200));
/** Much on each page: loading it, and writing one thing after the other, takes longer than looking. */
const many: HowMany = long ? { evidence: 6, contacts: 20, above: 4 } : { evidence: 9, contacts: 9, above: 0 };
const languages = ['ar', 'en'] as const;

describe.skipIf(!hasChromium)('hostile texts in every field', () => {
  let browser: Browser;
  let internet: Internet;
  let isnad: TestIsnad;
  let server: Awaited<ReturnType<typeof listenHttp>>;
  let texts: HostileTexts;
  let url = '';
  const seed = seedOfRun();
  const seen = new Set<string>();
  const faults: string[] = [];
  let looked = 0;
  const tell = tellProgress('hostile texts', least);

  beforeAll(async () => {
    texts = hostileTexts(createLuck(seed));
    [browser, internet] = await Promise.all([launchBrowser(), createInternet()]);
    const publisher = {
      name: texts.line('publisher', 200),
      url: 'https://desk.example',
      reviewUrl: 'https://desk.example/{language}/claims/{ref}',
    };
    isnad = await createIsnad({ captures: internet.outbound, publisher, desk: true });
    server = await listenHttp(isnad.app);
    url = `http://127.0.0.1:${String(server.port)}`;
    await publishHostileScale(isnad, texts);
    bodyOf(await isnad.as('editor').patch('/v1/policies/desk', { wipLimit: 1_000 }));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await isnad.close();
    await internet.close();
  });

  const look = async (page: Page, name: string, runs: () => number): Promise<void> => {
    tell(seen.size);
    for (const mark of marksIn((await page.locator('body').textContent()) ?? '')) seen.add(mark);
    const found = await orderOf(page, long ? 200 : 400);
    looked += found.looked;
    const outside = [];
    for (const width of [320, 1366]) {
      await page.setViewportSize({ width, height: 800 });
      outside.push(...(await outsideWindow(page)).slice(0, 5).map((one) => `at ${String(width)} px: ${one}`));
    }
    const strange = await page
      .locator(
        'iframe, base, object, embed, img, script:not([src]):not([type="application/ld+json"]), [onerror], [onload], [onfocus]',
      )
      .count();
    for (const fault of [
      ...found.faults.slice(0, 5),
      ...outside,
      ...(runs() > 0 ? ['something ran'] : []),
      ...(strange > 0 ? [`${String(strange)} elements that nobody made`] : []),
    ])
      faults.push(`${name}: ${fault}`);
  };

  const open = async (language: (typeof languages)[number]) => {
    const context = await browser.newContext({ locale: language === 'ar' ? 'ar-EG' : 'en-US' });
    const page = await context.newPage();
    let ran = 0;
    await page.exposeFunction('canary', () => {
      ran++;
    });
    page.on('dialog', (dialog) => {
      ran++;
      void dialog.dismiss();
    });
    await page.setViewportSize({ width: 1366, height: 800 });
    followRequests(page);
    return { context, page, complaints: complaintsOf(page), ran: () => ran };
  };

  test(`run nowhere, stay in their place, and leave the window as it is (seed ${String(seed)})`, async () => {
    for (let round = 0; seen.size < least; round++) {
      await nameMembers(isnad, texts);
      const { task, verdict, published, retracted } = await fillHostileDesk(isnad, internet, texts, many);
      // What is seen in one language is enough where there are many rounds.
      for (const language of languages.filter((_, at) => !long || at === round % 2)) {
        const { context, page, complaints, ran } = await open(language);
        const answer = await context.request.post(`${url}/session`, {
          data: { key: isnad.keys.checker },
          headers: { Origin: url },
        });
        expect(answer.status()).toBe(201);
        const screens = ['work', 'claims', `tasks/${task}`, `verdicts/${verdict}`, `claims/${published}`];
        for (const screen of screens) {
          await page.setViewportSize({ width: 1366, height: 800 });
          await page.goto(`${url}/desk/${screen}`);
          await page.locator('main h1').first().waitFor();
          await settled(page);
          await look(page, `${language} desk/${screen}`, ran);
        }
        const pages = [
          ...['', '/embed'].flatMap((part) => [published, retracted].map((ref) => `claims/${ref}${part}`)),
          ...['', '?q=x', 'corrections'],
        ];
        for (const path of pages) {
          await page.setViewportSize({ width: 1366, height: 800 });
          await page.goto(`${url}/${language}/${path}`);
          await look(page, `${language}/${path}`, ran);
        }
        // Of a page that is gone, the browser says so.
        const said = complaints.filter((one) => !one.includes('status of 410'));
        if (said.length > 0) faults.push(`${language}: ${said.slice(0, 3).join('; ')}`);
        await context.close();
      }
    }
    if (process.env['SHOW_FIGURES'] !== undefined)
      process.stdout.write(
        `hostile: ${String(texts.marks().length)} made, ${String(seen.size)} seen, order of ${String(looked)} texts compared\n`,
      );
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(500);
    // What no page shows.
    const never = [...new Set(texts.marks().map(fieldOf))].filter(
      (field) => ![...seen].some((mark) => fieldOf(mark) === field),
    );
    expect(never).toEqual(['affiliation', 'issuer']);
  });
});
