/** What is recorded of a claim beside its moves: nothing is offered that the API refuses, and each refusal is in its words. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  proposeVerdict,
  publishVerdict,
  readClaim,
  startReview,
} from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { sitDown } from './keyboard.js';
import { settled } from './settled.js';

const long = process.env['LONG'] !== undefined;
const people: readonly Person[] = ['checker', 'checker2', 'editor', 'editor2', 'admin', 'reader'];

interface Prepared {
  claim: string;
  /** Another, of the same words. */
  twin: string;
}

describe.skipIf(!hasChromium)('what is recorded of a claim', () => {
  let browser: Browser;
  let product: DeskProduct;
  const pages = new Map<Person, Page>();

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const enter = async (): Promise<Prepared> => {
    const claim = await enterClaim(product);
    const { quote, language } = await readClaim(product, claim);
    const like = { title: 'Another paper', language, text: `${quote.exact} أمس.` };
    const { ref: article } = madeOf(await product.as('checker').post('/v1/articles', like)) as {
      ref: string;
    };
    const body = { article, kind: 'assertion', quote: { exact: quote.exact } };
    const { ref: twin } = madeOf(await product.as('checker').post('/v1/claims', body)) as { ref: string };
    return { claim, twin };
  };
  const states: Readonly<Record<string, (claims: Prepared) => Promise<unknown>>> = {
    submitted: () => Promise.resolve(),
    'in review': ({ claim }) => startReview(product, claim),
    'in approval': ({ claim }) => proposeVerdict(product, claim),
    // Nobody but the other editor could decide.
    'in approval, written by an editor': ({ claim }) => proposeVerdict(product, claim, { author: 'editor' }),
    'returned by an editor': async ({ claim }) => {
      const verdict = await proposeVerdict(product, claim);
      bodyOf(await decide(product, 'editor2', verdict, 'return', { note: 'Name the report.' }));
    },
    published: ({ claim }) => publishVerdict(product, claim),
    retracted: async ({ claim }) => {
      await publishVerdict(product, claim);
      bodyOf(await move(product, 'editor', claim, { event: 'retract', reason: 'error' }));
    },
    'beside one whose verdict waits': ({ twin }) => proposeVerdict(product, twin, { author: 'editor' }),
  };

  const open = async (person: Person, claim: string): Promise<Page> => {
    let page = pages.get(person);
    const path = `/desk/claims/${claim}?tab=facts`;
    if (page) await page.goto(`${product.apiUrl}${path}`);
    else {
      const key = product.keys[person];
      ({ page } = await sitDown(browser, { url: product.apiUrl, key, language: 'en', path }));
      pages.set(person, page);
    }
    await page.locator('main h1').waitFor();
    await settled(page);
    return page;
  };
  const isOff = (page: Page, selector: string): Promise<boolean> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => one.hasAttribute('aria-disabled'));

  /** What the screen says of each: that it can be done, that there is no control for it, or why not. */
  type Said = 'allowed' | 'nothing' | { why: string };
  const looks: Readonly<Record<string, (page: Page) => Promise<Said>>> = {
    note: async (page) => {
      const opener = page.locator('[aria-labelledby=evidence] > div > button').last();
      if ((await opener.count()) === 0) return 'nothing';
      await opener.click();
      const form = page.locator('form.add-evidence');
      await form.waitFor();
      return (await form.locator('textarea').count()) > 0 ? 'allowed' : { why: await form.innerText() };
    },
    answer: async (page) => {
      const opener = page.locator('#add-contact');
      if ((await opener.count()) === 0) return 'nothing';
      if (await isOff(page, '#add-contact'))
        return { why: await page.locator('[aria-labelledby=contacts]').innerText() };
      await opener.click();
      const form = page.locator('[aria-labelledby=contacts] form');
      await form.locator('input[maxlength="200"]').waitFor();
      await form.locator('textarea').fill('We sold nothing.');
      return (await form.locator('[type=submit][aria-disabled]').count()) === 0
        ? 'allowed'
        : { why: await form.innerText() };
    },
    relation: async (page) => {
      const card = page.locator('.similar-actions').first();
      const opener = card.locator('div > button:not([data-move])').first();
      if ((await opener.count()) === 0) return 'nothing';
      if (await opener.evaluate((one) => one.hasAttribute('aria-disabled')))
        return { why: await card.innerText() };
      await opener.click();
      const form = page.locator('form.relate');
      await form.waitFor();
      await settled(page);
      return (await form.locator('[type=submit][aria-disabled]').count()) === 0
        ? 'allowed'
        : { why: await form.innerText() };
    },
    merge: async (page) =>
      (await page.locator('.similar-actions [data-move="claim.merge"]').count()) > 0 ? 'allowed' : 'nothing',
  };
  /** The same, done without the screen. */
  const attempts: Readonly<
    Record<string, (person: Person, claims: Prepared) => { path: string; body: object }>
  > = {
    note: (_person, { claim }) => ({
      path: `/v1/claims/${claim}/evidence`,
      body: { url: 'https://archive.test/report', stance: 'for', note: 'It says so' },
    }),
    answer: (_person, { claim }) => ({
      path: `/v1/claims/${claim}/contacts`,
      body: { label: 'The ministry', outcome: 'replied', date: '2026-01-01', text: 'We sold nothing.' },
    }),
    relation: (_person, { claim, twin }) => ({
      path: `/v1/claims/${claim}/relations`,
      body: { type: 'repeats', to: twin },
    }),
    merge: (_person, { claim, twin }) => ({
      path: `/v1/claims/${claim}/transitions`,
      body: { event: 'merge', into: twin, note: 'It is the same' },
    }),
  };

  const quick: readonly (readonly [state: string, person: Person])[] = [
    ['in approval, written by an editor', 'editor2'],
  ];
  const cells = long
    ? Object.keys(states).flatMap((state) => people.map((person) => [state, person] as const))
    : quick;
  test.each(cells)('is, of a claim %s, offered to %s as the API takes it', async (state, person) => {
    const claims = await enter();
    await states[state]?.(claims);
    await product.work();
    const { permissions } = bodyOf(await product.as(person).get('/v1/me')) as { permissions: string[] };
    for (const [what, look] of Object.entries(looks)) {
      const page = await open(person, claims.claim);
      // What is like it comes after the rest.
      await page.locator('.similar-actions').first().waitFor();
      await settled(page);
      const said = await look(page);
      const told = `${what}: ${JSON.stringify(said)}`;
      const { path, body } = attempts[what]?.(person, claims) ?? { path: '', body: {} };
      const answer = await product.as(person).post(path, body);
      if (said === 'allowed') expect(answer.status, `${told} ${answer.text}`).toBeLessThan(300);
      else {
        expect([403, 409], told).toContain(answer.status);
        if (said !== 'nothing') expect(said.why, told).toContain(problemOf(answer).detail);
        else if (what !== 'merge') expect(permissions, told).not.toContain('record');
      }
      // What was written so makes a party of whoever wrote it: each is looked at on a claim of its own.
      if (answer.status < 300) {
        Object.assign(claims, await enter());
        await states[state]?.(claims);
        await product.work();
      }
    }
  });
});
