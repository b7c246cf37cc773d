import type { Page } from 'playwright-core';

/** Once nothing on the screen is waited for: no part stands in for another, and no answer of the API is still to come. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const asked = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/v1/'))
      .map((one) => one.startTime + one.duration);
    const sinceLast = performance.now() - Math.max(0, ...asked);
    return document.querySelector('[aria-busy], .skeleton') === null && sinceLast > 150;
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};
