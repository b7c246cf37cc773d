/** Whether everything on a page can be seen whole: in the window, and in its own box. */
import type { Page } from 'playwright-core';

/** What sticks out of the window at its sides, by its HTML. What scrolls in a box of its own is looked for in there. */
export const outsideWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const found = wide > 0 ? [`the page is ${String(wide)} px wider than the window`] : [];
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.unseen, .skip')) continue;
      const { left, right, width } = one.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(one.outerHTML.slice(0, 200));
    }
    return found;
  });
