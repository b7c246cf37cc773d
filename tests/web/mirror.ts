/** Whether a screen that runs from right to left is the mirror of the one that runs from left to right. */
import type { Page } from 'playwright-core';

/** Boxes of the screen by their place in the document, with the side they keep from. */
const boxesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((one) => {
      const style = getComputedStyle(one);
      if (
        !one.checkVisibility() ||
        style.display === 'inline' ||
        one.closest('svg, p, blockquote, .unseen, .skip')
      )
        return [];
      const { left, right, top, width } = one.getBoundingClientRect();
      return [{ left, right: innerWidth - right, top, width, html: one.outerHTML.slice(0, 160) }];
    }),
  );

/** The same texts in both directions, so that each box has the same size: what differs by more than two pixels. */
export async function notMirrored(page: Page): Promise<{ boxes: number; faults: string[] }> {
  const turn = (dir: 'ltr' | 'rtl') =>
    page.evaluate((to) => {
      document.documentElement.dir = to;
      scrollTo(0, 0);
    }, dir);
  await turn('ltr');
  const there = await boxesOf(page);
  await turn('rtl');
  const back = await boxesOf(page);
  if (there.length !== back.length) return { boxes: there.length, faults: ['another number of boxes'] };
  const faults = there.flatMap((one, place) => {
    const other = back[place];
    const isMirror =
      other &&
      Math.abs(one.left - other.right) <= 2 &&
      Math.abs(one.right - other.left) <= 2 &&
      Math.abs(one.top - other.top) <= 2;
    return isMirror
      ? []
      : [
          `${one.left.toFixed(0)} from the start, ${other?.right.toFixed(0) ?? '?'} in the mirror: ${one.html}`,
        ];
  });
  return { boxes: there.length, faults };
}
