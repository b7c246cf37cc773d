/** What stands around a claim, and what has become of it: on its own screen and in its review, in a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { anyVersion } from '../support/api.js';
import { bodyOf, enterClaim, madeOf, move, moveTask, readTask, startReview } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { expectNoBarriers } from './barriers.js';
import { smallControls } from './in-the-window.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';
import { settled } from './settled.js';

const languages = ['en', 'ar'] as const;

describe.skipIf(!hasChromium)('what stands around a claim', () => {
  let browser: Browser;
  let product: DeskProduct;
  let task: string;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct({ seeded: true })]);
    task = (await startReview(product, 'C34')).id;
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const atDesk = (path: string, language: DeskLanguage = 'en'): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys.checker, language, path });
  const end = async ({ page, complaints, context }: AtDesk): Promise<void> => {
    await settled(page);
    await expectNoBarriers(page);
    expect(complaints).toEqual([]);
    await context.close();
  };

  const writeArticle = async (text: string): Promise<string> => {
    const article = { title: 'زيارة', language: 'ar', text };
    return (madeOf(await product.as('checker').post('/v1/articles', article)) as { ref: string }).ref;
  };
  const quoteFrom = async (article: string, exact: string): Promise<string> => {
    const claim = { article, kind: 'assertion', quote: { exact } };
    return (madeOf(await product.as('checker').post('/v1/claims', claim)) as { ref: string }).ref;
  };

  test.each(languages)(
    'is drawn over the whole window, as far away as is chosen, and said in sentences: in %s',
    async (language) => {
      const desk = await atDesk(`/desk/tasks/${task}`, language);
      const { page } = desk;
      await page.locator('.quote.own').first().waitFor();
      const opener = page.locator('[aria-labelledby=relations] button[aria-haspopup=dialog]');
      await opener.focus();
      await desk.press('d');
      const dialog = page.getByRole('dialog');
      const nodes = dialog.locator('[data-node]');
      await dialog.locator('[data-node] a', { hasText: /^C37$/ }).waitFor();
      const near = await nodes.count();
      await dialog.locator('input[type=radio]:checked').focus();
      await desk.press('ArrowRight', 'ArrowRight');
      await expect.poll(() => nodes.count()).toBeGreaterThan(near);
      await settled(page);
      const answer = await product.as('checker').get('/v1/claims/C34/graph?depth=4');
      const { nodes: known, edges } = answer.body as { nodes: unknown[]; edges: unknown[] };
      expect(await nodes.count()).toBe(known.length);
      expect(await dialog.locator('.graph-sentences li').count()).toBe(edges.length);
      expect(await dialog.locator('.graph-line').count()).toBe(edges.length);
      // What acts on it stands before it, what it acts on behind it, as one reads.
      const middleOf = async (ref: string): Promise<number> => {
        const box = await nodes
          .filter({ has: page.locator('a', { hasText: new RegExp(`^${ref}$`) }) })
          .boundingBox();
        return (box?.x ?? 0) * (language === 'ar' ? -1 : 1);
      };
      expect(await middleOf('C37')).toBeLessThan(await middleOf('C34'));
      // No box covers another, and every line is drawn within what can be scrolled to.
      expect(await page.evaluate(overlaps)).toEqual([]);
      expect(await page.evaluate(outsideDrawing)).toEqual([]);
      await page.setViewportSize({ width: 375, height: 700 });
      expect(await smallControls(page)).toEqual([]);
      expect(await page.evaluate(outsideDialog)).toEqual([]);
      await page.setViewportSize({ width: 1366, height: 768 });
      await desk.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await opener.and(page.locator(':focus')).waitFor();
      // From a claim to the next.
      await desk.press('d');
      await dialog.locator('[data-node] a', { hasText: /^C37$/ }).press('Enter');
      await page.waitForURL('**/desk/claims/C37');
      await dialog.waitFor({ state: 'detached' });
      await end(desk);
    },
  );

  test.each(languages)(
    'stands in the margin by its ref, beside the quotes and not in the text, in %s',
    async (language) => {
      const text = 'زار الوفد المدينة. عاد الوزير أمس. وصل المبعوث. غادر السفير.\nلا جديد بعد ذلك.';
      const article = await writeArticle(text);
      const refs: string[] = [];
      for (const exact of ['زار الوفد المدينة', 'عاد الوزير أمس', 'وصل المبعوث', 'غادر السفير'])
        refs.push(await quoteFrom(article, exact));
      const [own = '', second = '', third = '', fourth = ''] = refs;
      const desk = await atDesk(`/desk/claims/${own}`, language);
      const { page } = desk;
      const badges = page.locator('.quote-badge');
      await expect.poll(() => badges.allInnerTexts()).toEqual([own, second, '+2']);
      const read = await page.locator('.article-text p').allTextContents();
      expect(read.join('\n')).toBe(text);
      // At the side on which the page begins, and beside the text.
      const [margin, words] = [
        await badges.first().boundingBox(),
        await page.locator('.quote.own').boundingBox(),
      ];
      if (language === 'en')
        expect((margin?.x ?? 0) + (margin?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
      else expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(margin?.x ?? 0);
      await badges.nth(1).click();
      const opened = page.locator('.other-claim');
      await opened.getByText(second).first().waitFor();
      expect(new URL(page.url()).searchParams.get('open')).toContain(second);
      await page.locator(`.quote:focus[aria-label^="${second}"]`).waitFor();
      await desk.press('Escape');
      await opened.waitFor({ state: 'detached' });
      await badges.nth(2).click();
      await opened.getByText(third).first().waitFor();
      await opened.getByText(fourth).first().waitFor();
      await end(desk);
    },
  );

  test.each(languages)(
    'is marked with the name of whoever changed it, but for oneself, and nothing moves: in %s',
    async (language) => {
      const claim = await enterClaim(product);
      const change = (person: Person, more: object): Promise<unknown> =>
        Promise.resolve(product.as(person).patch(`/v1/claims/${claim}`, more, anyVersion)).then(bodyOf);
      const desk = await atDesk(`/desk/claims/${claim}`, language);
      const { page } = desk;
      await settled(page);
      await change('checker', { topics: ['oil'] });
      const topics = page.locator('.claim-facts dd', { hasText: 'oil' });
      await topics.waitFor();
      expect(await page.locator('.changed').count()).toBe(0);
      await change('editor2', { topics: ['oil', 'grain'] });
      await page.locator('.claim-facts dd.changed', { hasText: 'grain' }).getByText('The editor2').waitFor();
      await page
        .getByRole('status')
        .filter({ hasText: /The editor2.*(the topics|المواضيع)/ })
        .waitFor({ state: 'attached' });
      expect(await page.locator('.changed').count()).toBe(1);
      bodyOf(await move(product, 'editor', claim, { event: 'accept' }));
      await page.locator('.review-head .changed').getByText('The editor', { exact: false }).waitFor();
      const given = { event: 'assign', assignee: 'checker2' };
      const opened = await readTask(product, claim);
      // What comes with its holder at once has not changed.
      await page.locator('[aria-labelledby^=task]').getByRole('button').first().waitFor();
      bodyOf(await moveTask(product, 'editor', opened, given));
      await page.locator('[aria-labelledby^=task] .changed').getByText('The checker2').waitFor();
      expect(await page.evaluate(movedByMarks)).toEqual([]);
      await end(desk);
    },
  );

  test.each(languages)(
    'an article with a newer text: says whether the quote stands there, in %s',
    async (language) => {
      const text = 'قال الوزير إن الوفد سيزور المدينة غدًا.';
      const article = await writeArticle(text);
      const claim = await quoteFrom(article, 'الوفد سيزور المدينة غدًا');
      const desk = await atDesk(`/desk/claims/${claim}`, language);
      const { page } = desk;
      const notice = page.locator('.facts .notice', { hasText: '2' });
      const revise = async (next: string): Promise<unknown> =>
        madeOf(await product.as('checker').post(`/v1/articles/${article}/versions`, { text: next }));
      await settled(page);
      expect(await notice.count()).toBe(0);
      await revise(`${text} وهذا ما أكده.`);
      await page.locator('.facts .notice:not(.attention)', { hasText: '2' }).waitFor();
      await revise('قال الوزير إن الوفد سيزور المدينة بعد غد.');
      await page.locator('.facts .notice.attention', { hasText: '3' }).waitFor();
      await page.setViewportSize({ width: 375, height: 700 });
      await page.locator('.facts .notice a').press('Enter');
      await page.locator('.versions select:focus').waitFor();
      await page.locator('.article-text ins', { hasText: 'بعد' }).waitFor();
      expect(new URL(page.url()).search).toContain('compare=3');
      await page.goBack();
      await page.locator('.facts .notice a').waitFor();
      await end(desk);
    },
  );
});

