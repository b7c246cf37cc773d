/** The desk without a network and without a server: it opens, what is on the device can be written on, and is sent later. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskRoutes } from '../../src/platform/http/desk/desk.routes.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, enterClaim, startReview } from '../support/desk.js';
import { findFreePort } from '../support/free-port.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown } from './keyboard.js';

interface Kept {
  rationale?: Record<string, string>;
}

/** Whether these words stand in the storage of the browser: what the screen says may be of the key before. */
const areOnDevice = (page: Page, words: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const found: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        found.push(await settled(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(found).includes(wanted);
  }, words);

/** Everything that is kept of answers, by path. */
const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(
      names.map(async (name) => (await caches.open(name)).keys().then((keys) => [...keys])),
    );
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

const isReady = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

describe.skipIf(!hasChromium)('the desk without its server', () => {
  let browser: Browser;
  let product: RunningProduct;
  let api: StartedApi;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startRunningProduct()]);
    // It comes back to the same one.
    api = await product.startApi({ PORT: String(await findFreePort()) });
    await product.startWorker();
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const atDesk = async (task: string): Promise<Kept['rationale']> => {
    const read = bodyOf(await product.as('checker').get(`/v1/tasks/${task}/draft`)) as { draft: Kept | null };
    return read.draft?.rationale;
  };

  test('a hundred changes made without a network are at the desk in their order once it is back, in one request', async () => {
    const { id } = await startReview(product, await enterClaim(product));
    const seat = {
      url: api.url,
      key: product.keys.checker,
      language: 'en',
      path: `/desk/tasks/${id}`,
    } as const;
    const { page, context } = await sitDown(browser, seat);
    const text = page.locator('textarea[lang=en]:not([readonly])');
    await text.focus();
    const sent: string[] = [];
    page.on('requestfinished', (request) => {
      if (request.method() === 'PUT') sent.push((request.postDataJSON() as Kept).rationale?.['en'] ?? '');
    });
    await context.setOffline(true);
    const changes = Array.from({ length: 100 }, (_, at) => `${String(at)} `);
    for (const change of changes) await page.keyboard.insertText(change);
    await page.locator('[data-saved-in=device]').waitFor();
    await context.setOffline(false);
    await page.locator('[data-saved-in=desk]').waitFor();
    expect((await atDesk(id))?.['en']).toBe(changes.join(''));
    expect(sent).toEqual([changes.join('')]);
    await context.close();
  });

  test.each(['en', 'ar'] as const)(
    'opens after a reload, shows what is on the device to be written on, and sends it when the server is back, in %s',
    async (language) => {
      const claim = await enterClaim(product);
      const { id } = await startReview(product, claim);
      const path = `/desk/tasks/${id}`;
      const seat = { url: api.url, key: product.keys.checker, language, path, keepsShell: true };
      const desk = await sitDown(browser, seat);
      const { page, context, complaints } = desk;
      await page.locator('textarea[lang=en]:not([readonly])').focus();
      await desk.type('Written with a server, ');
      await page.locator('[data-saved-in=desk]').waitFor();
      await isReady(page);
      const kept = await keptPaths(page);
      expect(kept).toContain('/desk/');
      expect(kept.filter((one) => !/^\/desk\/($|assets\/)/.test(one))).toEqual([]);
      expect(complaints).toEqual([]);

      await api.end('SIGKILL');
      await page.reload();
      await page.locator('h1').waitFor();
      const field = page.locator('textarea[lang=en]:not([readonly])');
      await field.waitFor();
      expect(await field.inputValue()).toBe('Written with a server, ');
      await page.locator('h3 bdi', { hasText: claim }).waitFor();
      await expectNoBarriers(page);
      await field.focus();
      await page.keyboard.press('Control+End');
      await desk.type('without one, ');
      await expect.poll(() => areOnDevice(page, 'Written with a server, without one, ')).toBe(true);
      await page.locator('[data-saved-in=device]').waitFor();
      await page.reload();
      await field.waitFor();
      await expect.poll(() => field.inputValue()).toBe('Written with a server, without one, ');
      await field.focus();
      await page.keyboard.press('Control+End');
      await desk.type('and until it came back.');

      api = await product.startApi({ PORT: new URL(api.url).port });
      // Words are no commands: nothing is taken away from under whoever writes.
      const onward = page.getByRole('button', { name: language === 'en' ? 'To the desk' : 'إلى المكتب' });
      await onward.waitFor();
      await page.keyboard.type(' na');
      await page.locator('[data-saved-in=desk]').waitFor();
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
      await expectNoBarriers(page);
      await onward.click();
      await page.locator('header.top-bar').waitFor();
      await page.locator('[data-saved-in=desk]').waitFor();
      const all = 'Written with a server, without one, and until it came back. na';
      expect((await atDesk(id))?.['en']).toBe(all);
      expect(await field.inputValue()).toBe(all);
      await context.close();
    },
  );

  test('shows nothing of whoever signed out', async () => {
    const { id } = await startReview(product, await enterClaim(product));
    const path = `/desk/tasks/${id}`;
    const seat = { url: api.url, key: product.keys.checker, language: 'en', path, keepsShell: true } as const;
    const desk = await sitDown(browser, seat);
    const { page, context } = desk;
    await page.locator('textarea[lang=en]:not([readonly])').focus();
    await desk.type('Of somebody else');
    await page.locator('[data-saved-in=desk]').waitFor();
    await isReady(page);
    await desk.tabTo('.member');
    await desk.press('Enter');
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.locator('input[type=password]').waitFor();
    await context.setOffline(true);
    await page.reload();
    await page.getByText('Isnad cannot be reached').waitFor();
    expect(await page.getByText('Of somebody else').count()).toBe(0);
    expect(await page.locator('textarea').count()).toBe(0);
    await context.close();
  });
});

