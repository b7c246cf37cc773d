/** What editors see before they decide, and how they steer the work of others, in a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { anyVersion } from '../support/api.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readTask,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { tieMembers } from '../support/second-persons.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk } from './keyboard.js';

describe.skipIf(!hasChromium)('what editors steer and decide on', () => {
  let browser: Browser;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const asEditor2 = (path: string): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys.editor2, language: 'en', path });
  const choose = async (desk: AtDesk, words: string): Promise<void> => {
    await desk.page.locator('[role=dialog] input:focus').waitFor();
    await desk.type(words);
    await desk.page.locator('[role=option][aria-selected=true]', { hasText: words }).waitFor();
    await desk.press('Enter');
  };
  const end = async ({ page, complaints, context }: AtDesk): Promise<void> => {
    await expectNoBarriers(page);
    expect(complaints).toEqual([]);
    await context.close();
  };

  test('findings and words that changed since the last round are seen as such, and who is to decide is chosen there', async () => {
    const claim = await enterClaim(product);
    const first = await proposeVerdict(product, claim, {
      body: verdictBody('true', { rationale: { en: 'The report shows it.' } }),
    });
    bodyOf(await decide(product, 'editor2', first, 'return', { note: 'Name the report.' }));
    const { id } = await submitVerdict(
      product,
      await readTask(product, claim),
      'checker',
      verdictBody('false', { rationale: { en: 'The report of May shows it.' } }),
    );
    const desk = await asEditor2(`/desk/verdicts/${id}`);
    const { page } = desk;
    const since = page.locator('[aria-labelledby=since]');
    await since.waitFor();
    expect(await since.locator('td del').allInnerTexts()).toEqual(['True']);
    expect(await since.locator('td ins').allInnerTexts()).toEqual(['False']);
    expect(await since.locator(':not(td) > ins', { hasText: 'of May' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Assign' }).waitFor();
    await desk.press('p');
    await choose(desk, 'The editor');
    await page.locator('.told', { hasText: 'assigned to' }).waitFor();
    const holder = async () => (await readTask(product, claim)).assignee?.ref ?? null;
    expect(await holder()).not.toBeNull();
    await desk.press('z');
    await expect.poll(holder).toBeNull();
    await end(desk);
  });

  test('what else of a correction is not as it was published is seen word by word', async () => {
    const claim = await enterClaim(product, { glosses: { en: 'The delegation comes on Monday' } });
    await publishVerdict(product, claim);
    bodyOf(await move(product, 'editor', claim, { event: 'correct', reason: 'error', note: 'Another day.' }));
    const as = product.as('checker');
    const gloss = { glosses: { en: 'The delegation comes on Tuesday' } };
    bodyOf(await as.patch(`/v1/claims/${claim}`, gloss, anyVersion));
    const chain = { attributions: [{ label: 'A spokesman', mode: 'direct', verb: 'قال' }] };
    bodyOf(await as.put(`/v1/claims/${claim}/attributions`, chain, anyVersion));
    const task = await startTask(product, claim);
    const { id } = await submitVerdict(product, task, 'checker', verdictBody('true'));
    const desk = await asEditor2(`/desk/verdicts/${id}`);
    const parts = desk.page.locator('[aria-labelledby=since] [data-part]');
    await parts.first().waitFor();
    expect(await parts.locator('del').allInnerTexts()).toEqual([expect.stringMatching(/^Monday/)]);
    expect(await parts.locator('ins').allInnerTexts()).toEqual([
      expect.stringMatching(/A spokesman «\u2068?قال\u2069?»/),
      expect.stringMatching(/^Tuesday/),
    ]);
    await end(desk);
    bodyOf(await decide(product, 'editor2', { id }, 'return', { note: 'Name the day.' }));
  });

  test('how urgent a task is stands in its row for editors, is changed there, and can be as before', async () => {
    const claim = await enterClaim(product);
    await proposeVerdict(product, claim);
    const desk = await asEditor2('/desk/work');
    await desk.page
      .getByRole('button', { name: `${claim}: normal priority. Change the priority` })
      .press('Enter');
    await choose(desk, 'urgent');
    await desk.page.getByRole('button', { name: `${claim}: urgent. Change the priority` }).waitFor();
    const priority = async () => (await readTask(product, claim)).priority;
    expect(await priority()).toBe('urgent');
    await desk.press('z');
    await expect.poll(priority).toBe('normal');
    await end(desk);
  });

  test('who is given no task is told that what is open is for others', async () => {
    await acceptClaim(product, await enterClaim(product));
    bodyOf(await product.as('admin').patch('/v1/members/editor2', { languages: ['fr'] }, anyVersion));
    const desk = await asEditor2('/desk/work');
    await desk.press('n');
    await desk.sees('What is open is not for you');
    bodyOf(await product.as('admin').patch('/v1/members/editor2', { languages: [] }, anyVersion));
    await end(desk);
  });

  test('approvals that were by one person, as is known by now, are listed for who leads the desk', async () => {
    const claim = await enterClaim(product);
    await publishVerdict(product, claim);
    await tieMembers(product, 'checker', 'editor2');
    const desk = await asEditor2('/desk/work');
    const doubts = desk.page.locator('[aria-labelledby=doubts]');
    await doubts.getByRole('link', { name: claim }).waitFor();
    expect(await doubts.innerText()).toContain('They are one person, as is known by now.');
    await end(desk);
  });
});