/** Runs in the page. */
function overlaps(): string[] {
  const boxes = [...document.querySelectorAll('[data-node]')].map((one) => one.getBoundingClientRect());
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map(
        (other) => `${String(one.left)}, ${String(one.top)} and ${String(other.left)}, ${String(other.top)}`,
      ),
  );
}

/** Runs in the page. */
function outsideDrawing(): string[] {
  const all = document.querySelector('.graph-drawing')?.getBoundingClientRect() ?? new DOMRect();
  return [...document.querySelectorAll('[data-node], .graph-line, .graph-arrow, .graph-lines text')].flatMap(
    (one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < all.left || right > all.right || top < all.top || bottom > all.bottom
        ? [one.outerHTML]
        : [];
    },
  );
}

/** Runs in the page: what stands elsewhere once nothing is marked. */
function movedByMarks(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('main *:not(.changed-by)')];
  const boxes = () => all.map((one) => one.getBoundingClientRect());
  const marked = boxes();
  for (const one of document.querySelectorAll('.changed-by')) (one as HTMLElement).style.display = 'none';
  for (const one of document.querySelectorAll('.changed')) one.classList.remove('changed');
  return boxes().flatMap(({ x, y, width, height }, at) => {
    const was = marked[at];
    const isSame = was?.x === x && was.y === y && was.width === width && was.height === height;
    return isSame ? [] : [all[at]?.outerHTML.slice(0, 160) ?? ''];
  });
}

/** Runs in the page: what sticks out of the window at its sides, but for what can be scrolled to. */
function outsideDialog(): string[] {
  return [...document.querySelectorAll('[role=dialog] *')].flatMap((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    const isOutside = width > 1 && (left < -1 || right > innerWidth + 1);
    return isOutside && !one.closest('.graph-drawing, .unseen') ? [one.outerHTML.slice(0, 160)] : [];
  });
}