describe.skipIf(!hasChromium)('the files of the desk on a device', () => {
  test('are those of one build at a time: an open page keeps its own, the next has the new ones', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isnad-shell-'));
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    cpSync(join(projectRoot, 'dist', 'web'), first, { recursive: true });
    cpSync(first, second, { recursive: true });
    const worker = readFileSync(join(first, 'worker.js'), 'utf8');
    const [name = ''] = /key-list-[^"]+\.js/.exec(worker) ?? [];
    expect(name).not.toBe('');
    // The second build has another file in the place of this one.
    renameSync(join(second, 'assets', name), join(second, 'assets', `new-${name}`));
    const version = /"version":"(\w+)"/.exec(worker)?.[1] ?? '';
    writeFileSync(
      join(second, 'worker.js'),
      worker.replace(name, `new-${name}`).replace(version, 'ofthesecondbuild'),
    );
    let routes = deskRoutes(first);
    const server = createServer(express().use((...call) => void routes(...call)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/desk/`;
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      const has = (on: Page, file: string): Promise<boolean> =>
        on.evaluate(async (path) => (await fetch(path, { cache: 'no-store' })).ok, `/desk/assets/${file}`);
      await page.goto(url);
      await isReady(page);
      await page.reload();
      routes = deskRoutes(second);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const found = new Promise((resolve) => {
          registration.addEventListener('updatefound', resolve, { once: true });
        });
        await registration.update();
        await found;
        const { installing } = registration;
        await new Promise<void>((resolve) => {
          const look = (): void => {
            if (!installing || installing.state === 'installed') resolve();
          };
          installing?.addEventListener('statechange', look);
          look();
        });
      });
      // It was opened by the first build, and goes on with that.
      expect(await has(page, name)).toBe(true);
      await page.goto('about:blank');
      await expect
        .poll(async () => {
          const next = await context.newPage();
          await next.goto(url);
          const names = await next.evaluate(() => caches.keys());
          const answers = [await has(next, name), await has(next, `new-${name}`)];
          await next.close();
          return [names, ...answers];
        })
        .toEqual([['isnad-shell-ofthesecondbuild'], false, true]);
      await context.close();
    } finally {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});
