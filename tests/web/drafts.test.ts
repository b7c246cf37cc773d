/**
 * A draft and everything that can go wrong while it is written: no letter is lost, and none is overwritten unseen. One of
 * each in `npm test`, a thousand in a random order in `npm run test:long`; ROUNDS and SEED say otherwise.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchWithProfile, type ProfiledBrowser } from '../support/browser.js';
import { bodyOf, enterClaim, moveTask, readTask, startReview, tagOf, type Task } from '../support/desk.js';
import { findFreePort } from '../support/free-port.js';
import { tellProgress } from '../support/progress.js';
import { createLuck, seedOfRun, type Luck } from '../support/random.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

const mishaps = [
  'the browser is killed',
  'the API is killed',
  'the network is away',
  'the session is ended',
  'the reservation is ended',
  'the reservation runs out',
  'another tab is opened',
  'another person writes in it',
] as const;
type Mishap = (typeof mishaps)[number];

const rounds = Number(process.env['ROUNDS'] ?? (process.env['LONG'] === '1' ? 1000 : mishaps.length));
const longest = rounds * 60_000;

describe.skipIf(!hasChromium)('a draft in the browser', () => {
  let product: RunningProduct;
  let api: StartedApi;
  let profile: string;
  let browser: ProfiledBrowser | undefined;
  let page: Page;
  let task: Task;

  beforeAll(async () => {
    product = await startRunningProduct();
    // It comes back to the same one.
    api = await product.startApi({ PORT: String(await findFreePort()) });
    await product.startWorker();
    profile = await mkdtemp(join(tmpdir(), 'isnad-profile-'));
  });
  afterAll(async () => {
    await browser?.kill();
    await product.close();
    await rm(profile, { recursive: true, force: true });
  });

  const textOf = (on: Page): Locator => on.locator('textarea[lang=en]');
  const writable = (on: Page): Promise<void> => on.locator('textarea[lang=en]:not([readonly])').waitFor();
  const button = (on: Page, name: string): Locator => on.getByRole('button', { name, exact: true });

  const signIn = async (on: Page): Promise<void> => {
    await on.locator('input[type=password]').fill(product.keys.checker);
    await on.keyboard.press('Enter');
  };
  const openTask = async (): Promise<void> => {
    browser ??= await launchWithProfile(profile);
    page = await browser.newPage();
    await page.goto(`${api.url}/desk/tasks/${task.id}`);
    await page.locator('input[type=password], textarea').first().waitFor();
    if (await page.locator('input[type=password]').isVisible()) await signIn(page);
    await writable(page);
  };
  const write = async (words: string, on = page): Promise<void> => {
    await textOf(on).focus();
    await on.keyboard.press('Control+End');
    for (const letter of words) await on.keyboard.insertText(letter);
  };
  const atDesk = async (): Promise<unknown> => {
    const read = await product.as('checker').get(`/v1/tasks/${task.id}/draft`);
    return (bodyOf(read) as { draft: { rationale?: { en?: string } } | null }).draft?.rationale?.en;
  };
  const keptOnDevice = (): Promise<string> =>
    page.evaluate(async () => {
      const answerTo = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(new Error('the device does not answer', { cause: request.error }));
          };
        });
      const database = await answerTo(indexedDB.open('isnad-drafts'));
      const kept = await answerTo<unknown[]>(database.transaction('drafts').objectStore('drafts').getAll());
      database.close();
      return JSON.stringify(kept);
    });
  const by = async (person: 'checker' | 'checker2' | 'editor', event: string): Promise<void> => {
    bodyOf(await moveTask(product, person, task, { event }));
  };

  /** Each is given what is written, and does it while its mishap happens. */
  const happen: Record<Mishap, (words: string, luck: Luck) => Promise<void>> = {
    'the browser is killed': async (words, luck) => {
      await write(words);
      // What the desk waits for before it is sent anything is longer: these are the words on the device.
      await expect.poll(keptOnDevice, { timeout: 5_000, interval: 10 }).toContain(words);
      await page.waitForTimeout(luck.below(1500));
      await browser?.kill();
      browser = undefined;
      await openTask();
    },
    'the API is killed': async (words, luck) => {
      const half = luck.below(words.length);
      await write(words.slice(0, half));
      await page.waitForTimeout(luck.below(1000));
      await api.end('SIGKILL');
      await write(words.slice(half));
      await page.locator('[data-saved-in=device]').waitFor();
      api = await product.startApi({ PORT: new URL(api.url).port });
    },
    'the network is away': async (words) => {
      await page.context().setOffline(true);
      await write(words);
      await page.locator('[data-saved-in=device]').waitFor();
      await page.context().setOffline(false);
    },
    'the session is ended': async (words) => {
      await write(words);
      await page.context().request.delete(`${api.url}/session`, { headers: { Origin: api.url } });
      await page.locator('[role=dialog]').waitFor();
      await signIn(page);
      await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    },
    'the reservation is ended': async (words) => {
      await by('editor', 'release');
      await write(words);
      await button(page, 'Take it again').click();
      await page.locator('textarea:focus').waitFor();
    },
    'the reservation runs out': async (words) => {
      await page.context().setOffline(true);
      await write(words);
      await page.locator('[data-saved-in=device]').waitFor();
      await product.owner.query('UPDATE review_tasks SET lease_until = now() WHERE id = $1', [task.id]);
      await product.services.clocks.check(task.id);
      const ended = task;
      task = await readTask(product, ended.claim.ref);
      expect(task.id).not.toBe(ended.id);
      await page.context().setOffline(false);
      await page.getByRole('link', { name: 'Go to the task that goes on' }).click();
      await page.waitForURL(`**/desk/tasks/${task.id}`);
      await button(page, 'Take it').click();
      await page.locator('textarea:focus:not([readonly])').waitFor();
    },
    'another tab is opened': async (words) => {
      const first = page;
      const half = Math.floor(words.length / 2);
      await write(words.slice(0, half));
      page = await first.context().newPage();
      await page.goto(`${api.url}/desk/tasks/${task.id}`);
      await button(page, 'Write here').click();
      await writable(page);
      await page.locator('textarea:focus').waitFor();
      await first.locator('textarea[lang=en][readonly]').waitFor();
      await write(words.slice(half));
      await expect.poll(() => textOf(first).inputValue()).toContain(words);
      await first.close();
    },
    'another person writes in it': async (words) => {
      await page.context().setOffline(true);
      await write(words);
      await by('editor', 'release');
      await by('checker2', 'take');
      await by('checker2', 'start');
      const other = product.as('checker2');
      const before = await other.get(`/v1/tasks/${task.id}/draft`);
      const { draft } = bodyOf(before) as { draft: { rationale?: { en?: string } } | null };
      const en = `${draft?.rationale?.en ?? ''}theirs-${words.trim().replaceAll(' ', '-')} `;
      bodyOf(
        await other
          .put(`/v1/tasks/${task.id}/draft`, { ...draft, rationale: { ...draft?.rationale, en } })
          .set('If-Match', tagOf(before)),
      );
      await by('checker2', 'release');
      await page.context().setOffline(false);
      await button(page, 'Take it again').click();
      await button(page, 'Keep both').click();
      await page.locator('textarea:focus').waitFor();
    },
  };

  test(
    'is whole at the desk whatever went wrong while it was written',
    async () => {
      const seed = seedOfRun();
      const luck = createLuck(seed);
      const written: string[] = [];
      task = await startReview(product, await enterClaim(product));
      await openTask();
      const tell = tellProgress('drafts', rounds);
      for (let round = 0; round < rounds; round++) {
        tell(round);
        const mishap = rounds > mishaps.length ? luck.oneOf(mishaps) : mishaps[round % mishaps.length];
        const how = `SEED=${String(seed)}, round ${String(round)}: ${String(mishap)}`;
        const words = `round ${String(round)} كَرَّر `;
        await happen[mishap ?? 'the browser is killed'](words, luck).catch((error: unknown) => {
          throw new Error(how, { cause: error });
        });
        written.push(words.trim());
        if (mishap === 'another person writes in it')
          written.push(`theirs-${words.trim().replaceAll(' ', '-')}`);
        await page.locator('[data-saved-in=desk]').waitFor();
        const saved = await atDesk();
        for (const one of written) expect(saved, how).toContain(one);
        expect(await textOf(page).inputValue(), how).toBe(saved);
      }
    },
    longest,
  );
});
