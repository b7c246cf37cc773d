/** Notes for readers about what was taken back, at the desk of each: what is offered is done, and each refusal says why. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, enterClaim, move, publishVerdict, type Page as PageOf } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { retractClaim } from '../support/second-persons.js';
import type { Person } from '../support/test-runtime.js';
import { sitDown } from './keyboard.js';
import { controlsOf, liesOf, type AllListed, type Listed } from './offered-moves.js';
import { settled } from './settled.js';

const long = process.env['LONG'] !== undefined;
/** `editor` writes each of them. */
const people: readonly Person[] = ['editor', 'editor2', 'checker', 'admin', 'reader'];
const note = 'A caption was taken for a quote.';

interface Edition {
  digest: string;
  mark: string | null;
  status: string;
}

describe.skipIf(!hasChromium)('notes for readers', () => {
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

  const does = async (claim: string, ...commands: object[]): Promise<void> => {
    for (const command of commands) bodyOf(await move(product, 'editor', claim, command));
  };
  const [retract, reopen] = [
    { event: 'retract', reason: 'error' },
    { event: 'reopen', reason: 'There is more to it' },
  ];
  const published = async (): Promise<string> => {
    const claim = await enterClaim(product);
    await publishVerdict(product, claim);
    return claim;
  };
  const withNotice = async (): Promise<string> => {
    const claim = await enterClaim(product);
    await retractClaim(product, claim);
    return claim;
  };
  const decided = (event: 'approve' | 'drop') => async (): Promise<string> => {
    const claim = await withNotice();
    for (const { digest } of await waiting(claim)) bodyOf(await decide('editor2', claim, digest, event));
    return claim;
  };
  const publishedAgain = async (): Promise<string> => {
    const claim = await withNotice();
    await does(claim, reopen);
    await publishVerdict(product, claim);
    return claim;
  };

  /** How a claim comes to each state, and whether a note may be written there. */
  const states: Readonly<Record<string, { enter: () => Promise<string>; mayWrite: boolean }>> = {
    'a note that waits': { enter: withNotice, mayWrite: false },
    'no note': {
      enter: async () => {
        const claim = await published();
        await does(claim, retract);
        return claim;
      },
      mayWrite: true,
    },
    'a note that was approved': { enter: decided('approve'), mayWrite: false },
    'a note that was dropped': { enter: decided('drop'), mayWrite: true },
    'a note about what was published again': { enter: publishedAgain, mayWrite: false },
    'a note about an earlier retraction': {
      enter: async () => {
        const claim = await publishedAgain();
        await does(claim, retract);
        return claim;
      },
      mayWrite: true,
    },
    'a note about a merge': {
      enter: async () => {
        const claim = await published();
        await does(claim, { event: 'merge', into: await published(), note });
        return claim;
      },
      mayWrite: false,
    },
  };

  const waiting = async (claim: string): Promise<Edition[]> => {
    const path = `/v1/claims/${claim}/editions?limit=200`;
    const { items } = bodyOf(await product.as('editor').get(path)) as PageOf<Edition>;
    return items.filter(({ mark, status }) => mark !== null && status === 'proposed');
  };
  const movesAt = (claim: string, digest: string): string =>
    `/v1/claims/${claim}/editions/${digest}/transitions`;
  const decide = (person: Person, claim: string, digest: string, event: string) =>
    product.as(person).post(movesAt(claim, digest), { event });

  const listed = async (person: Person, claim: string): Promise<AllListed> => {
    const paths = new Map([
      ['claim', `/v1/claims/${claim}/transitions`],
      ...(await waiting(claim)).map(({ digest }) => [`notice-${digest}`, movesAt(claim, digest)] as const),
    ]);
    const all: AllListed = {};
    for (const [kind, path] of paths) {
      const answer = await product.as(person).get(path);
      if (answer.status === 200) all[kind] = (answer.body as { items: Listed[] }).items;
    }
    return all;
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
  const saysTheTruth = async (page: Page, person: Person, claim: string): Promise<void> => {
    const lies = async (): Promise<string[]> => liesOf(page, 'claim', await listed(person, claim));
    await expect.poll(lies, { message: `${person} at ${claim}`, timeout: 20_000 }).toEqual([]);
  };

  const looks = Object.keys(states).flatMap((state) => people.map((person) => ({ state, person })));
  const entered = new Map<string, Promise<string>>();
  test.each(looks.filter(({ state, person }) => long || (person === 'editor' && state.includes('earlier'))))(
    'are to $person, at $state, what the API says of them',
    async ({ state, person }) => {
      const { enter, mayWrite } = states[state] ?? { enter: withNotice, mayWrite: false };
      const found = entered.get(state) ?? enter();
      entered.set(state, found);
      const claim = await found;
      const page = await open(person, claim);
      await saysTheTruth(page, person, claim);
      // What was refused is refused in the same words.
      for (const [kind, moves] of Object.entries(await listed(person, claim)))
        for (const { event, allowed, why } of kind.startsWith('notice-') ? (moves ?? []) : []) {
          if (allowed) continue;
          const refused = await decide(person, claim, kind.slice('notice-'.length), event);
          expect([403, 409]).toContain(refused.status);
          if (person.startsWith('editor')) expect(problemOf(refused).detail).toBe(why);
        }
      const writes = page.locator('[aria-labelledby=lacks-notice] button');
      expect(await writes.count()).toBe(mayWrite && person.startsWith('editor') ? 1 : 0);
    },
  );

  const presses = (['approve', 'drop', 'write'] as const).flatMap((event) =>
    (['editor', 'editor2'] as const).map((person) => ({ event, person })),
  );
  test.each(
    presses.filter(
      ({ event, person }) =>
        (long || (person === 'editor2' && event === 'approve')) &&
        (event !== 'approve' || person === 'editor2'),
    ),
  )('are decided on and written where it is offered: $event, by $person', async ({ event, person }) => {
    const claim = await (event === 'write' ? decided('drop') : withNotice)();
    const beside = person === 'editor' ? 'editor2' : 'editor';
    const [page, others] = [await open(person, claim), await open(beside, claim)];
    if (event === 'write') {
      await page.locator('[aria-labelledby=lacks-notice] button').click();
      await page.locator('[aria-labelledby=lacks-notice] textarea').fill(note);
      await page.locator('[aria-labelledby=lacks-notice] [type=submit]').click();
      await expect.poll(async () => (await waiting(claim)).length, { timeout: 20_000 }).toBe(1);
    } else {
      await page.locator(`[data-move^=notice-][data-move$=".${event}"]:not([aria-disabled])`).click();
      await page.locator('[role=group] .button.primary:focus').press('Enter');
      await expect.poll(async () => (await waiting(claim)).length, { timeout: 20_000 }).toBe(0);
    }
    for (const [one, seen] of [
      [person, page],
      [beside, others],
    ] as const) {
      await saysTheTruth(seen, one, claim);
      // Who has it before them meanwhile is offered no more than is allowed now, without looking again.
      const lacks = seen.locator('[aria-labelledby=lacks-notice]');
      await expect.poll(() => lacks.count(), { timeout: 20_000 }).toBe(event === 'drop' ? 1 : 0);
      expect((await controlsOf(seen)).some(({ move: name }) => name.startsWith('notice-'))).toBe(
        event === 'write',
      );
      expect(await seen.locator('main .notice.refutes').allInnerTexts()).toEqual([]);
    }
  });
});
